import type { CleanLine } from './clean-text.ts';
import { formula, formulaBegins, inlineFormula, therefore } from './line-shapes.ts';
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
  const own = formula.exec(line.text)?.[1];
  const ends = /[,.:]$/.test(line.text);
  if (own !== undefined && ends) return { lines: [line], body: own };
  if (
    formulaBegins.test(line.text) &&
    next !== undefined &&
    next.number === line.number + 1 &&
    next.text.split(' ').length <= 8
  ) {
    const both = formula.exec(`${line.text} ${next.text}`)?.[1];
    if (both !== undefined && /[,.:]$/.test(next.text)) return { lines: [line, next], body: both };
  }
  // Without a comma it must be followed by words that only a preamble or an act begins with.
  return own !== undefined && next !== undefined && openingForm(next.text) !== null
    ? { lines: [line], body: own }
    : null;
}

/** Parts the organ from the first reason where one line holds both; both parts keep the line's number. */
export function splitInlineFormula(written: readonly CleanLine[]): readonly CleanLine[] {
  if (written.some((_, index) => formulaAt(written, index) !== null)) return written;
  const at = written.findIndex(({ text }) => {
    const own = inlineFormula.exec(text)?.[1];
    return own !== undefined && openingForm(text.slice(own.length + 1)) !== null;
  });
  const line = written[at];
  const own = inlineFormula.exec(line?.text ?? '')?.[1];
  if (line === undefined || own === undefined) return written;
  return [
    ...written.slice(0, at),
    { ...line, text: own },
    { ...line, text: line.text.slice(own.length + 1) },
    ...written.slice(at + 1),
  ];
}
