import { numberShape } from './line-shapes.ts';
import type { Span } from './model.ts';
import { organAfter, organBefore, type NamedOrgan } from './resolution-organ.ts';

/** A resolution or decision named by number, and the organ that the words around it name. */
export interface NumberedResolution {
  readonly span: Span;
  readonly noun: 'resolution' | 'decision';
  readonly organ: NamedOrgan;
  readonly number: string;
}

const start = new RegExp(
  String.raw`(?<![\p{L}-])(resolution|decision)s?(?: Nos?\.)? (${numberShape})(?![\p{L}\d])`,
  'giu',
);
const date = String.raw`(?: of \d{1,2} \p{Lu}\p{Ll}+ \d{4})?`;
const further = new RegExp(
  String.raw`^${date}(?:, annex(?:es)?(?: [IVX]+)?)?(?: \([^)]{1,60}\))?(?:,? and|,|, as well as| and also| or|, or) (?:(?:in particular|including) )?(${numberShape})(?![\p{L}\d/])`,
  'u',
);

/** "resolutions 5/1, on institution-building, and 5/2, on the code of conduct": the plural promises another number. */
const furtherAfterSubject = new RegExp(
  String.raw`^${date}, (?:on|entitled) [^;.]{1,160}?,? and (${numberShape})(?=[,;.]| of \d)`,
  'u',
);

/**
 * Numbered resolutions in every form, each with a place of its own: "its resolution 60/251 of 15 March 2006",
 * "Security Council resolutions 660 (1990), 661 (1990) and 662 (1990)" says the noun and the organ once.
 */
export function findNumberedResolutions(text: string): readonly NumberedResolution[] {
  const found: NumberedResolution[] = [];
  let read = 0;
  for (const match of text.matchAll(start)) {
    if (match.index < read) continue;
    const [words, spelled = '', first = ''] = match;
    const noun = spelled.toLowerCase() === 'decision' ? 'decision' : 'resolution';
    let end = match.index + words.length;
    const list = [{ span: { start: match.index, end }, number: first }];
    const several = /^\p{L}+s /iu.test(words);
    for (;;) {
      const ahead = text.slice(end, end + 240);
      const more = further.exec(ahead) ?? (several ? furtherAfterSubject.exec(ahead) : null);
      if (more === null) break;
      const [passed, number = ''] = more;
      end += passed.length;
      list.push({ span: { start: end - number.length, end }, number });
    }
    const organ = organBefore(text, match.index) ?? organAfter(text, end);
    found.push(...list.map((one) => ({ ...one, noun, organ }) satisfies NumberedResolution));
    read = end;
  }
  return found;
}
