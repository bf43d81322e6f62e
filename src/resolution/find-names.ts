import type { Span } from './model.ts';

/** A name found in a text, and what it may mean. */
export interface NameMention<Meaning> {
  readonly span: Span;
  readonly meanings: readonly Meaning[];
}

interface Entry<Meaning> {
  readonly name: string;
  readonly meanings: Meaning[];
}

export interface NameFinder<Meaning> {
  readonly add: (name: string, meaning: Meaning) => void;
  /**
   * Every place where a name stands, in order of place and then length, names inside names included.
   * Words end where names end: "Commission" is not in "Commissioner".
   */
  readonly find: (text: string) => readonly NameMention<Meaning>[];
}

/** Looks for all names at once, by their first word: the time grows with the text, hardly with the number of names. */
export function createNameFinder<Meaning>(): NameFinder<Meaning> {
  const byFirstWord = new Map<string, Entry<Meaning>[]>();
  return {
    add(name, meaning) {
      const first = firstWord(name);
      const entries = byFirstWord.get(first) ?? [];
      const known = entries.find((entry) => entry.name === name);
      if (known !== undefined) known.meanings.push(meaning);
      else {
        entries.push({ name, meanings: [meaning] });
        // Longest first: the title of a protocol holds the title of its convention.
        entries.sort((a, b) => b.name.length - a.name.length);
      }
      byFirstWord.set(first, entries);
    },
    find(text) {
      const mentions: NameMention<Meaning>[] = [];
      for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)) {
        for (const { name, meanings } of byFirstWord.get(match[0].toLowerCase()) ?? []) {
          if (!matchesAt(text, name, match.index)) continue;
          mentions.push({ span: { start: match.index, end: match.index + name.length }, meanings });
        }
      }
      return mentions;
    },
  };
}

const firstWord = (name: string): string =>
  /[\p{L}\p{N}][\p{L}\p{N}’'-]*/u.exec(name)?.[0].toLowerCase() ?? '';

/** Apostrophes of both kinds are one, and a name may begin with a capital at the start of a paragraph. */
function matchesAt(text: string, name: string, start: number): boolean {
  const found = text.slice(start, start + name.length);
  const after = text.charAt(start + name.length);
  if (/[\p{L}\p{N}]/u.test(after)) return false;
  const plain = (words: string): string => words.replaceAll('’', "'").replaceAll('‑', '-');
  const [a, b] = [plain(found), plain(name)];
  return (
    a === b ||
    (a.slice(1) === b.slice(1) && a.charAt(0).toLowerCase() === b.charAt(0).toLowerCase())
  );
}
