/**
 * Words to mark on the page that a hit opens, carried after `#` because that part never leaves the browser.
 * @example toMarksHash(['training', 'trained']) // '#mark=training,trained'
 */
export function toMarksHash(words: readonly string[]): string {
  return words.length === 0 ? '' : `#mark=${words.map(encodeURIComponent).join(',')}`;
}

/** @returns null when the part after `#` is something else */
export function fromMarksHash(hash: string): string[] | null {
  const found = /^#mark=(.+)$/.exec(hash);
  if (found?.[1] === undefined) return null;
  try {
    return found[1].split(',').map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** A matched word of a paragraph as it is looked for again: without the punctuation around it. */
export function bareWord(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/**
 * Where the words stand in a text, as whole words, in order and without overlap.
 * @example findWords('Training of trainers', ['training']) // [{ start: 0, end: 8 }]
 */
export function findWords(
  text: string,
  words: readonly string[],
): { readonly start: number; readonly end: number }[] {
  const wanted = new Set(words.map(bareWord));
  const found: { start: number; end: number }[] = [];
  for (const { 0: chunk, index } of text.matchAll(/\S+/g)) {
    const bare = bareWord(chunk);
    if (bare === '' || !wanted.has(bare)) continue;
    const start = index + chunk.toLowerCase().indexOf(bare);
    found.push({ start, end: start + bare.length });
  }
  return found;
}
