import { buildElement } from './build-element.ts';
import type { GroupOffer } from './installable-file.ts';
import { offlineStrings } from './offline-strings.ts';

/** What is ticked in a list of resolutions. */
export interface OfflineChoice {
  /** Null when all are ticked: then later resolutions are kept too. */
  readonly ids: readonly string[] | null;
  /** What the copy takes with this choice. */
  readonly bytes: number;
}

/**
 * Fills a list with a checkbox for each resolution of a large edition, and tells each change.
 * @param chosen the ids that are ticked, or null for all
 */
export function showChoice(
  list: HTMLElement,
  offers: readonly GroupOffer[],
  chosen: readonly string[] | null,
  onChange: (choice: OfflineChoice) => void,
): void {
  const boxes = offers
    .filter(({ id }) => id !== '')
    .map((offer) => {
      const box = buildElement('input', { type: 'checkbox', value: offer.id });
      box.checked = chosen === null || chosen.includes(offer.id);
      const label = buildElement(
        'label',
        {},
        box,
        ` ${offer.label} `,
        buildElement('span', { class: 'count' }, `(${offlineStrings.megabytes(offer.bytes)})`),
      );
      return { box, offer, item: buildElement('li', {}, label) };
    });
  const shared = offers.find(({ id }) => id === '')?.bytes ?? 0;
  list.replaceChildren(...boxes.map(({ item }) => item));
  list.addEventListener('change', () => {
    const ticked = boxes.filter(({ box }) => box.checked).map(({ offer }) => offer);
    onChange({
      ids: ticked.length === boxes.length ? null : ticked.map(({ id }) => id),
      bytes: ticked.reduce((sum, { bytes }) => sum + bytes, shared),
    });
  });
}
