/** An exact answer, offered before any hit. */
export interface GoTo {
  readonly kind: 'paragraph' | 'resolution' | 'instrument' | 'topic' | 'addressee';
  readonly label: string;
  /** What it belongs to or is called in full. */
  readonly detail: string;
  /** From the root of the site. */
  readonly path: string;
}

/** Something the reader should know about what was understood. */
export type Note =
  | {
      readonly kind: 'out-of-range';
      readonly number: number;
      readonly paragraphs: 'operative' | 'preambular' | 'either';
      readonly operative: number;
      readonly preambular: number;
      readonly resolution: string;
    }
  | { readonly kind: 'no-such-item'; readonly label: string; readonly item: string }
  | { readonly kind: 'unknown-symbol'; readonly symbol: string }
  | { readonly kind: 'mistaken-symbol'; readonly symbol: string; readonly why: string }
  /** A word that no text has was read as another. */
  | { readonly kind: 'corrected'; readonly typed: string; readonly read: string };

/** One thing that a hit must have: a word in any of its forms, or a citation of an instrument. */
export interface WordGroup {
  readonly typed: string;
  /** Asked of the engine one by one; a paragraph found by any has the word. */
  readonly terms: readonly string[];
  /** Values of the facet `instrument`; a paragraph that cites any of them fits too. */
  readonly instruments: readonly string[];
  /** Function words: they order the hits but do not exclude any. */
  readonly optional: boolean;
}

export interface Phrase {
  /** In plain words, without hyphens. */
  readonly words: string;
  /** The same with the hyphens that the texts print; asked of the engine one by one. */
  readonly terms: readonly string[];
}

/** What was understood of a query, before the engine is asked. */
export interface SearchPlan {
  readonly goTo: readonly GoTo[];
  readonly notes: readonly Note[];
  readonly groups: readonly WordGroup[];
  /** Must stand in a hit exactly, hyphens aside. */
  readonly quoted: readonly Phrase[];
  /** The words of the query in their order, when there are several: paragraphs with the phrase come first. */
  readonly inOrder: Phrase | null;
}
