import type { Span } from './model.ts';

/**
 * Where the italics end. The UN sets the opening words of a paragraph in italics, the whole phrase and not only the verb
 * (un-conventions, "Editorial rules"). The rule here: adverbs before the head; the head, a participle, verb or adjective;
 * the particle without which the head says something else ("calls upon", "takes note", "bears in mind"); then words of
 * repetition ("also", "once again") and a feeling joined by "with" ("with appreciation"). What is recalled, urged or
 * decided is never italic.
 */
const adverb = String.raw`(?:\p{L}+ly|also|further|furthermore|again|once|more|still)`;
const feeling =
  '(?:concern|appreciation|satisfaction|regret|interest|approval|alarm|gratitude|dismay|indignation|anxiety|pleasure|approbation|sorrow|thanks|grief|disappointment|hope|pride|serious|urgency)';
const withFeeling = String.raw`with(?: (?:the|its|a))?(?: \p{L}+)?(?: and)?(?: \p{L}+)? ${feeling}`;
const repetition = '(?:also|further|once again|once more|again|anew)';
const expressed =
  '(?:concern|appreciation|satisfaction|regret|gratitude|hope|support|conviction|alarm|condolences|sympathy|solidarity|determination|commitment|dismay|indignation|outrage|thanks|readiness|intention|belief|confidence|disappointment|willingness|grave concern|opposition)';
const particles = [
  '(?:bearing|keeping|bears|keeps) in mind',
  String.raw`(?:taking|takes|took)(?: \p{L}+)? (?:note|into account|into consideration|cognizance)`,
  '(?:calls|calling) (?:again )?(?:upon|on|for|to)',
  '(?:draws|drawing)(?: again)?(?: the)? attention',
  String.raw`(?:expresses|expressing)(?: \p{L}+)?(?: (?:its|their|the|his))?(?: \p{L}+){0,2}? ${expressed}`,
  '(?:pays|paying) (?:special |particular )?tribute',
  '(?:looks|looking) forward',
  '(?:guided|inspired|encouraged|deeply moved) by',
  String.raw`having (?:also |further |\p{L}+ly )?\p{L}+`,
].join('|');
const head = String.raw`\p{L}[\p{L}'’-]*`;
const phrase = new RegExp(
  String.raw`^[“"'‘(]?((?:${adverb} )*(?:${particles}|${head})(?: and (?:\p{L}+ly )?\p{L}+(?:ing|ed|s)(?= ))?(?: ${repetition})*(?: ${withFeeling})?(?: ${repetition})?)(?![\p{L}'’-])`,
  'iu',
);
/** Words that begin a subject, a time or a purpose: no verb opens the paragraph. */
const noHead =
  /^[“"'‘(]?(?:the|this|that|these|those|an?|all|any|every|each|its?|their|there|if|when|where|while|with|as|in|on|at|to|for|by|from|of|no|not|such|both|nothing|many|most|some|several|few|others?|another|we|he|she|they|who|what|which|pursuant|after|before|upon|under|until|within|without|during|since|however|therefore|accordingly|and|or|but)\b/i;

/** After a subject stands what it does or is: "Piracy is …" opens with no phrase, though it may end like a participle. */
const finite =
  /^ (?:is|are|was|were|has|have|had|does|do|did|will|shall|should|would|may|might|can|could|must|constitutes?|remains?)\b/;

/** "Inadequacy of oil should never …": words of no known form, and the verb of a main clause soon after. */
const subject =
  /^(?!.{0,120}?\b(?:that|which|who|whom|to)\b.{0,120}?\b(?:is|are|was|were|shall|should|will|may|must|can|has|have)\b)[^,;:]{0,120}?\b(?:is|are|was|were|shall|should|will|may|must|can|has|have)\b/;

/** The opening phrase of a paragraph's words, or null where it opens with a subject or an adverbial ("To this end, …"). */
export function findOpeningPhrase(text: string): Span | null {
  const from = /^\((?:[a-z]|[ivx]+)\) /.exec(text)?.[0].length ?? 0;
  const own = text.slice(from);
  if (noHead.test(own)) return null;
  const words = phrase.exec(own)?.[1];
  if (words === undefined || finite.test(own.slice(own.indexOf(words) + words.length))) return null;
  if (openingForm(own) === null && subject.test(own)) return null;
  const start = from + own.indexOf(words);
  return { start, end: start + words.length };
}

/** Verbs of the usual stock, as evidence that a word after "and" is a second verb and not a noun. */
const furtherVerb =
  /(?:, and|; and|,| and) ((?:(?:also|further) )?(?:encourages|invites|urges|requests|calls (?:upon|on|for)|decides|recommends|welcomes|notes|takes note|stresses|emphasizes|reaffirms|expresses|invites|appeals|condemns|supports|taking note|noting|welcoming|recognizing|recalling|concerned|alarmed|stressing|emphasizing|reaffirming|expressing))(?= (?:of|that|the|all|its|their|at|about|[A-Z]))/g;

/** Further verbs of the same standing inside a paragraph: "…, and encourages Governments to …". */
export function findFurtherPhrases(text: string, opening: Span | null): readonly Span[] {
  if (opening === null) return [];
  return [...text.matchAll(furtherVerb)].flatMap((match) => {
    const words = match[1];
    const start = match.index + match[0].length - (words?.length ?? 0);
    return words === undefined || start < opening.end ? [] : [{ start, end: start + words.length }];
  });
}

const adjectives =
  /^(?:aware|mindful|conscious|confident|cognizant|anxious|desirous|eager|grateful|hopeful|certain|bound|true|loyal|sensible|solicitous|whereas|having)$/i;
const leadingAdverbs = new RegExp(String.raw`^[“"'‘(]?(?:${adverb} )*`, 'iu');

/**
 * Which part of a resolution an opening fits, by its form alone: a participle or adjective gives reasons, a verb in the
 * present acts (un-conventions, "Editorial rules"). Null where the form tells nothing.
 */
export function openingForm(text: string): 'preambular' | 'operative' | null {
  const first = /^[“"'‘(]?([\p{L}-]+)/u.exec(text)?.[1] ?? '';
  if (adjectives.test(first)) return 'preambular';
  if (noHead.test(text)) return null;
  const rest = text.slice(leadingAdverbs.exec(text)?.[0].length ?? 0);
  const word = /^([\p{L}-]+)/u.exec(rest)?.[1] ?? first;
  if (
    /(?:ing|ed)$/i.test(word) ||
    /^(?:begun|driven|drawn|given|known|seen|shaken|taken|struck|moved)$/i.test(word) ||
    adjectives.test(word)
  )
    return 'preambular';
  if (
    /[^s]s$/i.test(word) &&
    !/(?:ous|ics|ness|less|ies of)$/i.test(word) &&
    !/^(?:states|members|parties|organizations|nations|governments|measures|efforts|human|women|children|persons|countries)$/i.test(
      word,
    )
  )
    return 'operative';
  return null;
}
