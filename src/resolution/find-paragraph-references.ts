import type { Span } from './model.ts';

/** Paragraphs of this same resolution, or its annex; what belongs to other documents is never here. */
export interface OwnReference {
  readonly span: Span;
  /** Operative paragraph numbers; empty for "the annex to the present resolution". */
  readonly numbers: readonly number[];
}

const list = String.raw`\d{1,3}(?: \([a-z]{1,4}\))*(?:(?: to |-|–|, | and |, and | or )(?:\(?[a-z]\)|\d{1,3}(?: \([a-z]{1,4}\))*))*`;
const ownParagraphs = new RegExp(
  String.raw`\b(?:operative )?[Pp]aragraphs? (${list})(?: above| below|,? of (?:the present|this) resolution)(?![\p{L}])`,
  'gu',
);
const ownAnnex = /\b[Aa]nnex(?: [IVX]+)? to (?:the present|this) resolution\b/g;

/**
 * References to paragraphs of the same resolution: only with "above", "below" or "of the present resolution".
 * "paragraph 2 of resolution 660 (1990)" is another document's and has none of these.
 */
export function findOwnReferences(text: string): readonly OwnReference[] {
  const paragraphs = [...text.matchAll(ownParagraphs)].map((match): OwnReference => ({
    span: { start: match.index, end: match.index + match[0].length },
    numbers: expand(match[1] ?? ''),
  }));
  const annexes = [...text.matchAll(ownAnnex)].map((match): OwnReference => ({
    span: { start: match.index, end: match.index + match[0].length },
    numbers: [],
  }));
  return [...paragraphs, ...annexes].sort((a, b) => a.span.start - b.span.start);
}

function expand(words: string): readonly number[] {
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

const figures = String.raw`[\dIVX]+(?: (?:bis|ter))?(?: \([a-z\d]{1,4}\))*(?:(?:, | and | to |-|–)[\dIVX]+(?: \([a-z\d]{1,4}\))*)*`;
/** "part of" something is no place in it: only an annex is named without a figure. */
const pin = String.raw`(?:(?:articles?|paragraphs?|sections?|parts?|chapters?|rules?|principles?) ${figures}|annex(?:es)?(?: ${figures})?)`;
const pinpoint = new RegExp(
  String.raw`(?<![\p{L}])(${pin}(?:,? ${pin})*),? (?:of|to) (?:the |its |their )?(?:(?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Commission on Human Rights|Commission|Council|Assembly) )?$`,
  'iu',
);

/**
 * The article or paragraph of the thing that is named right after it.
 * @example locatorBefore('in accordance with article 12, paragraph 3, of the Rome Statute', 47) // 'article 12, paragraph 3'
 */
export function locatorBefore(text: string, start: number): string | null {
  return pinpoint.exec(text.slice(Math.max(0, start - 120), start))?.[1] ?? null;
}
