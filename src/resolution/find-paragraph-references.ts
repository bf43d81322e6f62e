import type { Span } from './model.ts';

/** Paragraphs of this same resolution, or its annex; what belongs to other documents is never here. */
export interface OwnReference {
  readonly span: Span;
  readonly part: 'preambular' | 'operative';
  /** The section named with them ("section II, paragraph 4, above"), as an id writes it, or null. */
  readonly section: string | null;
  /** Paragraph numbers; empty for "the annex to the present resolution". */
  readonly numbers: readonly number[];
  /** The items named, e.g. `paragraph 2 (a)`, or null when whole paragraphs are meant. */
  readonly items: string | null;
}

const items = String.raw`(?: \([a-z]{1,4}\))*`;
const one = String.raw`\d{1,3}(?:bis)?${items}`;
const list = String.raw`${one}(?:(?: to |-|–|, | and |, and | or )(?:\([a-z]{1,4}\)|${one}))*`;
const here = String.raw`(?: above| below|,? of (?:the present|this) resolution|,? (?:hereof|herein))(?![\p{L}])`;
const inSection = String.raw`(?:[Ss]ection ([IVX]{1,5}|[A-Z])(?:,| of this resolution,)? )?`;
const ownParagraphs = new RegExp(
  String.raw`(?<![\p{L}-])${inSection}(?:operative )?[Pp]aragraphs? (${list})(?:,? of section ([IVX]{1,5}|[A-Z]))?,?${here}`,
  'gu',
);
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const ownReasons = new RegExp(
  String.raw`(?<![\p{L}-])(${ordinals.join('|')}) preambular paragraph${here}`,
  'giu',
);
const ownAnnex = /\b[Aa]nnex(?: [IVX]+)? to (?:the present|this) resolution\b/g;

/**
 * References to paragraphs of the same resolution: only with "above", "below" or "of the present resolution".
 * "paragraph 2 of resolution 660 (1990)" is another document's and has none of these.
 */
export function findOwnReferences(text: string): readonly OwnReference[] {
  const whole = (match: RegExpExecArray): Span => ({
    start: match.index,
    end: match.index + match[0].length,
  });
  const paragraphs = [...text.matchAll(ownParagraphs)].map((match): OwnReference => {
    const [, before, named = '', behind] = match;
    const section = before ?? behind ?? null;
    return {
      span: whole(match),
      part: 'operative',
      section: section === null ? null : section.toLowerCase(),
      numbers: expandNumbers(named),
      items: named.includes('(') ? `paragraph${/\d.*\d/.test(named) ? 's' : ''} ${named}` : null,
    };
  });
  const reasons = [...text.matchAll(ownReasons)].map((match): OwnReference => ({
    span: whole(match),
    part: 'preambular',
    section: null,
    numbers: [ordinals.indexOf((match[1] ?? '').toLowerCase()) + 1],
    items: null,
  }));
  const annexes = [...text.matchAll(ownAnnex)].map((match): OwnReference => ({
    span: whole(match),
    part: 'operative',
    section: null,
    numbers: [],
    items: null,
  }));
  return [...paragraphs, ...reasons, ...annexes].sort((a, b) => a.span.start - b.span.start);
}

/** The numbers in "4 to 8", "3, 5 and 7". */
export function expandNumbers(words: string): readonly number[] {
  const numbers: number[] = [];
  let range = false;
  for (const [part] of words.matchAll(/\d+| to |-|–/g)) {
    const number = Number(part);
    if (Number.isNaN(number)) {
      range = true;
      continue;
    }
    const last = numbers.at(-1);
    if (range && last !== undefined && number - last < 200)
      for (let next = last + 1; next < number; next += 1) numbers.push(next);
    numbers.push(number);
    range = false;
  }
  return [...new Set(numbers)];
}

const thatParagraph = new RegExp(
  String.raw`(?<![\p{L}-])((?:operative )?[Pp]aragraphs? ${list}),? of (?:that|the same|the said|the above-mentioned|the aforementioned) resolution(?![\p{L}])(?! \d)`,
  'gu',
);

/** "paragraph 3 of that resolution": never ours; whose it is depends on the resolution named before it. */
export function findThatReferences(
  text: string,
): readonly { readonly span: Span; readonly locator: string }[] {
  return [...text.matchAll(thatParagraph)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    locator: match[1] ?? '',
  }));
}
