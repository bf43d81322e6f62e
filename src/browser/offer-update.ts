import { buildElement } from './build-element.ts';
import { offlineStrings } from './offline-strings.ts';
import { findRegistration, offlineWorkers, say } from './offline-worker.ts';

/**
 * On every page of an installed site: offers a new version once it is complete, and changes to it on the reader's
 * word only. All open tabs change together, so that no tab ever mixes two versions.
 */
export async function offerUpdate(): Promise<void> {
  const workers = offlineWorkers();
  const controller = workers?.controller ?? null;
  if (workers === null || controller === null) return;
  const isReloading = new Set<boolean>();
  workers.addEventListener('controllerchange', () => {
    if (isReloading.size > 0) return;
    isReloading.add(true);
    location.reload();
  });
  const registration = await findRegistration(workers);
  if (registration === undefined) return;
  const offer = (): void => {
    if (registration.waiting !== null) showOffer(registration.waiting);
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  // Browsers ask at most once a day by themselves; without a network there is nothing to ask.
  await registration.update().catch(() => undefined);
}

function showOffer(waiting: ServiceWorker): void {
  if (document.querySelector('.update') !== null) return;
  const use = buildElement('button', { type: 'button' }, offlineStrings.useUpdate);
  use.addEventListener('click', () => {
    say(waiting, 'activate');
  });
  document
    .querySelector('main')
    ?.prepend(
      buildElement(
        'div',
        { class: 'update marks screen-only' },
        buildElement('p', { role: 'status' }, offlineStrings.update),
        use,
      ),
    );
}
