import type { CleanLine } from './clean-text.ts';
import { normalizeSymbol } from './document-symbol.ts';
import {
  closingShape,
  isEnded,
  numberAndTitle,
  numberShape,
  resolutionSymbol,
} from './line-shapes.ts';
import type { LineRole } from './model.ts';
import { openingForm } from './opening-phrase.ts';

export interface Front {
  readonly title: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly roles: ReadonlyMap<number, LineRole>;
  /** Where reasons stand before the organ speaks ("Whereas …"): the lines from here on belong to the preamble. */
  readonly preambleFrom: number | null;
  /** Where the text of this resolution begins, after the end of another on the same page. */
  readonly from: number;
}

const masthead =
  /^(?:Resolutions?$|RESOLUTIONS?$|PREAMBLE$|Preamble$|United Nations|UNITED NATIONS|Distr\.|DISTR|General|GENERAL|Limited|LIMITED|Original|ORIGINAL|Agenda items?|Item \d|[A-Z][a-z]+(?:-[a-z]+)? (?:special |emergency special |regular )?session|(?:\w+ )?(?:GENERAL ASSEMBLY|SECURITY COUNCIL|ECONOMIC AND SOCIAL COUNCIL)$|General Assembly$|Security Council$|Economic and Social Council$|Human Rights Council$|Economic and Social$|Council$|Resolution adopted|Resolutions? adopted|RESOLUTION ADOPTED|Decision adopted|Adopted by the|\[(?:on|without|adopted|Adopted|S\/|A\/|E\/|\d)|\d{1,2} [A-Z][a-z]+ \d{4}$|Page \d|Please recycle|\*\d)/;
/** "of 22 November 1967", "on 31 October 2000": the date below the number in prints of the Security Council. */
const adoptedOn = /^(?:of|Of|on) \d{1,2} \p{Lu}\p{Ll}+ \d{4}$/u;
const numberAnywhere = new RegExp(`(${numberShape})\\s*$`);

/** Reads what stands before the organ speaks: masthead, number, title; and a preamble that comes first. */
export function readFront(front: readonly CleanLine[]): Front {
  const roles = new Map<number, LineRole>();
  const from = endOfOther(front);
  for (const { number } of front.slice(0, from)) roles.set(number, 'other-resolution');
  const own = front.slice(from);
  const reasons = own.findIndex(
    ({ text }, index) =>
      /^[“"]?(?:Whereas|WHEREAS)\b/.test(text) ||
      (index > 0 &&
        openingForm(text) === 'preambular' &&
        // "Adopted by the Security Council at its 2981st meeting," is no reason.
        closingShape(text) === null &&
        longParagraphFrom(own, index)) ||
      isSentenceBlock(own, index),
  );
  const head = reasons < 0 ? own : own.slice(0, reasons);
  const symbolLine = head.find(({ text }) =>
    resolutionSymbol.test(text.replace(/^Resolution /, '')),
  );
  if (symbolLine !== undefined) roles.set(symbolLine.number, 'number');

  const titled = head.findLastIndex(({ text }) => numberAndTitle.test(text));
  let number: string | null = null;
  let title: CleanLine[] = [];
  let titleText: string | null = null;
  if (titled >= 0) {
    const line = head[titled];
    const [, figure = '', behind] = numberAndTitle.exec(line?.text ?? '') ?? [];
    // "1325 (2000) Adopted by the Security Council at …": what stands behind the number is no title.
    const words = behind !== undefined && closingShape(behind) !== null ? undefined : behind;
    number = figure;
    if (line !== undefined) roles.set(line.number, words === behind ? 'number' : 'letterhead');
    const rest = titleLines(head.slice(titled + 1), line, words !== undefined);
    title = rest;
    titleText = [words, ...rest.map(({ text }) => text)]
      .filter((part) => part !== undefined)
      .join(' ');
    if (titleText === '') {
      title = titleLines(
        head
          .slice(0, titled)
          .filter(({ number: one }) => !roles.has(one))
          .slice(-3),
        undefined,
        false,
      );
      titleText = title.map(({ text }) => text).join(' ');
    }
  } else {
    const numbered = head.findLast(
      ({ text, number: one }) =>
        !roles.has(one) && numberAnywhere.test(text) && /resolution|decision/i.test(text),
    );
    if (numbered !== undefined) {
      roles.set(numbered.number, 'number');
      number = numberAnywhere.exec(numbered.text)?.[1] ?? null;
    }
    const candidates = head.filter(
      (line) =>
        !roles.has(line.number) && !masthead.test(line.text) && closingShape(line.text) === null,
    );
    const last = candidates.at(-1);
    if (last !== undefined) {
      // A title over several lines: lines that follow each other without a blank.
      title = [last];
      for (let index = candidates.length - 2; index >= 0; index -= 1) {
        const line = candidates[index];
        if (line === undefined || line.number !== (title[0]?.number ?? 0) - 1) break;
        title.unshift(line);
      }
      titleText = title.map(({ text }) => text).join(' ');
    }
  }
  if (number === null && symbolLine !== undefined) number = numberOf(symbolLine.text);
  for (const line of title) roles.set(line.number, 'title');
  for (const line of head) if (!roles.has(line.number)) roles.set(line.number, 'letterhead');
  return {
    title: (titleText ?? '').trim(),
    number: number === null ? null : number.replace(/\s+/g, ' '),
    symbol: symbolLine?.text.replace(/^Resolution /, '') ?? null,
    roles,
    preambleFrom: reasons < 0 ? null : (own[reasons]?.number ?? null),
    from: own[0]?.number ?? 1,
  };
}

/** The end of another resolution on the same page: its closing lines, before this one's number. */
function endOfOther(front: readonly CleanLine[]): number {
  const closing = front.findLastIndex(
    ({ text }, index) =>
      closingShape(text) === 'meeting' &&
      index > 0 &&
      front.slice(0, index).some(({ text: words }) => isEnded(words) && words.length > 40),
  );
  if (closing < 0) return 0;
  let index = closing + 1;
  while (
    index < front.length &&
    (closingShape(front[index]?.text ?? '') !== null || /^\[/.test(front[index]?.text ?? ''))
  )
    index += 1;
  return index;
}

function titleLines(
  lines: readonly CleanLine[],
  before: CleanLine | undefined,
  begun: boolean,
): CleanLine[] {
  const title: CleanLine[] = [];
  let last = before;
  for (const line of lines) {
    if (
      masthead.test(line.text) ||
      adoptedOn.test(line.text) ||
      closingShape(line.text) !== null ||
      /^[[(]/.test(line.text)
    )
      break;
    const follows = last !== undefined && line.number === last.number + 1;
    if ((begun || title.length > 0) && !follows) break;
    title.push(line);
    last = line;
  }
  return title;
}

/** A paragraph of reasons that stands before the organ: it ends like one within a few lines. */
function longParagraphFrom(lines: readonly CleanLine[], index: number): boolean {
  for (let at = index; at < Math.min(index + 12, lines.length); at += 1) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line === undefined || /[.:]$/.test(line.text)) return false;
    // A comma at a line's end inside a title ends nothing.
    const last = next === undefined || next.number > line.number + 1;
    if (/,$/.test(line.text) && (last || openingForm(next.text) === 'preambular')) return true;
    if (last) return false;
  }
  return false;
}

/** "Genocide is a denial of …": full sentences below the number and title, before the organ speaks, are its reasons. */
function isSentenceBlock(lines: readonly CleanLine[], index: number): boolean {
  const first = lines[index];
  const above = lines[index - 1];
  if (
    first === undefined ||
    above === undefined ||
    first.number === above.number + 1 ||
    !/^\p{Lu}/u.test(first.text) ||
    masthead.test(first.text) ||
    numberAndTitle.test(first.text) ||
    closingShape(first.text) !== null ||
    !lines.slice(Math.max(0, index - 8), index).some(({ text }) => numberAndTitle.test(text))
  )
    return false;
  let words = 0;
  for (const [at, line] of lines.slice(index, index + 40).entries()) {
    words += line.text.split(' ').length;
    const next = lines[index + at + 1];
    if (next === undefined || next.number > line.number + 1)
      return words > 10 && /[.;,]$/.test(line.text);
  }
  return false;
}

function numberOf(symbol: string): string | null {
  const [, figure] = /RES[./](?:[A-Z0-9.-]+\/)?(.+)$/.exec(symbol) ?? [];
  if (figure === undefined) return null;
  const [, council] = /^[A-Z]+\/[A-Z]{2,5}\/RES\/(\d+\/\d+)/.exec(symbol) ?? [];
  return council ?? /RES\/(.+)$/.exec(symbol)?.[1] ?? figure;
}

const organs: readonly (readonly [RegExp, string])[] = [
  [/^General Assembly$/i, 'A/RES'],
  [/^Security Council$/i, 'S/RES'],
  [/^Economic and Social Council$/i, 'E/RES'],
  [/^Human Rights Council$/i, 'A/HRC/RES'],
  [/^Commission on Human Rights$/i, 'E/CN.4/RES'],
];

/** The symbol that follows from organ and number (un-conventions, "Symbols and docs.un.org"), or null for other organs. */
export function symbolOf(body: string, number: string | null): string | null {
  const root = organs.find(([organ]) => organ.test(body))?.[1];
  return root === undefined || number === null ? null : normalizeSymbol(`${root}/${number}`);
}
