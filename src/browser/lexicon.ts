import { nearestWords } from './nearest-words.ts';
import type { SearchVocabulary } from './search-vocabulary.ts';
import { toFamily, toSpelling } from './word-family.ts';

/** What the edition's words are to a typed one. */
export interface Lexicon {
  /** Terms that together find every paragraph with the word, its other forms and spellings, nearest first; empty when there are none. */
  readonly termsFor: (word: string) => readonly string[];
  /** Words of the edition that a typing error may have meant, nearest first. */
  readonly nearest: (word: string) => readonly string[];
  /** True for a word of an instrument's name. */
  readonly isName: (word: string) => boolean;
  /** How many paragraphs have the word just as it is. */
  readonly count: (word: string) => number;
}

/** At most this many terms are asked of the engine for one word. */
const MOST_TERMS = 8;

/** `names` are words that do not occur in the texts but that the search understands: those of instruments' names. */
export function toLexicon(vocabulary: SearchVocabulary, names: ReadonlySet<string>): Lexicon {
  const counts = new Map(vocabulary.words);
  const byFamily = new Map<string, string[]>();
  const put = (key: string, word: string): void => {
    const family = byFamily.get(key);
    if (family === undefined) byFamily.set(key, [word]);
    else family.push(word);
  };
  for (const [word] of vocabulary.words) put(toFamily(word), word);
  const joined = new Map(vocabulary.compounds.map((word) => [word.replace(/[-/]/g, ''), word]));
  const meant = [
    ...vocabulary.words,
    ...[...names].map((word): readonly [string, number] => [word, 0]),
  ];

  function termsFor(word: string): readonly string[] {
    const whole = word.replaceAll('-', '');
    const compound = joined.get(whole);
    if (compound !== undefined) return [compound];
    const family = [...(byFamily.get(toFamily(whole)) ?? [])];
    const spelling = toSpelling(whole);
    const terms = vocabulary.words.some(([known]) => known.startsWith(whole)) ? [whole] : [];
    if (terms.length === 0 && spelling.length >= 4) {
      for (const [known] of vocabulary.words) {
        if (toSpelling(known).startsWith(spelling)) family.push(known);
      }
    }
    const isSame = (known: string): number => (toSpelling(known) === spelling ? 0 : 1);
    family.sort(
      (a, b) =>
        isSame(a) - isSame(b) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
    );
    for (const known of family) {
      // The engine finds every word that begins with a term.
      if (!terms.some((term) => known.startsWith(term))) terms.push(known);
    }
    return terms.slice(0, MOST_TERMS);
  }

  return {
    termsFor,
    nearest: (word) => nearestWords(word, meant),
    isName: (word) => word.split('-').every((part) => names.has(part)),
    count: (word) => counts.get(word) ?? 0,
  };
}
