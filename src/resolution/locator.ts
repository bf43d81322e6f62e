/** Where in a named thing: article, paragraph, section, annex. */

const figure = String.raw`(?:[\dIVX]+(?:\.[A-Z\d]+)*|[A-Z])(?: (?:bis|ter))?(?: \([a-z\d]{1,4}\))*`;
const figures = String.raw`${figure}(?:(?:, | and |, and | to |-|–)(?:${figure}|\([a-z]{1,4}\)))*`;
/** "part of" something is no place in it: only an annex is named without a figure. */
const pin = String.raw`(?:(?:[Oo]perative |[Ss]ub)?(?:[Aa]rticles?|[Pp]aragraphs?|[Ss]ections?|[Pp]arts?|[Cc]hapters?|[Rr]ules?|[Pp]rinciples?|[Gg]oals?|[Tt]argets?|(?:paras?|arts?|chaps?|sects?|vol)\.) ${figures}|[Aa]nnex(?:es)?(?: ${figures})?)`;
const pins = String.raw`${pin}(?:(?:,| of|, of| of the| to the)? ${pin})*`;

const organ = String.raw`(?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Commission on Human Rights|Commission|Council|Assembly)`;
const before = new RegExp(
  String.raw`(?<![\p{L}-])(${pins}),? (?:of|to) (?:the |its |their )?(?:${organ}(?:['’]s)? )?$`,
  'u',
);

/**
 * The article or paragraph of the thing that is named right after it.
 * @example locatorBefore('in accordance with article 12, paragraph 3, of the Rome Statute', 47) // 'article 12, paragraph 3'
 */
export function locatorBefore(text: string, start: number): string | null {
  return before.exec(text.slice(Math.max(0, start - 160), start))?.[1] ?? null;
}

const date = String.raw`(?: of \d{1,2} \p{Lu}\p{Ll}+ \d{4})?`;
const thereof = new RegExp(
  String.raw`^${date},? (?:(?:and|in particular|especially|notably|including|with) )*(?:the )?(${pins}),? there(?:of|to)(?![\p{L}])`,
  'u',
);
/** Outcomes of conferences are printed as resolutions of a report: "chap. I, resolution 1, annex II". */
const printed = String.raw`(?:${pin}|resolution \d{1,2}(?![\d/]))`;
const listed = new RegExp(
  String.raw`^${date}(?:,? \(|, (?:in particular |especially |notably )?)(${pin}(?:,? ${printed})*)(?=[),;.]|$)(?!(?:,? ${pin})*,? (?:of (?!\d{1,2} \p{Lu})|to |above|below))`,
  'u',
);
const afterPart = new RegExp(String.raw`^\), (${pin}(?:, ${pin})*)(?=[),;.]|$)`, 'u');

/**
 * The place named after the thing: "resolution 46/182, annex", "paragraph 5 thereof", "A/CONF.157/24 (Part I), chap. III".
 * A place that goes on with "of" belongs to what follows.
 */
export function locatorAfter(text: string, end: number): string | null {
  const ahead = text.slice(end, end + 160);
  const first = (thereof.exec(ahead) ?? listed.exec(ahead))?.[1];
  if (first === undefined) return null;
  const more = afterPart.exec(ahead.slice(ahead.indexOf(first) + first.length))?.[1];
  return more === undefined ? first : `${first}, ${more}`;
}
