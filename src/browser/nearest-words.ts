/**
 * The words of a list that a typing error may have meant, nearest first: one slip in words up to seven letters,
 * two in longer ones; a swap of neighbours is one slip. Nothing for words of
 * four letters, which are near too much, or with figures.
 * @example nearestWords('traficking', [['trafficking', 40], ['training', 3]]) // ['trafficking']
 */
export function nearestWords(
  typed: string,
  words: Iterable<readonly [word: string, paragraphs: number]>,
): string[] {
  if (typed.length < 5 || /\d/.test(typed)) return [];
  const limit = typed.length <= 7 ? 1 : 2;
  const near: { word: string; slips: number; paragraphs: number }[] = [];
  for (const [word, paragraphs] of words) {
    if (word.length < 4 || Math.abs(word.length - typed.length) > limit + 1) continue;
    const slips = Math.min(
      countSlips(typed, word, limit),
      // One thing typed, and the text has several: "marrage" means "marriages".
      /(?<!ie|s)s$/.test(word) ? countSlips(typed, word.slice(0, -1), limit) : Infinity,
    );
    if (slips <= limit) near.push({ word, slips, paragraphs });
  }
  const startsAlike = (word: string): number => (word[0] === typed[0] ? 0 : 1);
  return near
    .sort(
      (a, b) =>
        a.slips - b.slips ||
        startsAlike(a.word) - startsAlike(b.word) ||
        b.paragraphs - a.paragraphs ||
        (a.word < b.word ? -1 : 1),
    )
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Damerau–Levenshtein distance (optimal string alignment); any number above `limit` means "too far". */
function countSlips(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? Infinity) + 1
          : Infinity;
      row[j] = Math.min(
        (above[j] ?? Infinity) + 1,
        (row[j - 1] ?? Infinity) + 1,
        (above[j - 1] ?? Infinity) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped,
      );
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = above;
    above = row;
  }
  return above[b.length] ?? Infinity;
}
