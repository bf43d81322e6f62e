import { findCall } from './find-footnotes.ts';
import type { CalledText, Footnote } from './model.ts';

/** A place that is cut from a text because a footnote's figure stands there. */
export interface Call {
  readonly at: number;
  readonly length: number;
  readonly footnote: string;
  readonly label: string;
}

/** Glued to a word, with the stroke of older prints, or in brackets. */
const callAgain =
  /(?<=\p{Ll}{3}[,;.:)”"’]?)(\d{1,3})(?:\/(?=[\s,;.:)]|$))?(?![\d\p{L}%]|[./]\d)|(?<=\S) (\d{1,3})\/(?=[\s,;.:)]|$)|\[(\d{1,3})\]/gu;

/** The calls in a text, in order; texts come in the order of the file. */
export type FindCalls = (text: string, place?: 'words' | 'closing') => readonly Call[];

/** Footnotes are called in order: each call is looked for after the last one, over all texts. */
export function createCallFinder(footnotes: readonly Footnote[]): FindCalls {
  let next = 0;
  const called = new Map<string, string>();
  return (text, place = 'words') => {
    const cuts: Call[] = [];
    let from = 0;
    for (let note = footnotes[next]; note !== undefined; note = footnotes[next]) {
      const call = findCall(text, note.label, from, place);
      if (call === null) break;
      cuts.push({ ...call, footnote: note.id, label: note.label });
      from = call.at + call.length;
      called.set(note.label, note.id);
      next += 1;
    }
    // A footnote may be called again later: glued to a word it can be nothing else.
    const places = new Set(cuts.map(({ at }) => at));
    for (const { 0: words, 1: glued, 2: struck, 3: bracketed, index: at } of text.matchAll(
      callAgain,
    )) {
      const label = glued ?? struck ?? bracketed ?? '';
      const footnote = called.get(label);
      if (footnote !== undefined && !places.has(at))
        cuts.push({ at, length: words.length, footnote, label });
    }
    return cuts.sort((a, b) => a.at - b.at);
  };
}

/** A text without the figures of its calls; offsets of calls are offsets in what is left. */
export function cutCalls(text: string, calls: readonly Call[]): CalledText {
  let words = '';
  let from = 0;
  const footnoteCalls = calls.map(({ at, length, footnote, label }) => {
    words += text.slice(from, at);
    from = at + length;
    return { at: words.length, footnote, label };
  });
  return { text: (words + text.slice(from)).trimEnd(), footnoteCalls };
}
