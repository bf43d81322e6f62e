import {
  choiceCache,
  choiceEntry,
  type FromWorker,
  type InstallableFile,
  type InstallableGroup,
  LIST,
  type ToWorker,
} from './installable-file.ts';

/** SHA-256 in base64 of the list of this version's files, put in when the site is built: it names the version. */
declare const PILCROW_LIST: string;

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Client {
  postMessage(message: FromWorker): void;
}
/** As much of a worker's scope as is used here; the library of types for workers does not go with that for pages. */
declare global {
  interface Window {
    readonly registration: { readonly scope: string };
    readonly clients: {
      claim(): Promise<void>;
      matchAll(options: { readonly includeUncontrolled: boolean }): Promise<readonly Client[]>;
    };
    skipWaiting(): Promise<void>;
  }
  interface WindowEventMap {
    install: ExtendableEvent;
    activate: ExtendableEvent;
    fetch: FetchEvent;
  }
}

/** Other sites of the same origin have caches too; ours begin with the folder that the worker rules. */
const prefix = `pilcrow ${self.registration.scope} `;
const cacheName = prefix + PILCROW_LIST;
const HASH = 'x-pilcrow-sha256';
/** Stored last: a cache without it is not complete, whatever ended the installation. */
const COMPLETE = new URL('.complete', self.registration.scope).href;
const AT_ONCE = 6;
/** The installation that runs; each can be cancelled once. */
const running = { cancel: new AbortController() };

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(self.registration.scope)) {
    event.respondWith(answer(event.request));
  }
});
self.addEventListener('message', (event: MessageEvent<ToWorker> & Partial<ExtendableEvent>) => {
  switch (event.data) {
    case 'cancel':
      running.cancel.abort();
      break;
    case 'activate':
      // Only on the reader's word: until then every open page stays with the version it began with.
      void self.skipWaiting();
      break;
    case 'keep':
      // Its failure is told to the pages by message.
      event.waitUntil?.(install().catch(() => undefined));
      break;
    case 'status':
      event.waitUntil?.(tellStatus());
  }
});

/** All or nothing: every file arrives as it was built, or the version is not installed at all. */
async function install(): Promise<void> {
  running.cancel = new AbortController();
  const cache = await caches.open(cacheName);
  // A complete copy whose choice is changed stays complete when the change fails.
  const wasComplete = (await cache.match(COMPLETE)) !== undefined;
  try {
    const files = await wantedFiles(cache);
    await keepAll(cache, files);
    await dropOthers(cache, files);
    const bytes = files.reduce((sum, [, , size]) => sum + size, 0);
    await cache.put(COMPLETE, new Response(String(bytes)));
    await tell({ kind: 'status', isComplete: true, bytes });
  } catch (error) {
    const reason = reasonOf(error);
    running.cancel.abort();
    if (!wasComplete) await caches.delete(cacheName);
    await tell({ kind: 'failed', reason });
    throw error;
  }
}

/** The files of this version, without the resolutions that the reader left out. */
async function wantedFiles(cache: Cache): Promise<InstallableFile[]> {
  await keep(cache, [cache], [LIST, PILCROW_LIST, 0]);
  const list = await cache.match(new URL(LIST, self.registration.scope).href);
  const groups: readonly InstallableGroup[] = await list?.json();
  const chosen = await caches.match(choiceEntry(self.registration.scope), {
    cacheName: choiceCache(self.registration.scope),
  });
  const ids: readonly string[] | undefined = await chosen?.json();
  return groups
    .filter(({ id }) => id === '' || ids === undefined || ids.includes(id))
    .flatMap(({ files }) => files);
}

async function keepAll(cache: Cache, files: readonly InstallableFile[]): Promise<void> {
  // What an earlier try or version left is asked first; a new cache has nothing to ask.
  const isNew = (await cache.keys()).length <= 1;
  const older = isNew ? await olderCaches() : [cache, ...(await olderCaches())];
  const total = files.reduce((sum, [, , size]) => sum + size, 0);
  let done = 0;
  let next = 0;
  let told = -Infinity;
  const work = async (): Promise<void> => {
    for (let file = files[next]; file !== undefined; file = files[next]) {
      next += 1;
      await keep(cache, older, file);
      done += file[2];
      // A file that arrives after the end is no progress; nobody reads more than a few numbers a second.
      if (running.cancel.signal.aborted || performance.now() - told < 150) continue;
      told = performance.now();
      await tell({ kind: 'progress', done, total });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function dropOthers(cache: Cache, files: readonly InstallableFile[]): Promise<void> {
  const wanted = new Set(
    [...files.map(([path]) => path), LIST].map(
      (path) => new URL(path, self.registration.scope).href,
    ),
  );
  const kept = await cache.keys();
  const others = kept.filter(({ url }) => !wanted.has(url) && url !== COMPLETE);
  await Promise.all(others.map((request) => cache.delete(request)));
}

async function keep(
  cache: Cache,
  older: readonly Cache[],
  [path, sha256]: InstallableFile,
): Promise<void> {
  running.cancel.signal.throwIfAborted();
  const url = new URL(path, self.registration.scope).href;
  for (const known of older) {
    const kept = await known.match(url);
    if (kept?.headers.get(HASH) !== sha256) continue;
    if (known !== cache) await cache.put(url, kept);
    return;
  }
  const response = await fetch(url, {
    integrity: `sha256-${sha256}`,
    cache: 'no-cache',
    signal: running.cancel.signal,
  }).catch((error: unknown) => explain(error, url));
  if (!response.ok) throw new ChangedError(url);
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.set(HASH, sha256);
  // Made anew, because a response that was redirected may not answer a navigation.
  await cache.put(url, new Response(await response.blob(), { headers }));
}

/** The site is half deployed or was deployed anew while it was being installed. */
class ChangedError extends Error {}

/** A browser says the same of a wrong hash as of a lost connection; asked without the hash, the file tells them apart. */
async function explain(error: unknown, url: string): Promise<never> {
  if (running.cancel.signal.aborted) throw error;
  const there = await fetch(url, { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
  throw there ? new ChangedError(url) : error;
}

function reasonOf(error: unknown): Extract<FromWorker, { kind: 'failed' }>['reason'] {
  if (running.cancel.signal.aborted) return 'cancelled';
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'full';
  return error instanceof ChangedError ? 'changed' : 'network';
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith(prefix) && name !== cacheName)
      .map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** From this version only; what it does not have comes over the network, and without one is not found. */
async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  const kept = await fromCache(url.href);
  if (kept !== undefined) return kept;
  const isPage = request.mode === 'navigate';
  if (isPage && (await fromCache(`${url.href}/`)) !== undefined) {
    return Response.redirect(`${url.href}/`, 301);
  }
  try {
    return await fetch(request);
  } catch (error) {
    const notFound = await fromCache(new URL('404.html', self.registration.scope).href);
    if (!isPage || notFound === undefined) throw error;
    return new Response(notFound.body, { status: 404, headers: notFound.headers });
  }
}

const fromCache = (url: string): Promise<Response | undefined> => caches.match(url, { cacheName });

async function olderCaches(): Promise<Cache[]> {
  const names = (await caches.keys()).filter(
    (name) => name.startsWith(prefix) && name !== cacheName,
  );
  return Promise.all(names.map((name) => caches.open(name)));
}

async function tellStatus(): Promise<void> {
  const complete = await fromCache(COMPLETE);
  const bytes = Number(await complete?.text());
  await tell({ kind: 'status', isComplete: complete !== undefined, bytes });
}

async function tell(message: FromWorker): Promise<void> {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) {
    client.postMessage(message);
  }
}
