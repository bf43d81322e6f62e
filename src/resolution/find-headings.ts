import type { CleanLine } from './clean-text.ts';
import { formulaAt } from './find-formula.ts';
import {
  formula,
  isEnded,
  labelHeading,
  labelStart,
  numberAndTitle,
  numberStart,
  titledHeading,
} from './line-shapes.ts';
import { openingForm } from './opening-phrase.ts';

export interface HeadingHere {
  readonly label: string | null;
  readonly title: string | null;
  readonly lines: readonly CleanLine[];
}

/** A heading: a label alone, a label with a title, or a title alone between blank lines that is no sentence. */
export function headingAt(
  written: readonly CleanLine[],
  index: number,
  gap: boolean,
  gapless: boolean,
): HeadingHere | null {
  const line = written[index];
  const next = written[index + 1];
  if (line === undefined || next === undefined) return null;
  const startsParagraph = (other: CleanLine | undefined): boolean =>
    other !== undefined &&
    (numberStart.test(other.text) || openingForm(other.text) !== null || formula.test(other.text));
  const label = labelHeading.exec(line.text)?.[1];
  if (label !== undefined && (gap || gapless)) {
    const own = [line];
    for (let at = index + 1; at < Math.min(index + 4, written.length - 1); at += 1) {
      const title = written[at];
      if (
        title === undefined ||
        (startsParagraph(title) && !isBareTitle(written, at)) ||
        isEnded(title.text) ||
        title.text.length > 110
      )
        break;
      own.push(title);
    }
    const words = own
      .slice(1)
      .map(({ text }) => text)
      .join(' ');
    return { label, title: words === '' ? null : words, lines: own };
  }
  const titled = titledHeading.exec(line.text);
  if (
    titled !== null &&
    gap &&
    startsParagraph(next) &&
    openingForm(titled[2] ?? '') !== 'operative'
  ) {
    return { label: titled[1] ?? null, title: titled[2] ?? null, lines: [line] };
  }
  const after = next.number > line.number + 1;
  const isTitle =
    /^\p{Lu}/u.test(line.text) &&
    !isEnded(line.text) &&
    line.text.length < 100 &&
    !labelStart.test(line.text) &&
    !numberStart.test(line.text) &&
    (openingForm(line.text) === null || isBareTitle(written, index));
  return gap && after && isTitle && startsParagraph(next)
    ? { label: null, title: line.text, lines: [line] }
    : null;
}

/** A few words between blank lines that end in nothing: "Bridges" is a title, although it could be a verb. */
function isBareTitle(written: readonly CleanLine[], index: number): boolean {
  const line = written[index];
  const next = written[index + 1];
  if (line === undefined || next === undefined || numberStart.test(line.text)) return false;
  return (
    line.text.split(' ').length <= 6 &&
    !isEnded(line.text) &&
    next.number > line.number + 1 &&
    numberStart.test(next.text)
  );
}

/** Whether an organ speaks within the next lines. */
export const formulaSoon = (written: readonly CleanLine[], from: number): boolean =>
  [0, 1, 2, 3].some((step) => formulaAt(written, from + step) !== null);

/** A single capital above an organ: the next part begins. */
export const isPartLabel = (text: string, written: readonly CleanLine[], index: number): boolean =>
  /^[A-Z]$/.test(text) && formulaSoon(written, index + 1);

/** The number and title of another resolution, with its organ to follow. */
export function startsOther(written: readonly CleanLine[], index: number): boolean {
  const line = written[index];
  if (line === undefined || !numberAndTitle.test(line.text)) return false;
  return Array.from({ length: 10 }, (_, step) => index + 1 + step).some(
    (at) => formulaAt(written, at) !== null,
  );
}
