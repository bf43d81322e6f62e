import { findCall } from './find-footnotes.ts';
import type { Footnote } from './model.ts';

/** A place that is cut from a text because a footnote's figure stands there. */
export interface Call {
  readonly at: number;
  readonly length: number;
  readonly footnote: string;
}

/** Glued to a word, with the stroke of older prints, or in brackets. */
const callAgain =
  /(?<=\p{Ll}{3}[,;.:)”"’]?)(\d{1,3})(?:\/(?=[\s,;.:)]|$))?(?![\d\p{L}%]|[./]\d)|(?<=\S) (\d{1,3})\/(?=[\s,;.:)]|$)|\[(\d{1,3})\]/gu;

/** Footnotes are called in order: each call is looked for after the last one, over all texts. */
export function createCallFinder(
  footnotes: readonly Footnote[],
): (text: string) => readonly Call[] {
  let next = 0;
  const called = new Map<string, string>();
  return (text) => {
    const cuts: Call[] = [];
    let from = 0;
    for (let note = footnotes[next]; note !== undefined; note = footnotes[next]) {
      const call = findCall(text, note.label, from);
      if (call === null) break;
      cuts.push({ ...call, footnote: note.id });
      from = call.at + call.length;
      called.set(note.label, note.id);
      next += 1;
    }
    // A footnote may be called again later: glued to a word it can be nothing else.
    const places = new Set(cuts.map(({ at }) => at));
    for (const { 0: words, 1: glued, 2: struck, 3: bracketed, index: at } of text.matchAll(
      callAgain,
    )) {
      const footnote = called.get(glued ?? struck ?? bracketed ?? '');
      if (footnote !== undefined && !places.has(at))
        cuts.push({ at, length: words.length, footnote });
    }
    return cuts.sort((a, b) => a.at - b.at);
  };
}
