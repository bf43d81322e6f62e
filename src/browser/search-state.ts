/** What is searched: the words as typed and the chosen values of each facet. */
export interface SearchState {
  readonly query: string;
  /** Within a facet any value will do; every facet must fit. */
  readonly chosen: ReadonlyMap<string, ReadonlySet<string>>;
}

export const nothingSearched: SearchState = { query: '', chosen: new Map() };

/**
 * The part of an address after `#` for a link to this search.
 * @example toHash({ query: 'training', chosen: new Map([['part', new Set(['Operative'])]]) }) // 'q=training&part=Operative'
 */
export function toHash({ query, chosen }: SearchState): string {
  const parameters = new URLSearchParams({ q: query });
  for (const [facet, values] of chosen) {
    for (const value of values) parameters.append(facet, value);
  }
  return parameters.toString();
}

/** Reads what toHash wrote; null where the part after `#` is not a search. */
export function fromHash(hash: string): SearchState | null {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const query = parameters.get('q');
  if (query === null) return null;
  parameters.delete('q');
  const chosen = new Map<string, Set<string>>();
  for (const [facet, value] of parameters) {
    chosen.set(facet, (chosen.get(facet) ?? new Set()).add(value));
  }
  return { query, chosen };
}

/** The state with one value of one facet chosen or dropped. */
export function toggleValue(state: SearchState, facet: string, value: string): SearchState {
  const values = new Set(state.chosen.get(facet));
  if (!values.delete(value)) values.add(value);
  const chosen = new Map(state.chosen);
  if (values.size > 0) chosen.set(facet, values);
  else chosen.delete(facet);
  return { ...state, chosen };
}
