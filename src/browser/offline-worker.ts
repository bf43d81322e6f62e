import { choiceCache, choiceEntry, type FromWorker, type ToWorker } from './installable-file.ts';
import { addressOf, isPortable, siteRoot } from './site-root.ts';
import { trustScript } from './trusted-scripts.ts';

/** The browser's workers, where it has them for this page: not from a file, not without a secure connection. */
export function offlineWorkers(): ServiceWorkerContainer | null {
  return isPortable() || !('serviceWorker' in navigator) ? null : navigator.serviceWorker;
}

/** Starts the installation of the offline copy; its progress comes as messages. */
export function registerWorker(
  workers: ServiceWorkerContainer,
): Promise<ServiceWorkerRegistration> {
  return workers.register(trustScript(addressOf('sw.js')), {
    scope: siteRoot().pathname,
    updateViaCache: 'none',
  });
}

/** The registration of this site; another site of the same host may have one of its own. */
export function findRegistration(
  workers: ServiceWorkerContainer,
): Promise<ServiceWorkerRegistration | undefined> {
  return workers.getRegistration(siteRoot().href);
}

export function say(worker: ServiceWorker | null, message: ToWorker): void {
  worker?.postMessage(message);
}

/** Leaves the reader's choice of resolutions for the worker; null means all, those of later versions included. */
export async function storeChoice(ids: readonly string[] | null): Promise<void> {
  const scope = siteRoot().href;
  if (ids === null) await caches.delete(choiceCache(scope));
  else {
    const cache = await caches.open(choiceCache(scope));
    await cache.put(choiceEntry(scope), Response.json(ids));
  }
}

/** The choice that was stored; null means all. */
export async function readChoice(): Promise<readonly string[] | null> {
  const scope = siteRoot().href;
  const stored = await caches.match(choiceEntry(scope), { cacheName: choiceCache(scope) });
  return stored === undefined ? null : stored.json();
}

/** Removes the worker and everything that it kept. */
export async function removeWorker(workers: ServiceWorkerContainer): Promise<void> {
  const registration = await findRegistration(workers);
  await registration?.unregister();
  const names = await caches.keys();
  const scope = siteRoot().href;
  const ours = names.filter(
    (name) => name.startsWith(`pilcrow ${scope} `) || name === choiceCache(scope),
  );
  await Promise.all(ours.map((name) => caches.delete(name)));
}

export function listen(
  workers: ServiceWorkerContainer,
  onMessage: (message: FromWorker) => void,
  signal: AbortSignal,
): void {
  workers.addEventListener(
    'message',
    ({ data }: MessageEvent<FromWorker>) => {
      onMessage(data);
    },
    { signal },
  );
  workers.startMessages();
}
