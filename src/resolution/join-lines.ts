import type { CleanLine } from './clean-text.ts';
import type { Span } from './model.ts';

/** Lines as one text, with the place at which each began. */
export interface Joined {
  readonly text: string;
  /** Offset of each line, in order. */
  readonly starts: readonly number[];
  /** Words that a line end had broken and that were made whole. */
  readonly mended: readonly { readonly span: Span; readonly line: number }[];
}

/** No word is longer; what is cut off is no word. */
const LONGEST_WORD = 60;
/** Ends of words that stand alone only where a line end broke a word. */
const wordEnd =
  /^(?:t?ions?|s?ions?|ments?|ing|ings|ted|ded|sed|zed|ly|ity|ties|ties|ness|ances?|ences?|able|ible|ally|ally|ers?|ors?|ives?|ous|tional|cial|tial|ary|ory|tory|tives?|mental|mently|tation|tations|zation|izations?|ture|tures|sures?|gency|dence|dent|lar|larly|bers?)$/;
/** First parts of words that keep their hyphen. */
const hyphenated =
  /^(?:non|self|inter|anti|co|pre|post|sub|multi|socio|ex|cross|well|long|short|full|high|low|mid|semi|vice|under|over|gender|child|human|world|time|follow|decision|policy|drug|arms|peace|land|age|community|victim|rights|risk|cease|build|set|on|off|up|re|so|micro|macro|counter|intra|extra|trans|ultra|quasi|half|all|cost|fact|evidence|results?|large|small|medium|right|north|south|east|west)$/i;

/**
 * Joins the lines of one paragraph: a line end is one space. A word broken with a hyphen at a line end is made whole
 * only where the text has the whole word elsewhere, or where the second half is the mere end of a word; true hyphens
 * stay, and so does the space after a suspended one ("child- / and gender-sensitive").
 */
export function joinLines(
  lines: readonly { readonly text: string; readonly number: number }[],
  attested: ReadonlySet<string>,
): Joined {
  // Pieces and their length: a text that grows line by line would be read anew at each.
  const pieces: string[] = [];
  let length = 0;
  const add = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const starts: number[] = [];
  const mended: { span: Span; line: number }[] = [];
  let before = '';
  for (const line of lines) {
    if (length === 0 || line.text === '') {
      starts.push(length);
      add(line.text);
      if (line.text !== '') before = line.text;
      continue;
    }
    const left = /(\p{L}+)[-‐]$/u.exec(before.slice(-LONGEST_WORD))?.[1];
    const right = /^(\p{Ll}+)/u.exec(line.text)?.[1];
    before = line.text;
    if (left === undefined || right === undefined || /^(?:and|or|to|nor)$/.test(right)) {
      add(' ');
      starts.push(length);
      add(line.text);
      continue;
    }
    if (isBroken(left, right, attested)) {
      const last = pieces.pop() ?? '';
      pieces.push(last.slice(0, -1));
      length -= 1;
      mended.push({
        span: { start: length - left.length, end: length + right.length },
        line: line.number,
      });
    }
    starts.push(length);
    add(line.text);
  }
  return { text: pieces.join(''), starts, mended };
}

function isBroken(left: string, right: string, attested: ReadonlySet<string>): boolean {
  const whole = (left + right).toLowerCase();
  if (attested.has(`${left.toLowerCase()}-${right}`)) return false;
  if (attested.has(whole)) return true;
  return wordEnd.test(right) && !hyphenated.test(left) && !attested.has(right);
}

/** Every word of a text, with and without hyphens inside, for the question whether a word is attested. */
export function attestedWords(lines: readonly CleanLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  let broken = false;
  for (const { text } of lines) {
    if (text === '') continue;
    // The last word of a line that ends in a hyphen and the first of the next are no evidence.
    const whole = (broken ? text.replace(/^\p{L}+/u, '') : text).replace(
      /(?<!\p{L})\p{L}+[-‐]$/u,
      '',
    );
    broken = /[-‐]$/.test(text);
    for (const [word] of whole.matchAll(/\p{L}+(?:[-‑]\p{L}+)*/gu)) words.add(word.toLowerCase());
  }
  return words;
}
