import type { PublishedParagraph, PublishedResolution } from '../../src/corpus/corpus.ts';
import type { LineRange } from '../../src/resolution/model.ts';

/**
 * The words of a text, brought to one spelling of characters on both sides of a comparison:
 * ligatures and no-break characters become plain, soft hyphens and invisible marks go.
 */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll('\u2010', '-')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** What an official file holds for one paragraph: the words of the lines it owns, printed number apart. */
export function officialWordsOf(
  resolution: PublishedResolution,
  lines: readonly string[],
  paragraph: PublishedParagraph,
): string[] {
  const own: string[] = [];
  for (const { number, owner } of resolution.parsed.lines.slice(
    paragraph.lines.first - 1,
    paragraph.lines.last,
  ))
    if (owner === paragraph.id) own.push(lines[number - 1] ?? '');
  const text = own.join('\n');
  if (paragraph.printedNumber === null) return withoutGuests(wordsOf(text), resolution, paragraph);
  const number = paragraph.printedNumber.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return withoutGuests(
    wordsOf(text.replace(new RegExp(`^[\\s\\uFEFF]*\\(?${number}\\s*[.)]?`), '')),
    resolution,
    paragraph,
  );
}

/** A formula before the first word and closing lines after the last may stand on lines of the paragraph. */
function withoutGuests(
  words: readonly string[],
  { parsed }: PublishedResolution,
  { lines, id }: PublishedParagraph,
): string[] {
  const isGuest = ({ first, last }: LineRange): boolean =>
    first >= lines.first &&
    last <= lines.last &&
    parsed.lines[first - 1]?.owner === id &&
    parsed.lines[last - 1]?.owner === id;
  const guests = (some: readonly { readonly text: string; readonly lines: LineRange }[]) =>
    wordsOf(
      some
        .filter((one) => isGuest(one.lines))
        .map(({ text }) => text)
        .join(' '),
    );
  const before = guests(parsed.enactingFormulas);
  const after = guests(parsed.closing);
  const start = before.every((word, index) => words[index] === word) ? before.length : 0;
  const end = words.length - after.length;
  return words.slice(
    start,
    after.every((word, index) => words[end + index] === word) ? end : undefined,
  );
}

export interface Difference {
  readonly at: number;
  readonly official: string;
  readonly found: string;
}

/**
 * Compares official words with those of a page, one by one. Two things may differ, both told by the parser:
 * a word broken over two lines that it joined, and the figure of a footnote's call that it took out.
 * @returns the first difference, or null where all words stand once and in order.
 */
export function firstDifference(
  official: readonly string[],
  found: readonly string[],
  paragraph: PublishedParagraph,
): Difference | null {
  const joined = new Set(
    paragraph.anomalies
      .filter(({ kind }) => kind === 'joined-word')
      .flatMap(({ span }) => wordsOf(paragraph.text.slice(span.start, span.end))),
  );
  // As prints of all ages have them: "1", "1/", "[1]".
  const calls = new Set(
    paragraph.footnoteCalls.flatMap(({ label }) => [label, `${label}/`, `[${label}]`]),
  );
  let at = 0;
  for (let i = 0; i < official.length; i += 1) {
    const word = official[i] ?? '';
    const here = found[at] ?? '';
    if (word === here) at += 1;
    else if (isJoined(word, official[i + 1] ?? '', here, joined)) {
      at += 1;
      i += 1;
    } else if (here !== '' && isWithoutCall(word, here, calls)) at += 1;
    else if (!isLooseCall(word, calls))
      return { at, official: excerpt(official, i), found: excerpt(found, at) };
  }
  return at === found.length ? null : { at, official: '', found: excerpt(found, at) };
}

function isJoined(
  first: string,
  second: string,
  found: string,
  joined: ReadonlySet<string>,
): boolean {
  if (!first.endsWith('-')) return false;
  const whole = first + second;
  const closed = first.slice(0, -1) + second;
  if (found === whole) return true;
  return (
    found === closed && [...joined].some((word) => closed.includes(word.replaceAll(/\W+$/g, '')))
  );
}

function isWithoutCall(word: string, found: string, calls: ReadonlySet<string>): boolean {
  for (const call of calls) {
    for (let at = word.indexOf(call); at >= 0; at = word.indexOf(call, at + 1))
      if (word.slice(0, at) + word.slice(at + call.length) === found) return true;
  }
  return false;
}

function isLooseCall(word: string, calls: ReadonlySet<string>): boolean {
  return calls.has(word) || calls.has(word.replaceAll(/[()]/g, ''));
}

function excerpt(words: readonly string[], at: number): string {
  return words.slice(at, at + 6).join(' ');
}
