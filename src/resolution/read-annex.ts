import type { CleanLine } from './clean-text.ts';
import { isTitleBlock } from './find-headings.ts';
import {
  annexStart,
  articleHeading,
  isEnded,
  labelHeading,
  labelStart,
  numberStart,
  titledHeading,
} from './line-shapes.ts';
import type { Annex, AnnexBlock, CalledText, LineRange } from './model.ts';

type TextOf = (lines: readonly CleanLine[]) => string;
type RangeOf = (lines: readonly CleanLine[]) => LineRange;

/** An annex as blocks in order. Its numbers, articles and headings are its own: nothing in it is operative. */
export function readAnnex(
  lines: readonly CleanLine[],
  isGap: (line: CleanLine) => boolean,
  position: number,
  textOf: TextOf,
  rangeOf: RangeOf,
  withoutCalls: (text: string) => CalledText,
): Annex {
  const named = annexStart.test(lines[0]?.text ?? '');
  const rest = named ? lines.slice(1) : lines;
  const label = named ? (lines[0]?.text ?? 'Annex') : '';
  const figure = annexStart.exec(label)?.[1];
  const blocks: { kind: AnnexBlock['kind']; label: string | null; lines: CleanLine[] }[] = [];
  let title: CleanLine[] = [];
  rest.forEach((line, index) => {
    const next = rest[index + 1];
    const last = blocks.at(-1);
    const ended =
      last === undefined || isEnded(last.lines.at(-1)?.text ?? '') || last.kind === 'heading';
    const above = title.at(-1);
    // Its first line stands in, its second goes back to the margin: a paragraph, not one more line of the title.
    const indented =
      above !== undefined && line.indent > above.indent && next?.indent === above.indent;
    const heading =
      isHeading(line.text) ||
      (isGap(line) && isTitleBlock(rest, index)) ||
      (ended && isTitleAboveNumber(line, next));
    const numbered = numberStart.exec(line.text)?.[0].trim() ?? labelStart.exec(line.text)?.[1];
    if (
      blocks.length === 0 &&
      title.length < 4 &&
      !isHeading(line.text) &&
      numbered === undefined &&
      !isEnded(line.text) &&
      !indented &&
      (title.length === 0 || !isGap(line)) &&
      // A short second line ends a title: what comes next had room beside it.
      (title.length < 2 || (title.at(-1)?.text.length ?? 0) > 25)
    ) {
      title = [...title, line];
      return;
    }
    if (heading && (ended || isGap(line)))
      blocks.push({ kind: 'heading', label: null, lines: [line] });
    else if (
      last === undefined ||
      (ended && (numbered !== undefined || isGap(line))) ||
      (isGap(line) && numbered !== undefined)
    ) {
      blocks.push({ kind: 'paragraph', label: numbered ?? null, lines: [line] });
    } else if (
      last.kind === 'heading' &&
      !isGap(line) &&
      !isEnded(line.text) &&
      line.text.length < 90
    )
      last.lines.push(line);
    else if (last.kind === 'heading')
      blocks.push({ kind: 'paragraph', label: numbered ?? null, lines: [line] });
    else last.lines.push(line);
  });
  const titled = title.length === 0 ? null : withoutCalls(textOf(title));
  return {
    id:
      figure === undefined
        ? position === 0
          ? 'annex'
          : `annex-${position + 1}`
        : `annex-${figure.toLowerCase()}`,
    label,
    title: titled?.text ?? null,
    footnoteCalls: titled?.footnoteCalls ?? [],
    blocks: blocks.map(({ kind, label: own, lines: of }): AnnexBlock => {
      const words = textOf(of);
      return {
        kind,
        label: own,
        ...withoutCalls(own === null ? words : words.slice(own.length).trim()),
        lines: rangeOf(of),
      };
    }),
    lines: rangeOf(lines),
  };
}

/** Words that end in nothing right above a number. */
const isTitleAboveNumber = (line: CleanLine, next: CleanLine | undefined): boolean =>
  next !== undefined &&
  numberStart.test(next.text) &&
  !numberStart.test(line.text) &&
  !labelStart.test(line.text) &&
  /^\p{Lu}/u.test(line.text) &&
  !isEnded(line.text) &&
  line.text.length < 90;

const isHeading = (text: string): boolean =>
  (articleHeading.test(text) && text.length < 90 && !isEnded(text)) ||
  labelHeading.test(text) ||
  /^(?:preamble|introduction|declaration)$/i.test(text) ||
  (titledHeading.test(text) && text.length < 90);
