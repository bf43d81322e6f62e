import type { SearchableInstrument } from './search-vocabulary.ts';
import { toPlainWords } from './to-words.ts';
import { toSpelling } from './word-family.ts';

/** An instrument with its names as they are compared. */
interface IndexedInstrument {
  readonly entry: SearchableInstrument;
  /** Each name as significant words. */
  readonly names: readonly (readonly string[])[];
}

export interface InstrumentIndex {
  readonly instruments: readonly IndexedInstrument[];
  /** Joined words of a whole name → the instruments that bear it. */
  readonly byName: ReadonlyMap<string, readonly SearchableInstrument[]>;
  /** Every word of every name. */
  readonly words: ReadonlySet<string>;
}

export interface FoundInstruments {
  /** Named in full, by abbreviation or alias: paragraphs that cite one of them are hits. */
  readonly named: readonly {
    readonly typed: string;
    readonly entries: readonly SearchableInstrument[];
  }[];
  /** The named ones, or those of which part of the name was typed, the nearest first. */
  readonly offered: readonly SearchableInstrument[];
  /** The words that were not part of a whole name. */
  readonly rest: readonly string[];
}

/** Words that people leave out of titles or add to them. */
const unimportant = new Set('the of on and for in to a an un united nations no'.split(' '));

/** Kinds of documents: alone they name none. */
const kinds = new Set(
  'convention protocol declaration report resolution decision conference meeting session plan programme action process committee commission rapporteur treaty'.split(
    ' ',
  ),
);

/** The longest title counted in words is far below this. */
const LONGEST_NAME = 60;
/** Part of a name is offered only when one of its words is in fewer paragraphs than this share. */
const RARE = 0.15;
const MOST_OFFERED = 3;

/** Prepares the names of instruments for comparison, spelling and small words aside. */
export function toInstrumentIndex(entries: readonly SearchableInstrument[]): InstrumentIndex {
  const instruments = entries.map((entry) => ({
    entry,
    names: [entry.name, entry.short, ...entry.otherNames]
      .map((name) => significant(toPlainWords(name)))
      .filter((name) => name.length > 0),
  }));
  const byName = new Map<string, SearchableInstrument[]>();
  for (const { entry, names } of instruments) {
    for (const key of new Set(names.map((name) => name.join('')))) {
      byName.set(key, [...(byName.get(key) ?? []), entry]);
    }
  }
  const words = new Set(
    entries.flatMap((entry) =>
      [entry.name, entry.short, ...entry.otherNames].flatMap(toPlainWords),
    ),
  );
  return { instruments, byName, words };
}

/**
 * Finds instruments in typed words. `share` says in which part of the paragraphs a word stands.
 * @example findInstruments(['ratify', 'cedaw'], …).rest // ['ratify']
 */
export function findInstruments(
  typed: readonly string[],
  index: InstrumentIndex,
  share: (word: string) => number,
): FoundInstruments {
  const named: { typed: string; entries: readonly SearchableInstrument[] }[] = [];
  let rest = typed;
  for (
    let next = findName(rest, index, share);
    next !== null;
    next = findName(rest, index, share)
  ) {
    named.push(next);
    rest = next.rest;
  }
  const offered =
    named.length > 0 ? named.flatMap(({ entries }) => entries) : findByPart(typed, index, share);
  return { named, offered, rest };
}

/** The longest whole name among the words. */
function findName(
  typed: readonly string[],
  { byName }: InstrumentIndex,
  share: (word: string) => number,
): { typed: string; entries: readonly SearchableInstrument[]; rest: readonly string[] } | null {
  const words = typed.flatMap((word) => word.split('-'));
  for (let length = Math.min(words.length, LONGEST_NAME); length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const named = words.slice(from, from + length);
      // A single word of the texts that is also a name ("Internet") is a word first.
      if (length === 1 && words.length > 1 && share(named[0] ?? '') > 0) continue;
      const entries = byName.get(significant(named).join(''));
      if (entries === undefined) continue;
      const rest = [...words.slice(0, from), ...words.slice(from + length)];
      return { typed: named.join(' '), entries, rest };
    }
  }
  return null;
}

function findByPart(
  typed: readonly string[],
  { instruments }: InstrumentIndex,
  share: (word: string) => number,
): SearchableInstrument[] {
  const words = typed.flatMap((word) => word.split('-'));
  const asked = significant(words);
  const rare = words.some(
    (word) => !unimportant.has(word) && word.length > 3 && share(word) < RARE,
  );
  if (!rare || asked.every((word) => kinds.has(word))) return [];
  const found = instruments.flatMap(({ entry, names }) => {
    const covers = names
      .filter((name) => hasRun(name, asked))
      .map((name) => asked.length / name.length);
    return covers.length === 0 ? [] : [{ entry, cover: Math.max(...covers) }];
  });
  // One word is a name only when it points to very few.
  if (asked.length === 1 && found.length > 2) return [];
  return found
    .sort((a, b) => b.cover - a.cover)
    .slice(0, MOST_OFFERED)
    .map(({ entry }) => entry);
}

const significant = (words: readonly string[]): string[] =>
  words.filter((word) => !unimportant.has(word)).map(toSpelling);

const hasRun = (name: readonly string[], run: readonly string[]): boolean =>
  ` ${name.join(' ')} `.includes(` ${run.join(' ')} `);
