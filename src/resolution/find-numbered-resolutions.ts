import { numberShape } from './line-shapes.ts';
import type { Span } from './model.ts';

/** A resolution named by number; the organ is as written, `own` for "its", or null where none is. */
export interface NumberedResolution {
  readonly span: Span;
  readonly organ: string | null;
  readonly number: string;
}

const organ = String.raw`(?:(?:(General Assembly|Security Council|Economic and Social Council|Human Rights Council|Commission on Human Rights|Commission on the Status of Women|Commission|Council|Assembly)|(its|their))(?:['’]s?)? )?`;
const adjectives = '(?:(?:previous|earlier|relevant|recent|other|own|landmark|subsequent) )*';
const start = new RegExp(
  String.raw`${organ}${adjectives}[Rr]esolutions? (${numberShape})(?![\p{L}\d])`,
  'gu',
);
const date = String.raw`(?: of \d{1,2} \p{Lu}\p{Ll}+ \d{4})?`;
const further = new RegExp(
  String.raw`^${date}(?: \([^)]{1,60}\))?(?:,? and|,|, as well as| and also)? (?:(?:resolution|in particular|including) )?(${numberShape})(?![\p{L}\d/])`,
  'u',
);

/**
 * Numbered resolutions in every form, each with a place of its own: "its resolution 60/251 of 15 March 2006",
 * "Security Council resolutions 660 (1990), 661 (1990) and 662 (1990)" says the noun and the organ once.
 */
export function findNumberedResolutions(text: string): readonly NumberedResolution[] {
  const found: NumberedResolution[] = [];
  for (const match of text.matchAll(start)) {
    const [words, named, own, first = ''] = match;
    const who = own === undefined ? (named ?? null) : 'own';
    let end = match.index + words.length;
    const noun = match.index + words.search(/[Rr]esolution/);
    found.push({ span: { start: noun, end }, organ: who, number: first });
    for (
      let more = further.exec(text.slice(end, end + 160));
      more !== null;
      more = further.exec(text.slice(end, end + 160))
    ) {
      const [passed, number = ''] = more;
      end += passed.length;
      found.push({ span: { start: end - number.length, end }, organ: who, number });
    }
  }
  return found;
}

/**
 * The organ that a number alone betrays (un-conventions, "Identity"): a year in brackets is the Security Council's, a
 * roman session the General Assembly's of its first thirty years. Others could be several organs'.
 */
export function organOfNumber(number: string): string | null {
  if (/\((?:19|20)\d{2}\)$/.test(number)) return 'Security Council';
  if (/\((?:E?S-)?[IVXL]+\)$/.test(number)) return 'General Assembly';
  return null;
}
