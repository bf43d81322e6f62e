import { readFileSync } from 'node:fs';
import type { Problem, ProblemCode } from '../resolution/problem.ts';

/** The text of a file, or why it cannot be read as text. */
export type OfficialText =
  | { readonly bytes: Uint8Array; readonly text: string; readonly problem: null }
  | { readonly bytes: null; readonly text: null; readonly problem: Problem };

/** Reads an official text: UTF-8, with or without a byte-order mark. Other encodings are recognised and refused. */
export function readOfficialText(path: string, file: string): OfficialText {
  const refuse = (
    code: ProblemCode,
    message: string,
    hint: string,
    line = 1,
    column = 1,
  ): OfficialText => ({
    bytes: null,
    text: null,
    problem: { code, message, file, line, column, hint },
  });
  const bytes = readBytes(path);
  if (bytes === null)
    return refuse(
      'missing-file',
      `The file ${file} cannot be read.`,
      'Check the name and that it is a file.',
    );
  const [first = 0, second = 0] = bytes;
  const utf16 =
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    zerosAlternate(bytes);
  if (utf16) {
    return refuse(
      'utf-16',
      'The file is in UTF-16, not in UTF-8.',
      `Convert it: iconv -f UTF-16 -t UTF-8 "${file}" > converted.txt`,
    );
  }
  if (bytes.includes(0)) {
    const at = position(bytes, bytes.indexOf(0));
    return refuse(
      'null-byte',
      'A null byte stands here; this is no plain text.',
      'Export the text again as plain text in UTF-8.',
      at.line,
      at.column,
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const at = position(bytes, firstBadByte(bytes));
    return refuse(
      'latin-1',
      'The file is not UTF-8; it looks like Latin-1 or Windows-1252.',
      `Convert it: iconv -f WINDOWS-1252 -t UTF-8 "${file}" > converted.txt`,
      at.line,
      at.column,
    );
  }
  const unseen = UNSEEN.exec(text);
  if (unseen !== null) {
    const before = text.slice(0, unseen.index).split('\n');
    const code = (unseen[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return refuse(
      'unseen-character',
      `The character U+${code} stands here: it shows nothing and changes how the words around it are read.`,
      'Take it out of the official text, write the new hash of the file into resolution.yaml, and say so in the commit.',
      before.length,
      (before.at(-1)?.length ?? 0) + 1,
    );
  }
  return { bytes, text, problem: null };
}

/** Controls but tab, line end and form feed; and what turns the reading direction round (UAX #9, "Trojan Source"). */
const UNSEEN = /[\u0001-\u0008\u000B\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;

function readBytes(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** UTF-16 without a byte-order mark: in Latin text every second byte is zero. */
function zerosAlternate(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 512);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  return head.length >= 4 && Math.max(...zeros) > head.length / 4;
}

function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  const decodes = (end: number, stream = true): boolean => {
    try {
      // A streaming decoder accepts a character that is cut off at the end.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(middle)) low = middle;
    else high = middle - 1;
  }
  // "é" of Latin-1 begins a longer character in UTF-8; only the byte after it gives it away.
  while (low > 0 && !decodes(low, false)) low -= 1;
  return Math.min(low, bytes.length - 1);
}

function position(
  bytes: Uint8Array,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = bytes.subarray(0, offset);
  let line = 1;
  let start = 0;
  before.forEach((byte, at) => {
    if (byte !== 0x0a) return;
    line += 1;
    start = at + 1;
  });
  return { line, column: new TextDecoder().decode(before.subarray(start)).length + 1 };
}
