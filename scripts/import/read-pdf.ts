import { readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';
import type { LineOverride } from '../../src/resolution/line-override.ts';
import { judgeByPlace, type Row } from './judge-by-place.ts';

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly width: number;
}

/** A text, and what the place of some of its lines (1-based) says about them. */
export interface PlacedText {
  readonly text: string;
  readonly lines: ReadonlyMap<number, LineOverride>;
}

/**
 * The text layer of a PDF, line by line as it stands on the page: a larger step down is a blank line, and each page
 * after the first begins with a form feed. Running heads, page numbers and footnotes are known by place and size.
 * @throws Error when it is no PDF, or is locked
 */
export async function readPdf(path: string): Promise<PlacedText> {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(path)));
  const pages: Row[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      toRows(
        items.flatMap((item): Piece[] => {
          if (!('str' in item) || item.str.trim() === '') return [];
          const [, , , scale = 10, x = 0, y = 0] = item.transform.map(Number);
          return [{ text: item.str, x, y, height: Math.abs(scale), width: item.width }];
        }),
      ),
    );
  }
  const roles = judgeByPlace(pages);
  const lines = new Map<number, LineOverride>();
  let count = 0;
  const texts = pages.map((rows) => {
    const left = Math.min(...rows.map(({ x }) => x));
    const written: string[] = [];
    rows.forEach((row, index) => {
      const above = rows[index - 1];
      if (above !== undefined && above.y - row.y > row.height * 1.75) written.push('');
      written.push(' '.repeat(Math.max(0, Math.round((row.x - left) / 6))) + row.text);
      const role = roles.get(row);
      if (role !== undefined) lines.set(count + written.length, role);
    });
    count += Math.max(1, written.length);
    return written.join('\n');
  });
  return { text: `${texts.join('\n\f')}\n`, lines };
}

/** Pieces of one height are one line, from left to right; a raised figure belongs to the line it stands a little above. */
function toRows(pieces: readonly Piece[]): Row[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (
      row !== undefined &&
      first !== undefined &&
      Math.abs(first.y - piece.y) < Math.max(3, Math.max(first.height, piece.height) * 0.5)
    )
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    const sorted = row.toSorted((a, b) => a.x - b.x);
    const [largest = { height: 10, y: 0 }] = row.toSorted(
      (a, b) => b.text.trim().length - a.text.trim().length,
    );
    const [first, ...rest] = sorted;
    const alone = /^(\d{1,3}|\*{1,3})$/.exec(first?.text.trim() ?? '')?.[1];
    const raised =
      first !== undefined &&
      rest.length > 0 &&
      (first.height < largest.height * 0.85 || first.y > largest.y + 1);
    const words = joinPieces(raised && alone !== undefined ? rest : sorted);
    const label =
      raised && alone !== undefined ? alone : (/^(\d{1,3}|\*{1,3})\s+\S/.exec(words)?.[1] ?? null);
    return {
      text: raised && alone !== undefined ? `${alone} ${words}` : words,
      x: first?.x ?? 0,
      y: largest.y,
      height: largest.height,
      label,
    };
  });
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
