import type { Engine } from './search-engine.ts';
import type { SearchState } from './search-state.ts';

/** Which paragraphs carry each value of each facet, by the engine's ids. */
export type FacetIndex = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

export interface FacetCount {
  readonly value: string;
  readonly isChosen: boolean;
  /** How many hits there will be if only this value of the facet is chosen. */
  readonly count: number;
}

/** Asks the engine once which paragraphs carry which value; every later count is exact and asks nothing. */
export async function readFacets(engine: Engine): Promise<FacetIndex> {
  const values = await engine.filters();
  const facets = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const [facet, counts] of Object.entries(values)) {
    const ofFacet = new Map<string, ReadonlySet<string>>();
    for (const value of Object.keys(counts)) {
      const { results } = await engine.search(null, { filters: { [facet]: value } });
      ofFacet.set(value, new Set(results.map(({ id }) => id)));
    }
    facets.set(facet, ofFacet);
  }
  return facets;
}

/** True for a hit that has one of the chosen values of every facet, the one named `except` aside. */
export function fits(
  id: string,
  { chosen }: SearchState,
  index: FacetIndex,
  except: string | null = null,
): boolean {
  return [...chosen].every(
    ([facet, values]) =>
      facet === except || [...values].some((value) => index.get(facet)?.get(value)?.has(id)),
  );
}

/** The values of a facet that the hits have, the most frequent first; a chosen value stays even when none has it. */
export function countFacet(
  facet: string,
  hits: readonly { readonly id: string }[],
  state: SearchState,
  index: FacetIndex,
): FacetCount[] {
  const others = hits.filter(({ id }) => fits(id, state, index, facet));
  const chosen = state.chosen.get(facet);
  return [...(index.get(facet) ?? [])]
    .map(([value, ids]) => ({
      value,
      isChosen: chosen?.has(value) ?? false,
      count: others.filter(({ id }) => ids.has(id)).length,
    }))
    .filter(({ count, isChosen }) => count > 0 || isChosen)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
