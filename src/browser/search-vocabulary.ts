import type { Item, ParagraphId } from '../resolution/model.ts';
import { toCompounds, toWords } from './to-words.ts';

/** What the search understands besides words: built with the site, loaded with the engine. */
export interface SearchVocabulary {
  readonly resolutions: readonly SearchableResolution[];
  readonly instruments: readonly SearchableInstrument[];
  readonly registers: readonly SearchableRegister[];
  /** Every word of the official texts, parts of compounds included, with the number of paragraphs that have it. */
  readonly words: readonly (readonly [word: string, paragraphs: number])[];
  /** Words printed with hyphens or slashes, e.g. `non-governmental`, `hiv/aids`. */
  readonly compounds: readonly string[];
  readonly paragraphs: number;
}

export interface SearchableResolution {
  readonly id: string;
  readonly symbol: string;
  /** As cited, e.g. `2004/45`. */
  readonly number: string;
  readonly body: string;
  readonly bodyAbbreviation: string;
  readonly title: string;
  readonly mistakenFor: readonly { readonly symbol: string; readonly why: string }[];
  /** Ids in the order of the text. */
  readonly paragraphs: readonly ParagraphId[];
  /** Ids of the sub-paragraphs of each paragraph that has any, e.g. `{ 'op-8': ['a', 'a-i'] }`. */
  readonly items: Readonly<Record<string, readonly string[]>>;
}

export interface SearchableInstrument {
  readonly id: string;
  readonly name: string;
  /** Also its value in the search's facet. */
  readonly short: string;
  readonly otherNames: readonly string[];
  readonly symbols: readonly string[];
}

export interface SearchableRegister {
  readonly kind: 'topic' | 'addressee';
  readonly id: string;
  readonly label: string;
}

/** As much of an edition as the search needs; the corpus and the library both have this shape. */
export interface SearchableEdition {
  readonly resolutions: readonly {
    readonly id: string;
    readonly about: Omit<SearchableResolution, 'id' | 'mistakenFor' | 'paragraphs' | 'items'> & {
      readonly mistakenFor?:
        readonly { readonly symbol: string; readonly why: string }[] | undefined;
    };
    readonly paragraphs: readonly {
      readonly id: ParagraphId;
      readonly text: string;
      readonly items: readonly Item[];
    }[];
  }[];
  readonly instruments: readonly {
    readonly id: string;
    readonly name: string;
    readonly short: string;
    readonly abbreviations?: readonly string[] | undefined;
    readonly aliases?: readonly string[] | undefined;
    readonly searchNames?: readonly string[] | undefined;
    readonly symbols?: readonly { readonly symbol: string }[] | undefined;
  }[];
  readonly topics: readonly { readonly id: string; readonly label: string }[];
  readonly addressees: readonly { readonly id: string; readonly label: string }[];
}

/** Gathers from an edition what the search has to understand; the same edition gives the same bytes. */
export function toSearchVocabulary(edition: SearchableEdition): SearchVocabulary {
  const texts = edition.resolutions.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  const counts = new Map<string, number>();
  const compounds = new Set<string>();
  for (const text of texts) {
    const ofText = new Set<string>();
    for (const word of toWords(text)) {
      for (const part of word.split('-')) ofText.add(part);
    }
    for (const compound of toCompounds(text)) compounds.add(compound);
    for (const word of ofText) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return {
    resolutions: edition.resolutions.map(({ id, about, paragraphs }) => ({
      id,
      symbol: about.symbol,
      number: about.number,
      body: about.body,
      bodyAbbreviation: about.bodyAbbreviation,
      title: about.title,
      mistakenFor: about.mistakenFor ?? [],
      paragraphs: paragraphs.map((paragraph) => paragraph.id),
      items: Object.fromEntries(
        paragraphs
          .filter(({ items }) => items.length > 0)
          .map((paragraph) => [paragraph.id, itemIds(paragraph.items)]),
      ),
    })),
    instruments: edition.instruments.map((instrument) => ({
      id: instrument.id,
      name: instrument.name,
      short: instrument.short,
      otherNames: [
        ...(instrument.abbreviations ?? []),
        ...(instrument.aliases ?? []),
        ...(instrument.searchNames ?? []),
      ],
      symbols: [...new Set((instrument.symbols ?? []).map(({ symbol }) => symbol))],
    })),
    registers: [
      ...edition.topics.map(({ id, label }) => ({ kind: 'topic' as const, id, label })),
      ...edition.addressees.map(({ id, label }) => ({ kind: 'addressee' as const, id, label })),
    ],
    words: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)),
    compounds: [...compounds].sort(),
    paragraphs: texts.length,
  };
}

function itemIds(items: readonly Item[]): string[] {
  return items.flatMap((item) => [item.id, ...itemIds(item.items)]);
}
