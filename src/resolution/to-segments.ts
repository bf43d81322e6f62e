import type { Span } from './model.ts';

/** A mark over a range of the text: what it is for is up to the caller. */
export interface Mark<Purpose> extends Span {
  readonly purpose: Purpose;
}

/** The only thing renderers see: a run of words, or a run with a purpose around further segments. */
export type Segment<Purpose> =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'run';
      readonly purpose: Purpose;
      readonly children: readonly Segment<Purpose>[];
    };

/**
 * Cuts `text` at the borders of `marks` into nested segments, keeping every character once and in order.
 * Marks may nest and may be empty (a footnote call); of two equal ranges the earlier in the list is outside.
 * @throws Error naming both when two marks cross, and when one lies outside the text.
 */
export function toSegments<Purpose>(
  text: string,
  marks: readonly Mark<Purpose>[],
): readonly Segment<Purpose>[] {
  const ordered = marks
    .map((mark, order) => ({ ...mark, order }))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
  let next = 0;

  function fill(from: number, to: number): Segment<Purpose>[] {
    const segments: Segment<Purpose>[] = [];
    let at = from;
    for (let mark = ordered[next]; mark !== undefined && mark.start <= to; mark = ordered[next]) {
      if (mark.start === to && mark.end > to) break;
      if (mark.start < from || mark.end > to || mark.end < mark.start) {
        throw new Error(
          `Expected marks that nest, but ${mark.start}–${mark.end} ("${text.slice(mark.start, mark.end)}") crosses ${from}–${to} ("${text.slice(from, to)}").`,
        );
      }
      next += 1;
      if (mark.start > at) segments.push({ kind: 'text', text: text.slice(at, mark.start) });
      const children = mark.end > mark.start ? fill(mark.start, mark.end) : [];
      segments.push({ kind: 'run', purpose: mark.purpose, children });
      at = mark.end;
    }
    if (to > at) segments.push({ kind: 'text', text: text.slice(at, to) });
    return segments;
  }

  const segments = fill(0, text.length);
  const outside = ordered[next];
  if (outside !== undefined) {
    throw new Error(
      `Expected marks inside 0–${text.length}, but one is ${outside.start}–${outside.end}.`,
    );
  }
  return segments;
}
