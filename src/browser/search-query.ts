import { instrumentPath } from '../resolution/address.ts';
import { writeOut } from './abbreviations.ts';
import { toGoTo } from './address-go-to.ts';
import { findInstruments, type InstrumentIndex, toInstrumentIndex } from './instrument-names.ts';
import { type Lexicon, toLexicon } from './lexicon.ts';
import { readAddress } from './paragraph-address.ts';
import type { GoTo, Note, Phrase, SearchPlan, WordGroup } from './search-plan.ts';
import { findSymbol } from './symbols.ts';
import type { SearchVocabulary } from './search-vocabulary.ts';
import { toPlainWords, toWords } from './to-words.ts';

/**
 * Words too frequent to choose paragraphs by: the articles, prepositions and auxiliaries of English, and the
 * question words of people who ask in sentences.
 */
const functionWords = new Set(
  'a about an and any are as at be been but by can do does for from had has have how i if in into is it its me of on or say says shall should so such that the their them there these they this those to was we were what when where which who whom why will with would you'.split(
    ' ',
  ),
);

/** What is computed once per edition to read queries by. */
export interface QueryReader {
  readonly plan: (query: string) => SearchPlan;
}

/**
 * Makes the reader of an edition's queries: addresses, symbols, instruments, phrases, words.
 * Pure: the same edition and query give the same plan.
 */
export function toQueryReader(vocabulary: SearchVocabulary): QueryReader {
  const instruments = toInstrumentIndex(vocabulary.instruments);
  const lexicon = toLexicon(vocabulary, instruments.words);
  return { plan: (query) => planSearch(query, vocabulary, instruments, lexicon) };
}

function planSearch(
  query: string,
  vocabulary: SearchVocabulary,
  instruments: InstrumentIndex,
  lexicon: Lexicon,
): SearchPlan {
  const goTo: GoTo[] = [];
  const notes: Note[] = [];
  const groups: WordGroup[] = [];
  const { phrases, rest: unquoted } = takeQuoted(query.normalize('NFKC'));

  const address = readAddress(unquoted, vocabulary.resolutions);
  let rest = address?.rest ?? unquoted;
  if (address !== null) {
    const answer = toGoTo(address, vocabulary.resolutions);
    goTo.push(...answer.goTo);
    notes.push(...answer.notes);
  }

  const symbol = findSymbol(rest, vocabulary);
  if (symbol !== null) {
    rest = symbol.rest;
    goTo.push(...symbol.goTo);
    notes.push(...symbol.notes);
    if (symbol.instruments.length > 0) {
      groups.push({
        typed: symbol.typed,
        terms: [],
        instruments: symbol.instruments.map(({ short }) => short),
        optional: false,
      });
    }
  }

  const words = correct(joinParted(toWords(rest), lexicon), lexicon, notes);
  const printed = words.map((word) =>
    word.includes('-') ? (lexicon.termsFor(word)[0] ?? word) : word,
  );
  const found = findInstruments(
    printed,
    instruments,
    (word) => lexicon.count(word) / vocabulary.paragraphs,
  );
  for (const { short, name, id } of found.offered) {
    goTo.push({ kind: 'instrument', label: short, detail: name, path: instrumentPath(id) });
  }
  for (const { typed, entries } of found.named) {
    const shorts = entries.map(({ short }) => short);
    groups.push({ typed, terms: [], instruments: shorts, optional: false });
  }
  goTo.push(...findRegisters(words, vocabulary));

  for (const word of found.rest) groups.push(...toGroups(word, lexicon));
  // The engine knows stems but not spellings: a phrase is asked in the words that the texts have.
  const asPrinted = found.rest
    .flatMap((word) => word.split('-'))
    .map((word) => lexicon.termsFor(word)[0] ?? word);
  return {
    goTo: goTo.filter(
      ({ path }, index) => goTo.findIndex((other) => other.path === path) === index,
    ),
    notes,
    groups,
    quoted: phrases.map((phrase) => toPhrase(toPlainWords(phrase), vocabulary)),
    inOrder: found.rest.length > 1 ? toPhrase(asPrinted, vocabulary) : null,
  };
}

function takeQuoted(query: string): { phrases: string[]; rest: string } {
  const phrases: string[] = [];
  const rest = query.replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/g, (_, phrase: string) => {
    if (toWords(phrase).length > 0) phrases.push(phrase);
    return ' ';
  });
  return { phrases, rest: rest.replace(/["“”„«»]/g, ' ') };
}

/** "sub regional", "inter governmental": two words of which the first is none, where the texts have one. */
function joinParted(words: readonly string[], lexicon: Lexicon): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && lexicon.count(before) === 0 && lexicon.count(before + word) > 0) {
      joined[joined.length - 1] = before + word;
    } else joined.push(word);
  }
  return joined;
}

/** Words that neither the texts nor the names have are read as the nearest one that they have, and the reader is told. */
function correct(words: readonly string[], lexicon: Lexicon, notes: Note[]): string[] {
  return words.map((word) => {
    const isKnown =
      functionWords.has(word) ||
      writeOut(word) !== null ||
      lexicon.termsFor(word).length > 0 ||
      lexicon.isName(word);
    if (isKnown) return word;
    if (word.includes('-') && word.split('-').every((part) => lexicon.termsFor(part).length > 0))
      return word;
    const [nearest] = lexicon.nearest(word);
    if (nearest === undefined) return word;
    notes.push({ kind: 'corrected', typed: word, read: nearest });
    return nearest;
  });
}

function toGroups(word: string, lexicon: Lexicon): WordGroup[] {
  const written = writeOut(word);
  if (written !== null && lexicon.count(word) === 0) {
    return [{ typed: word, terms: [`"${written}"`], instruments: [], optional: false }];
  }
  const terms = lexicon.termsFor(word);
  const parts = word.split('-');
  // A compound that the texts write otherwise is searched by its parts.
  if (terms.length === 0 && parts.length > 1)
    return parts.flatMap((part) => toGroups(part, lexicon));
  return [{ typed: word, terms, instruments: [], optional: functionWords.has(word) }];
}

/** The engine knows a printed compound as one word, so a phrase is asked with and without its hyphens. */
function toPhrase(words: readonly string[], vocabulary: SearchVocabulary): Phrase {
  const plain = words.join(' ');
  let hyphened = ` ${plain} `;
  for (const compound of vocabulary.compounds) {
    hyphened = hyphened.replaceAll(` ${compound.replace(/[-/]/g, ' ')} `, ` ${compound} `);
  }
  return { words: plain, terms: [...new Set([plain, hyphened.trim()])] };
}

function findRegisters(words: readonly string[], { registers }: SearchVocabulary): GoTo[] {
  const typed = words.join(' ');
  return registers
    .filter(({ id, label }) => [id.replaceAll('-', ' '), toWords(label).join(' ')].includes(typed))
    .map(({ kind, id, label }) => ({
      kind,
      label,
      detail: '',
      path: kind === 'topic' ? `/topics/${id}/` : `/addressees/${id}/`,
    }));
}
