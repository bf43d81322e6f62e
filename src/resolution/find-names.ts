import type { Span } from './model.ts';

/** A name found in a text, and what it may mean. */
export interface NameMention<Meaning> {
  readonly span: Span;
  readonly meanings: readonly Meaning[];
}

/** Names that begin alike share their way; where one ends, its meanings stand. */
interface Node<Meaning> {
  readonly next: Map<string, Node<Meaning>>;
  readonly meanings: Meaning[];
}

export interface NameFinder<Meaning> {
  readonly add: (name: string, meaning: Meaning) => void;
  /**
   * Every place where a name stands, in order of place and then length, names inside names included.
   * Words end where names end: "Commission" is not in "Commissioner", nor in "Sub-Commission".
   */
  readonly find: (text: string) => readonly NameMention<Meaning>[];
}

/**
 * Looks for all names at once, character by character from the start of each word: the time grows with the text and
 * the length of a name, not with the number of names.
 */
export function createNameFinder<Meaning>(): NameFinder<Meaning> {
  const root: Node<Meaning> = { next: new Map(), meanings: [] };
  return {
    add(name, meaning) {
      let node = root;
      for (let at = 0; at < name.length; at += 1) {
        const key = keyOf(name.charAt(at), at === 0);
        const known = node.next.get(key);
        const next: Node<Meaning> = known ?? { next: new Map(), meanings: [] };
        if (known === undefined) node.next.set(key, next);
        node = next;
      }
      if (node !== root) node.meanings.push(meaning);
    },
    find(text) {
      const mentions: NameMention<Meaning>[] = [];
      for (const { index } of text.matchAll(wordStart)) {
        let node: Node<Meaning> | undefined = root;
        const here: NameMention<Meaning>[] = [];
        for (let at = index; at < text.length; at += 1) {
          node = node.next.get(keyOf(text.charAt(at), at === index));
          if (node === undefined) break;
          if (node.meanings.length === 0 || letter.test(text.charAt(at + 1))) continue;
          here.push({ span: { start: index, end: at + 1 }, meanings: node.meanings });
        }
        mentions.push(...here.reverse());
      }
      return mentions;
    },
  };
}

const wordStart = /(?<![\p{L}\p{N}]-?)[\p{L}\p{N}]/gu;
const letter = /[\p{L}\p{N}]/u;

/** A name may begin with a capital at the start of a paragraph; apostrophes of both kinds are one, and so are hyphens. */
function keyOf(character: string, first: boolean): string {
  if (first) return character.toLowerCase();
  if (character === '’') return "'";
  return character === '‑' ? '-' : character;
}
