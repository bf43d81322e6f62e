import type { CleanLine } from './clean-text.ts';
import {
  closingShape,
  isBareFigure,
  isPageMarker,
  isSymbolLine,
  resolutionSymbol,
} from './line-shapes.ts';
import type { LineRole } from './model.ts';

/**
 * Marks blanks, page markers and what editors say of lines. A running head is a symbol, a bare figure or a line that
 * was printed before, next to another page marker or at the start of a page.
 */
export function markFurniture(
  lines: readonly CleanLine[],
  overrides: ReadonlyMap<number, { readonly role: LineRole }>,
): Map<number, LineRole> {
  const roles = new Map<number, LineRole>();
  const written = lines.filter(({ text }) => text !== '');
  const times = new Map<string, number>();
  for (const { text } of written) times.set(text, (times.get(text) ?? 0) + 1);
  const seen = new Set<string>();
  for (const { number, text } of lines) {
    const override = overrides.get(number);
    if (override !== undefined) roles.set(number, override.role);
    else if (text === '') roles.set(number, 'blank');
    else if (isPageMarker(text)) roles.set(number, 'page-marker');
  }
  // The symbol in the masthead stands again at the head of each page, with or without the title beside it.
  const symbols = written
    .slice(0, 12)
    .flatMap(({ text }) => text.split(' ').filter((word) => isSymbolLine(word)));
  // A masthead takes a dozen lines at most, and less than half of a short text.
  const bodyFrom = written[Math.min(12, Math.floor(written.length / 2))]?.number ?? 0;
  written.forEach((line, index) => {
    if (roles.has(line.number)) return;
    const above = written[index - 1];
    const below = written[index + 1];
    const isMarker = (other: CleanLine | undefined): boolean =>
      other !== undefined && roles.get(other.number) === 'page-marker';
    const alone = isBlank(lines, line.number - 1) && isBlank(lines, line.number + 1);
    const atEdge =
      line.startsPage ||
      below?.startsPage === true ||
      isMarker(above) ||
      isMarker(below) ||
      above === undefined ||
      below === undefined;
    const repeated = seen.has(line.text);
    seen.add(line.text);
    const running =
      isSymbolLine(line.text) &&
      (repeated ||
        (line.number > bodyFrom && (alone || atEdge || resolutionSymbol.test(line.text))));
    const words = line.text.split(' ');
    const headed =
      line.number > bodyFrom &&
      !/[,;.:]$/.test(line.text) &&
      symbols.some((symbol) => words[0] === symbol || words.at(-1) === symbol) &&
      (atEdge || alone || isBlank(lines, line.number - 1));
    const figure =
      isBareFigure(line.text) &&
      line.number > bodyFrom &&
      // The figure of a footnote stands right above its words.
      !(
        below !== undefined &&
        below.number === line.number + 1 &&
        /^\p{Lu}/u.test(below.text) &&
        !resolutionSymbol.test(below.text)
      ) &&
      (alone || atEdge || isSymbolLine(above?.text ?? '') || isSymbolLine(below?.text ?? ''));
    const head =
      repeated &&
      (times.get(line.text) ?? 0) > 1 &&
      line.text.length < 100 &&
      !/[,;.:]$/.test(line.text) &&
      // Parts of one resolution may be adopted at one meeting: its number and date are no running head.
      closingShape(line.text) === null &&
      atEdge &&
      line.number > bodyFrom;
    if (running || headed || figure || head) roles.set(line.number, 'page-marker');
  });
  return roles;
}

const isBlank = (lines: readonly CleanLine[], number: number): boolean =>
  (lines[number - 1]?.text ?? '') === '';
