import type { LineOverride } from '../../src/resolution/line-override.ts';

/** A line of print: its words, where it stands, how large most of it is, and a note's label that it begins with. */
export interface Row {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly label: string | null;
}

/**
 * What lines are by where and how large they stand: the same words at the same height of several pages are running
 * heads; a figure at the edge is a page number; small type at the foot that begins with a label is a footnote. Where
 * place does not decide, the line is left to the parser, which reads the words.
 */
export function judgeByPlace(pages: readonly (readonly Row[])[]): ReadonlyMap<Row, LineOverride> {
  const roles = new Map<Row, LineOverride>();
  const body = usualHeight(pages.flat());
  const recurring = recurringPlaces(pages);
  const notes: { readonly label: string; readonly page: number; readonly rows: Row[] }[] = [];
  pages.forEach((rows, page) => {
    const isFurniture = (row: Row): boolean =>
      (recurring.get(place(row)) ?? 0) > 1 || pageNumber.test(row.text);
    const upwards = rows.toReversed();
    for (const edge of [rows, upwards]) {
      for (const row of edge) {
        if (!isFurniture(row)) break;
        roles.set(row, { role: 'page-marker' });
      }
    }
    const inner = upwards.filter((row) => !roles.has(row));
    const end = inner.findIndex(({ height }) => height > body * 0.93);
    // A page of nothing but small type has no foot: it may be an annex.
    const foot = end < 0 ? [] : inner.slice(0, end).reverse();
    let above: Row | undefined;
    for (const row of foot) {
      const open = notes.at(-1);
      // A job number stands apart below the notes.
      const apart = above !== undefined && above.y - row.y > row.height * 1.9;
      above = row;
      if (row.label !== null && follows(row.label, open?.label))
        notes.push({ label: row.label, page, rows: [row] });
      else if (apart) break;
      else if (open !== undefined && page - open.page <= 1) open.rows.push(row);
    }
  });
  // Where each page begins again at 1, a label says too little.
  const labels = notes.map(({ label }) => label);
  for (const { label, rows } of notes)
    if (labels.indexOf(label) === labels.lastIndexOf(label))
      for (const row of rows) roles.set(row, { role: 'footnote', label });
  return roles;
}

const pageNumber = /^(?:page )?[-\u2013]? ?\d{1,3}(?: ?[/-] ?\d{1,3})? ?[-\u2013]?$/i;

/** "30 States" at a line's start within a note is no new note. */
function follows(label: string, before: string | undefined): boolean {
  if (label.startsWith('*') || before === undefined || before.startsWith('*')) return true;
  return Number(label) === 1 || Number(label) === Number(before) + 1;
}

/** Words with their figures left open, at a height of the page. */
const place = ({ text, y }: Row): string => `${text.replace(/\d+/g, '#')}@${Math.round(y / 3)}`;

/** On how many pages words stand at one place among the first or last three lines. */
function recurringPlaces(pages: readonly (readonly Row[])[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const rows of pages) {
    const edges = new Set([...rows.slice(0, 3), ...rows.slice(-3)].map(place));
    for (const one of edges) times.set(one, (times.get(one) ?? 0) + 1);
  }
  return times;
}

/** The size that most characters have. */
function usualHeight(rows: readonly Row[]): number {
  const characters = new Map<number, number>();
  for (const { height, text } of rows) {
    const size = Math.round(height * 2) / 2;
    characters.set(size, (characters.get(size) ?? 0) + text.length);
  }
  return [...characters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}
