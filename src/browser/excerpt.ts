export interface Excerpt {
  readonly startsInside: boolean;
  readonly endsInside: boolean;
  readonly runs: readonly { readonly text: string; readonly isMarked: boolean }[];
}

/**
 * The stretch of a paragraph with the most marked words, whole words only.
 * Neighbouring marked words are one run, so that a phrase is marked as one.
 */
export function toExcerpt(
  words: readonly string[],
  marked: ReadonlySet<number>,
  length: number,
): Excerpt {
  const start = densest(words.length, marked, length);
  const end = Math.min(words.length, start + length);
  const runs: { text: string; isMarked: boolean }[] = [];
  for (let place = start; place < end; place += 1) {
    const isMarked = marked.has(place);
    const last = runs.at(-1);
    const word = words[place] ?? '';
    if (last === undefined) runs.push({ text: word, isMarked });
    else if (last.isMarked === isMarked) last.text += ` ${word}`;
    else if (last.isMarked) runs.push({ text: ` ${word}`, isMarked });
    else {
      last.text += ' ';
      runs.push({ text: word, isMarked });
    }
  }
  return {
    startsInside: start > 0,
    endsInside: end < words.length,
    runs: runs.flatMap((run) => (run.isMarked ? withoutPunctuation(run.text) : [run])),
  };
}

/** A comma after a word was not searched for. */
function withoutPunctuation(text: string): { text: string; isMarked: boolean }[] {
  const start = /^[^\p{L}\p{N}]*/u.exec(text)?.[0].length ?? 0;
  const end = text.length - (/[^\p{L}\p{N}]*$/u.exec(text)?.[0].length ?? 0);
  return [
    { text: text.slice(0, start), isMarked: false },
    { text: text.slice(start, end), isMarked: true },
    { text: text.slice(end), isMarked: false },
  ].filter((run) => run.text !== '');
}

/** Where the window with most marks begins, with a few words before its first mark. */
function densest(count: number, marked: ReadonlySet<number>, length: number): number {
  if (count <= length) return 0;
  const places = [...marked].sort((a, b) => a - b);
  let best = 0;
  let most = 0;
  for (const place of places) {
    const inside = places.filter((other) => other >= place && other < place + length).length;
    if (inside > most) {
      most = inside;
      best = place;
    }
  }
  const lead = 6;
  return Math.max(0, Math.min(best - lead, count - length));
}
