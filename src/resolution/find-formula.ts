import type { CleanLine } from './clean-text.ts';
import { formula, formulaBegins, numberStart, therefore } from './line-shapes.ts';
import { openingForm } from './opening-phrase.ts';

/** A formula that begins at a line, over one line or two. */
export function formulaAt(
  lines: readonly CleanLine[],
  index: number,
): { readonly lines: readonly CleanLine[]; readonly body: string } | null {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined) return null;
  if (therefore.test(line.text)) {
    const after = formulaAt(lines, index + 1);
    return after === null ? null : { lines: [line, ...after.lines], body: after.body };
  }
  // "Resolved by the General Assembly to" goes on in the next line; splitInlineFormula parts it.
  const own = / (?:to|that)$/.test(line.text) ? undefined : formula.exec(line.text)?.[1];
  // "Resolved by the General Assembly", the form of 1946: what is resolved follows.
  const ends = /[,.:]$/.test(line.text) || line.text.startsWith('Resolved by');
  if (own !== undefined && ends) return { lines: [line], body: bodyOf(own) };
  if (
    (formulaBegins.test(line.text) || /^(?:The|THE)$/.test(line.text)) &&
    next !== undefined &&
    next.number === line.number + 1 &&
    next.text.split(' ').length <= 8
  ) {
    const both = formula.exec(`${line.text} ${next.text}`)?.[1];
    if (both !== undefined && (/[,.:]$/.test(next.text) || opens(lines[index + 2])))
      return { lines: [line, next], body: both };
  }
  return own !== undefined && opens(next) ? { lines: [line], body: own } : null;
}

/** Without a comma the organ must be followed by words that only a preamble or an act begins with. */
const opens = (line: CleanLine | undefined): boolean =>
  line !== undefined && openingForm(line.text.replace(numberStart, '')) !== null;

/** "General Assembly of the United Nations" is the General Assembly. */
const bodyOf = (organ: string): string => organ.replace(/ of the United Nations$/, '');
