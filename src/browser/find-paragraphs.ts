import type { Engine, EngineResult, IndexedParagraph } from './search-engine.ts';
import type { Phrase, SearchPlan, WordGroup } from './search-plan.ts';
import { toPlainWords, toWords } from './to-words.ts';
import { toSpelling } from './word-family.ts';

/** A paragraph that was found, before its words are loaded. */
export interface Hit {
  readonly id: string;
  readonly score: number;
  /** True when the words stand in it in the order typed. */
  readonly isPhrase: boolean;
  /** What the engine gave for each term that it has; all have the same paragraph. */
  readonly results: readonly EngineResult[];
}

export interface Findings {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** What of the query no paragraph has: words, or instruments that none cites. */
  readonly missing: readonly WordGroup[];
  /** True when no paragraph has all words, and the hits have some of them. */
  readonly isPartial: boolean;
}

type Found = ReadonlyMap<string, Hit>;

/** Quoted phrases are checked word by word up to this many paragraphs; beyond, the engine's stems must do. */
const MOST_CHECKED = 400;

/** What another word of the family counts against the nearest one. */
const RELATED = 0.4;

/** Paragraphs of an unknown word: none. */
const nothing: Found = new Map();

/**
 * Asks the engine what the plan says: for each word all its forms, joined; then the paragraphs that have every word.
 * Paragraphs with the words in their order come first, whatever the engine scores.
 */
export async function findParagraphs(engine: Engine, plan: SearchPlan): Promise<Findings> {
  const named = plan.groups.filter(({ optional }) => !optional);
  // A query of function words only is taken at its word; beside others they are not worth their part of the index.
  const counted = named.length > 0 || plan.quoted.length > 0 ? named : plan.groups;
  const [groups, phrases, inOrder] = await Promise.all([
    Promise.all(counted.map(async (group) => ({ group, found: await findGroup(engine, group) }))),
    Promise.all(plan.quoted.map((phrase) => findQuoted(engine, phrase))),
    plan.inOrder === null ? nothing : findPhrase(engine, plan.inOrder),
  ]);
  const missing = groups.filter(({ found }) => found.size === 0).map(({ group }) => group);
  const required = [
    ...phrases,
    ...groups.map(({ found }) => found).filter((found) => found.size > 0),
  ];

  const complete = intersect(required);
  const isPartial = complete.size === 0 && phrases.length === 0 && required.length > 1;
  const all = isPartial ? unite(required) : complete;
  const rank = (hit: Hit): number => {
    const has = required.filter((found) => found.has(hit.id)).length;
    return (hit.isPhrase ? 1e6 : 0) + (isPartial ? has * 1e4 : 0) + hit.score;
  };
  const hits = [...all.values()].map((hit) => withPhrase(hit, inOrder));
  hits.sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  return { hits, missing, isPartial };
}

/** Function words are marked only where they stand in the phrase. */
function withPhrase(hit: Hit, inOrder: Found): Hit {
  const phrase = inOrder.get(hit.id);
  if (phrase === undefined) return hit;
  return { ...hit, isPhrase: true, results: [...hit.results, ...phrase.results] };
}

async function findGroup(engine: Engine, { terms, instruments }: WordGroup): Promise<Found> {
  const [ofTerms, ofInstruments] = await Promise.all([
    Promise.all(terms.map((term) => engine.search(term))),
    Promise.all(instruments.map((instrument) => engine.search(null, { filters: { instrument } }))),
  ]);
  return unite([
    ...ofTerms.map(({ results }, place) => toFound(results, place === 0 ? 1 : RELATED)),
    ...ofInstruments.map(({ results }) => toFound(results)),
  ]);
}

async function findPhrase(engine: Engine, { terms }: Phrase): Promise<Found> {
  const answers = await Promise.all(terms.map((term) => engine.search(`"${term}"`)));
  return unite(answers.map(({ results }) => toFound(results)));
}

/** The engine compares stems; a quotation means these very words. */
async function findQuoted(engine: Engine, phrase: Phrase): Promise<Found> {
  const found = await findPhrase(engine, phrase);
  if (found.size > MOST_CHECKED) return found;
  const checked = await Promise.all(
    [...found].map(async ([id, hit]) => {
      const paragraph = await hit.results[0]?.data();
      const words = toPlainWords(paragraph?.content ?? '').join(' ');
      return ` ${words} `.includes(` ${phrase.words} `) ? ([id, hit] as const) : null;
    }),
  );
  return new Map(checked.filter((entry) => entry !== null));
}

function toFound(results: readonly EngineResult[], weight = 1): Found {
  return new Map(
    results.map((result) => [
      result.id,
      { id: result.id, score: result.score * weight, isPhrase: false, results: [result] },
    ]),
  );
}

/** In any of them; the best score counts. */
function unite(all: readonly Found[]): Found {
  const united = new Map<string, Hit>();
  for (const [id, hit] of all.flatMap((found) => [...found])) {
    const other = united.get(id);
    united.set(
      id,
      other === undefined
        ? hit
        : {
            id,
            isPhrase: false,
            score: Math.max(hit.score, other.score),
            results: [...other.results, ...hit.results],
          },
    );
  }
  return united;
}

/** In all of them; the scores add up. */
function intersect(all: readonly Found[]): Found {
  const [first = nothing, ...others] = all;
  const both = new Map(first);
  for (const other of others) {
    for (const [id, hit] of both) {
      const same = other.get(id);
      if (same === undefined) both.delete(id);
      else {
        both.set(id, {
          id,
          isPhrase: false,
          score: hit.score + same.score,
          results: [...hit.results, ...same.results],
        });
      }
    }
  }
  return both;
}

/** A hit with its words and the places in them to mark. */
export interface LoadedHit {
  readonly paragraph: IndexedParagraph;
  readonly words: readonly string[];
  /** Places in `words`. */
  readonly marked: ReadonlySet<number>;
}

/**
 * Loads the words of a few hits. Among them, those with a word just as it was typed come before those with another
 * of its family, which the engine's stems cannot tell apart ("criminalize", "criminal").
 */
export async function loadHits(hits: readonly Hit[], { groups }: SearchPlan): Promise<LoadedHit[]> {
  const typed = groups.map((group) => toSpelling(group.typed));
  const loaded = await Promise.all(
    hits.map(async (hit) => {
      const one = await loadHit(hit);
      const marked = toWords([...one.marked].map((place) => one.words[place] ?? '').join(' '));
      const spelt = new Set(marked.map(toSpelling));
      const exact = typed.filter((word) => spelt.has(word)).length;
      return { one, rank: (hit.isPhrase ? 1000 : 0) + exact };
    }),
  );
  return loaded.sort((a, b) => b.rank - a.rank).map(({ one }) => one);
}

/** What is marked is what the engine matched, stems and expansions included. */
async function loadHit({ results }: Hit): Promise<LoadedHit> {
  const [first] = results;
  if (first === undefined) throw new Error('Expected a hit with a result.');
  const paragraph = await first.data();
  return {
    paragraph,
    // Counted as the engine counts them.
    words: paragraph.content.split(/[^\S\uFEFF]+/),
    marked: new Set(results.flatMap(({ words }) => words)),
  };
}
