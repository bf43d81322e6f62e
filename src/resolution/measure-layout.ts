import type { CleanLine } from './clean-text.ts';
import { closingShape, isEnded, isLabelAlone } from './line-shapes.ts';
import type { LineRole } from './model.ts';
import { openingForm } from './opening-phrase.ts';

/** Lines that are no words of the resolution's body. */
export const isFurniture = (role: LineRole | undefined): boolean =>
  role === 'blank' ||
  role === 'page-marker' ||
  role === 'footnote' ||
  role === 'letterhead' ||
  role === 'title' ||
  role === 'number' ||
  role === 'leftover' ||
  role === 'other-resolution';

/** What the blank lines and the width of a text tell. */
export interface Layout {
  /** Blank lines tell nothing: there are none, or one after every line. */
  readonly gapless: boolean;
  readonly everyLine: boolean;
  readonly blockPerLine: boolean;
  readonly width: number;
  /** Where lines stand that go on in mid-sentence; null where first lines stand there too. */
  readonly margin: number | null;
}

/** A longer line that ends in nothing goes on in the next. */
const LONGEST_HEADING = 50;

/** Judges a whole text once: whether its blank lines part paragraphs, and how wide its lines run. */
export function measureLayout(
  lines: readonly CleanLine[],
  roles: ReadonlyMap<number, LineRole>,
): Layout {
  const written = lines.filter(({ number }) => !isFurniture(roles.get(number)));
  let gaps = 0;
  let gapsInSentence = 0;
  written.forEach((line, index) => {
    const previous = written[index - 1];
    if (previous === undefined || line.number === previous.number + 1) return;
    const marker = betweenOf(lines, previous, line).some(
      ({ number }) => roles.get(number) === 'page-marker',
    );
    if (marker) return;
    gaps += 1;
    const isHeading = previous.text.length <= LONGEST_HEADING && !/^\p{Ll}/u.test(line.text);
    if (!isEnded(previous.text) && !isHeading) gapsInSentence += 1;
  });
  const lengths = written.map(({ text }) => text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 80;
  const everyLine = gaps > 4 && gapsInSentence > gaps * 0.25;
  // In wrapped text most lines end in mid-sentence; where each line is a paragraph nearly all end like one.
  const worded = written.filter(({ text }) => !isLabelAlone(text) && closingShape(text) === null);
  const whole = worded.filter(({ text }) => isEnded(text)).length;
  return {
    gapless: everyLine || gaps < 2,
    everyLine,
    blockPerLine: whole > worded.length * 0.85,
    width,
    margin: marginOf(written),
  };
}

/** The indent that nearly all continuing lines share, where lines that begin a sentence mostly stand further in. */
function marginOf(written: readonly CleanLine[]): number | null {
  const continuing = written.filter(({ text }) => /^\p{Ll}/u.test(text));
  const [margin, lines] = [...Map.groupBy(continuing, ({ indent }) => indent)].reduce<
    readonly [number, number]
  >((most, [indent, some]) => (some.length > most[1] ? [indent, some.length] : most), [0, 0]);
  const begins = written.filter(({ text }) => openingForm(text) !== null && /^\p{Lu}/u.test(text));
  const further = begins.filter(({ indent }) => indent > margin).length;
  return lines > 2 && lines > continuing.length * 0.8 && further > begins.length * 0.6
    ? margin
    : null;
}

/** What stands between two lines of the body: a gap that parts paragraphs, and page markers. */
export function betweenLines(
  lines: readonly CleanLine[],
  roles: ReadonlyMap<number, LineRole>,
  previous: CleanLine | undefined,
  line: CleanLine,
  layout: Layout,
): { readonly gap: boolean; readonly markers: number[] } {
  if (previous === undefined) return { gap: true, markers: [] };
  const between = betweenOf(lines, previous, line);
  const markers = between
    .filter(({ number }) => roles.get(number) === 'page-marker')
    .map(({ number }) => number);
  const blanks = between.filter(({ number }) => roles.get(number) === 'blank').length;
  return { gap: blanks > (layout.everyLine ? 1 : 0), markers };
}

function betweenOf(
  lines: readonly CleanLine[],
  previous: CleanLine,
  line: CleanLine,
): readonly CleanLine[] {
  const first = lines[0]?.number ?? 1;
  return lines.slice(previous.number - first + 1, line.number - first);
}
