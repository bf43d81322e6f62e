import { buildElement } from './build-element.ts';
import { countFacet, type FacetCount, type FacetIndex } from './facet-index.ts';
import { searchStrings } from './search-strings.ts';
import type { SearchState } from './search-state.ts';

const names: Readonly<Record<string, string>> = searchStrings.facets;

/**
 * Shows the facets as groups of checkboxes, each value with the number of hits it leaves.
 * Groups stay as they are between calls, open or closed, and the focus stays on its checkbox.
 */
export function showFacets(
  place: HTMLElement,
  hits: readonly { readonly id: string }[],
  state: SearchState,
  index: FacetIndex,
  onToggle: (facet: string, value: string) => void,
): void {
  const focused =
    document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
  for (const [facet, name] of Object.entries(names)) {
    const counts = countFacet(facet, hits, state, index);
    // A facet that cannot tell the hits apart is no choice.
    const isChoice = counts.length > 1 || counts.some(({ isChosen }) => isChosen);
    const group = findGroup(place, facet, name);
    group.hidden = !isChoice;
    const chosen = counts.filter(({ isChosen }) => isChosen).length;
    group.querySelector('summary')?.replaceChildren(chosen === 0 ? name : `${name} (${chosen})`);
    group
      .querySelector('ul')
      ?.replaceChildren(...counts.map((count) => showValue(facet, count, onToggle)));
  }
  if (focused !== null && !focused.isConnected) {
    [...place.querySelectorAll('input')]
      .find(({ name, value }) => name === focused.name && value === focused.value)
      ?.focus();
  }
}

function findGroup(place: HTMLElement, facet: string, name: string): HTMLElement {
  const known = place.querySelector<HTMLElement>(`[data-facet="${facet}"]`);
  if (known !== null) return known;
  const group = buildElement(
    'details',
    { 'data-facet': facet },
    buildElement('summary', {}, name),
    buildElement(
      'fieldset',
      {},
      buildElement('legend', { class: 'visually-hidden' }, name),
      buildElement('ul', { class: 'plain-list' }),
    ),
  );
  place.append(group);
  return group;
}

function showValue(
  facet: string,
  { value, count, isChosen }: FacetCount,
  onToggle: (facet: string, value: string) => void,
): HTMLElement {
  const box = buildElement('input', { type: 'checkbox', name: facet, value });
  box.checked = isChosen;
  box.addEventListener('change', () => {
    onToggle(facet, value);
  });
  return buildElement(
    'li',
    {},
    buildElement(
      'label',
      {},
      box,
      ` ${value} `,
      buildElement('span', { class: 'count' }, `(${count})`),
    ),
  );
}
