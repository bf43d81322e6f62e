import { annexStart, closingShape, isEnded, startsWithDate } from './line-shapes.ts';
import type { CleanLine } from './clean-text.ts';

/** The lines of one footnote text. */
export interface FootnoteLines {
  readonly label: string;
  readonly lines: readonly CleanLine[];
}

const noteStart =
  /^(?:\[(\d{1,3}|\*{1,3})\] ?(?=\S)|(\d{1,3}|\*{1,3})(?:(?:\/| \/)? ?(?=[\p{Lu}“"‘[(])|$))/u;

/** The label that begins a footnote's text, or none: "1", "*", also "1/" and "[1]". */
function noteLabel(text: string): string | undefined {
  const [, bracketed, plain] = noteStart.exec(text) ?? [];
  return bracketed ?? plain;
}

/** The words of a footnote without its label. */
export const noteWords = (text: string, label: string): string =>
  text
    .replace(/^\[(\d{1,3}|\*{1,3})\]/, '$1')
    .slice(label.length)
    .replace(/^ ?\/ ?/, '')
    .trim();

/**
 * Finds footnote texts: blocks at the foot of a page or at the end that begin with the next figure, without a full
 * stop, and whose call stands in the words before them. `furniture` tells page markers and blanks.
 */
export function findFootnotes(
  lines: readonly CleanLine[],
  furniture: (line: CleanLine) => 'blank' | 'page-marker' | null,
): readonly FootnoteLines[] {
  const found: FootnoteLines[] = [];
  let next = 1;
  const above = createCallMemory();
  // Where no blank line parts anything, none stands before a footnote either.
  const gapless = lines.filter((line) => furniture(line) === 'blank').length < 3;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const label = noteLabel(line.text);
    const before = index === 0 ? null : furniture(lines[index - 1] ?? line);
    const afterNote = found.at(-1)?.lines.at(-1)?.number === line.number - 1;
    // In a volume of many resolutions the notes of one begin with any figure.
    const isNext =
      label !== undefined &&
      (label.startsWith('*') || Number(label) === next || (next === 1 && found.length === 0));
    if (
      label === undefined ||
      !isNext ||
      furniture(line) !== null ||
      startsWithDate(line.text) ||
      (before === null && !afterNote && !(gapless && isEndedOrClosing(lines[index - 1]))) ||
      !above.hasCall(label)
    ) {
      if (furniture(line) === null) above.add(line.text);
      continue;
    }
    const own = [line];
    for (let follow = index + 1; follow < lines.length; follow += 1) {
      const more = lines[follow];
      if (
        more === undefined ||
        furniture(more) !== null ||
        noteStart.test(more.text) ||
        closingShape(more.text) !== null ||
        annexStart.test(more.text)
      )
        break;
      // A blank line is not needed after a note, but what follows a finished one and begins a sentence is the body again.
      if (isEnded(own.at(-1)?.text ?? '') && /^\d{1,3}\.\s/.test(more.text)) break;
      own.push(more);
    }
    found.push({ label, lines: own });
    if (!label.startsWith('*')) next = Number(label) + 1;
    index += own.length - 1;
  }
  return found;
}

function isEndedOrClosing(line: CleanLine | undefined): boolean {
  return line !== undefined && (isEnded(line.text) || closingShape(line.text) !== null);
}

/** Until the end of the last century a call was printed with a stroke: "the report,1/ and", "the report 2/". */
const stroke = String.raw`\/(?=[\s,;.:)]|$)`;

/**
 * Where the call of a footnote stands: glued to a word or a mark ("Court,1", "20139"), or loose after a word; in closing
 * lines, which are full of figures, only glued.
 */
export function findCall(
  text: string,
  label: string,
  from = 0,
  place: 'words' | 'closing' = 'words',
): { readonly at: number; readonly length: number } | null {
  const figure = label.replaceAll('*', String.raw`\*`);
  const end = String.raw`(?:${stroke})?(?![\d\p{L}%])(?![./]\d)`;
  const glued = new RegExp(
    String.raw`(?<=[\p{L})\]”"’][,;.:]?)${figure}${end}|(?<=(?<!\d)(?:1[89]|20)\d{2}[,;.)]?)${figure}${end}`,
    'gu',
  );
  glued.lastIndex = from;
  const match = glued.exec(text);
  if (match !== null) return { at: match.index, length: match[0].length };
  // "[1]": copies from web pages.
  const bracketed = text.indexOf(`[${label}]`, from);
  if (bracketed >= 0 && /\S$/.test(text.slice(0, bracketed)))
    return { at: bracketed, length: label.length + 2 };
  const struck = new RegExp(String.raw`(?<=\S) ${figure}${stroke}`, 'gu');
  struck.lastIndex = from;
  const late = struck.exec(text);
  if (late !== null) return { at: late.index, length: late[0].length };
  if (place === 'closing') return null;
  const loose = new RegExp(String.raw`(?<=[\p{Ll})\]”"’,;]) ${figure}(?=[\s,;.:)]|$)`, 'gu');
  loose.lastIndex = from;
  for (let one = loose.exec(text); one !== null; one = loose.exec(text)) {
    const word =
      /(\p{L}+)\W*$/u.exec(text.slice(Math.max(0, one.index - 60), one.index))?.[1] ?? '';
    if (
      !/^(?:paragraphs?|paras?|articles?|arts?|no|nos|chapters?|chap|sections?|parts?|session|items?|annex|volume|vol|page|phase|pillar|goal|target|step|to|and|of|on|in|the|by|from|than|least|about|principle|rule|resolution|decision|category|level|type|class|tier|protocol|additional)$/i.test(
        word,
      )
    ) {
      return { at: one.index, length: one[0].length };
    }
  }
  return null;
}

/** How far above its text a footnote may be called. */
const WINDOW = 20_000;

/** Remembers the words above and whether a label is called in them; each stretch is searched once for a label. */
function createCallMemory(): {
  readonly add: (line: string) => void;
  readonly hasCall: (label: string) => boolean;
} {
  let words = '';
  let asked = '';
  let isCalled = false;
  let from = 0;
  return {
    add(line) {
      words += `${line} `;
      if (words.length < 2 * WINDOW) return;
      const cut = words.length - WINDOW;
      words = words.slice(cut);
      from = Math.max(0, from - cut);
    },
    hasCall(label) {
      if (label.startsWith('*')) return true;
      if (label !== asked) {
        asked = label;
        isCalled = false;
        from = 0;
      }
      // A call stands behind a word: a little of what was searched is searched again.
      isCalled ||= findCall(words.slice(Math.max(0, from - 60)), label) !== null;
      from = words.length;
      return isCalled;
    },
  };
}
