import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { readOfficialText } from '../../src/corpus/read-official-text.ts';
import { ProblemsError, type Problem, type ProblemCode } from '../../src/resolution/problem.ts';
import { readWord } from './read-word.ts';

/**
 * The plain text of a `.txt`, `.docx` or `.pdf`, as UTF-8 text with one line end a line.
 * Text files come out byte for byte.
 * @throws ProblemsError saying what cannot be read and what to do
 */
export async function readSource(path: string, file: string): Promise<string> {
  const refuse = (code: ProblemCode, message: string, hint: string): never => {
    const problem: Problem = { code, message, file, line: 1, column: 1, hint };
    throw new ProblemsError([problem]);
  };
  switch (extname(path).toLowerCase()) {
    case '.txt': {
      const official = readOfficialText(path, file);
      if (official.problem !== null) throw new ProblemsError([official.problem]);
      return official.text;
    }
    case '.docx': {
      const value = await readWord(path).catch(() =>
        refuse(
          'not-word',
          `${file} is no Word document that can be read.`,
          'Open it and save it again as .docx, or as plain text in UTF-8.',
        ),
      );
      if (value.trim() === '')
        refuse(
          'no-text',
          `${file} holds no text.`,
          'If it holds a picture of the page, use the text of the resolution instead.',
        );
      return value;
    }
    case '.pdf': {
      const text = await readPdf(path).catch(() =>
        refuse(
          'not-pdf',
          `${file} is no PDF that can be read.`,
          'Fetch it again; a PDF with a password cannot be read.',
        ),
      );
      if (text.replace(/\s/g, '').length < 40)
        refuse(
          'scan',
          `${file} is a scan: it holds pictures of pages and no text.`,
          'Use the official plain text or Word file, or a PDF with a text layer.',
        );
      return text;
    }
    default:
      return refuse(
        'unknown-kind',
        `${file} is neither .txt nor .docx nor .pdf.`,
        'Save the resolution in one of these forms.',
      );
  }
}

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly width: number;
}

/**
 * The text layer of a PDF, line by line as it stands on the page: pieces of one height are one line, a larger step down
 * is a blank line, a small figure that stands alone begins a footnote's line, and each page begins with a form feed.
 */
async function readPdf(path: string): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(path)));
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , scale = 10, x = 0, y = 0] = item.transform.map(Number);
      return [{ text: item.str, x, y, height: Math.abs(scale), width: item.width }];
    });
    pages.push(toLines(pieces));
  }
  return `${pages.join('\n\f')}\n`;
}

function toLines(pieces: readonly Piece[]): string {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const y = row?.[0]?.y ?? Infinity;
    // A raised figure stands a little above its line and belongs to it.
    if (row !== undefined && Math.abs(y - piece.y) < Math.max(3, piece.height * 0.45))
      row.push(piece);
    else rows.push([piece]);
  }
  const left = Math.min(...pieces.map(({ x }) => x));
  const lines: string[] = [];
  let above: number | null = null;
  for (const row of rows) {
    const sorted = row.toSorted((a, b) => a.x - b.x);
    const [first] = sorted;
    if (first === undefined) continue;
    const height = Math.max(...sorted.map((piece) => piece.height));
    if (above !== null && above - first.y > height * 1.75) lines.push('');
    above = first.y;
    const indent = ' '.repeat(Math.max(0, Math.round((first.x - left) / 6)));
    lines.push(indent + joinPieces(sorted));
  }
  return lines.join('\n');
}

/** Pieces of one line: a space only where the print has one, for a ligature is often a piece of its own. */
function joinPieces(pieces: readonly Piece[]): string {
  let line = '';
  let end = -Infinity;
  for (const { text, x, width, height } of pieces) {
    const gap = x - end;
    const apart =
      gap > height * 0.12 && line !== '' && !line.endsWith(' ') && !text.startsWith(' ');
    line += (apart ? ' ' : '') + text;
    end = x + width;
  }
  return line.replace(/ {2,}/g, ' ').trim();
}
