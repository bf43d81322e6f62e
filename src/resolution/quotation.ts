import type { Draft } from './draft.ts';

/** A resolution or decision quoted inside a paragraph: from a line that opens a quotation to the one that closes it. */
export function isInsideQuote(draft: Draft): boolean {
  const last = draft.lines.at(-1);
  const before = draft.lines.at(-2);
  if (last === undefined) return false;
  const words = last.line.text.slice(last.skip);
  if (!draft.quote.open) {
    const opens =
      /^[“"]/.test(words) && (before === undefined ? false : /[:,]$/.test(before.line.text));
    if (!opens) return false;
    draft.quote = { open: true, depth: 0 };
  }
  // Each quoted paragraph may open with a mark of its own; only the last one closes.
  draft.quote = { open: !/[”"][.,;:]?(?: and)?$/.test(words), depth: draft.quote.depth + 1 };
  if (draft.quote.depth > 80) draft.quote = { open: false, depth: 0 };
  return draft.quote.open;
}
