import type { CleanLine } from './clean-text.ts';
import { formulaAt } from './find-formula.ts';
import {
  formula,
  isEnded,
  labelHeading,
  labelStart,
  leadIn,
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
  if (line === undefined || next === undefined || leadIn.test(line.text)) return null;
  const startsParagraph = (other: CleanLine | undefined): boolean =>
    other !== undefined &&
    (numberStart.test(other.text) || openingForm(other.text) !== null || formula.test(other.text));
  const isHeadingOrParagraph = (other: CleanLine | undefined): boolean =>
    startsParagraph(other) ||
    (other !== undefined && (labelHeading.test(other.text) || titledHeading.test(other.text)));
  const label = labelHeading.exec(line.text)?.[1];
  if (label !== undefined && (gap || gapless)) {
    const own = [line];
    for (let at = index + 1; at < Math.min(index + 4, written.length - 1); at += 1) {
      const title = written[at];
      if (
        title === undefined ||
        (startsParagraph(title) &&
          !isBareTitle(written, at) &&
          !(at === index + 1 && isShortTitle(title) && isHeadingOrParagraph(written[at + 1])) &&
          !standsAlone(written, at)) ||
        isEnded(title.text) ||
        labelHeading.test(title.text) ||
        titledHeading.test(title.text) ||
        title.text.length > 110 ||
        /^preamble$/i.test(title.text)
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
  if (/^preamble$/i.test(line.text)) return { label: null, title: line.text, lines: [line] };
  // Without blank lines only a number below tells that these words, which end in nothing, stand for themselves.
  const unmarked = gapless && numberStart.test(next.text);
  const titled = titledHeading.exec(line.text);
  if (
    titled !== null &&
    (gap || unmarked) &&
    (startsParagraph(next) || (next.number > line.number + 1 && isCapitals(titled[2] ?? ''))) &&
    (isCapitals(titled[2] ?? '') || openingForm(titled[2] ?? '') !== 'operative')
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
    (openingForm(line.text) === null ||
      isBareTitle(written, index) ||
      (unmarked && isShortTitle(line)));
  return ((gap && after) || unmarked) && isTitle && startsParagraph(next)
    ? { label: null, title: line.text, lines: [line] }
    : null;
}

/** A line that ends in nothing, with a blank line below. */
function standsAlone(written: readonly CleanLine[], index: number): boolean {
  const [line, next] = [written[index], written[index + 1]];
  return (
    line !== undefined &&
    next !== undefined &&
    next.number > line.number + 1 &&
    !isEnded(line.text) &&
    !numberStart.test(line.text)
  );
}

/** A few words that end in nothing. */
const isShortTitle = ({ text }: CleanLine): boolean =>
  text.split(' ').length <= 8 && !isEnded(text) && !numberStart.test(text);

const isCapitals = (text: string): boolean => text === text.toUpperCase();

/** A block of a line or three that ends in nothing, numbers nothing and has more below: the title of a text. */
export function isTitleBlock(written: readonly CleanLine[], index: number): boolean {
  for (let at = index; at < index + 3; at += 1) {
    const line = written[at];
    const next = written[at + 1];
    if (line === undefined || next === undefined) return false;
    if (isEnded(line.text) || numberStart.test(line.text) || labelStart.test(line.text))
      return false;
    // Words that go on in lower case were parted by a page, not by a title.
    if (next.number > line.number + 1)
      return /^(?:\d{4} )?\p{Lu}/u.test(written[index]?.text ?? '') && !/^\p{Ll}/u.test(next.text);
  }
  return false;
}

/** A few words above a number or an organ that end in nothing: "Bridges" is a title, although it could be a verb. */
function isBareTitle(written: readonly CleanLine[], index: number): boolean {
  const line = written[index];
  const next = written[index + 1];
  if (line === undefined || next === undefined) return false;
  return (
    isShortTitle(line) &&
    (formulaAt(written, index + 1) !== null ||
      (next.number > line.number + 1 &&
        (numberStart.test(next.text) || openingForm(next.text) === 'preambular')))
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

/**
 * Where the first part begins: its label stands right above the organ; further above, with a title and reasons between,
 * only where another part follows. The organ's own place where there are no parts.
 */
export function findPartAbove(written: readonly CleanLine[], organ: number): number {
  const from = Math.max(0, organ - 4);
  const label = written.slice(from, organ).findLastIndex(({ text }) => /^[A-Z]$/.test(text));
  if (label >= 0) return from + label;
  const first = written.slice(0, organ).findIndex(({ text }) => text === 'A');
  const second = written.findIndex(
    ({ text }, index) => index > organ && text === 'B' && isPartLabel(text, written, index),
  );
  return first >= 0 && second >= 0 ? first : organ;
}
