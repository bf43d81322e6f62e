import type { CleanLine } from './clean-text.ts';
import { formulaAt } from './find-formula.ts';
import { closingPiece, inlineFormula } from './line-shapes.ts';
import { openingForm } from './opening-phrase.ts';

/** A run-in formula stands near the top; further below the same words tell of somebody else's act. */
const TOP = 20;

/** Parts the organ from the first reason where one line holds both; both parts keep the line's number. */
export function splitInlineFormula(written: readonly CleanLine[]): readonly CleanLine[] {
  if (written.some((_, index) => formulaAt(written, index) !== null)) return written;
  const at = written.findIndex(({ text }, index) => {
    const [, own, , resolved] = inlineFormula.exec(text) ?? [];
    if (own === undefined || resolved !== undefined) return own !== undefined;
    const rest = text.slice(own.length + 1);
    const form = openingForm(rest);
    return /^\p{Lu}/u.test(rest) ? form !== null : form === 'preambular' && index < TOP;
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

/**
 * Parts closing lines from the last words where a copy has them on one line: "… of its session. 57th plenary meeting
 * 22 November 2002". Only where nothing else follows on the line; all parts keep the line's number.
 */
export function splitInlineClosing(written: readonly CleanLine[]): readonly CleanLine[] {
  return written.flatMap((line) => {
    const begin =
      / (?=(?:\d{1,5}(?:st|nd|rd|th)|\p{Lu}[\p{Ll}-]+(?: [\p{Ll}-]+){0,5}) (?:plenary |closing )?meeting\b)/gu;
    for (const { index } of line.text.matchAll(begin)) {
      if (!/[.;:][”"’)\d]*$/.test(line.text.slice(0, index))) continue;
      const pieces = piecesOf(line.text.slice(index + 1));
      if (pieces !== null)
        return [line.text.slice(0, index), ...pieces].map((text) => ({ ...line, text }));
    }
    return [line];
  });
}

/** The closing lines that a text consists of, or null where it holds anything else. */
function piecesOf(text: string): readonly string[] | null {
  const pieces: string[] = [];
  for (let rest = text; rest !== '';) {
    const piece = closingPiece.exec(rest)?.[0];
    if (piece === undefined) return null;
    pieces.push(piece.trim());
    rest = rest.slice(piece.length);
  }
  return pieces;
}
