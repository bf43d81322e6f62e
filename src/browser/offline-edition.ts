import type { FromWorker } from './installable-file.ts';
import { offlineStrings } from './offline-strings.ts';
import {
  findRegistration,
  listen,
  offlineWorkers,
  registerWorker,
  removeWorker,
  say,
} from './offline-worker.ts';

/** Where the offline copy stands, as the reader sees it. */
type Stage = 'none' | 'installing' | 'kept';

/**
 * "Make available offline": size beforehand, progress, cancel, done, remove. Two tabs show the same, because the
 * worker tells every open page. Where a browser has no workers the element stays hidden.
 */
export class OfflineEdition extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback(): void {
    const workers = offlineWorkers();
    if (workers === null) return;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.hidden = false;
    listen(
      workers,
      (message) => {
        this.#hear(message);
      },
      signal,
    );
    this.#on('install', () => this.#install(workers));
    this.#on('cancel', async () => {
      const registration = await findRegistration(workers);
      say(registration?.installing ?? registration?.active ?? null, 'cancel');
    });
    this.#on('remove', async () => {
      await removeWorker(workers);
      this.#show('none', offlineStrings.removed);
    });
    void findRegistration(workers).then((registration) => {
      if (registration?.active != null) say(registration.active, 'status');
      else if (registration?.installing != null) this.#show('installing', '');
    });
  }

  disconnectedCallback(): void {
    this.#leaving.abort();
  }

  async #install(workers: ServiceWorkerContainer): Promise<void> {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    const free = quota - usage;
    if (free < Number(this.dataset['bytes'] ?? 0) * 1.2) {
      this.#show('none', offlineStrings.tooLittle(free));
      return;
    }
    this.#show('installing', '');
    try {
      const registration = await registerWorker(workers);
      // Removed or evicted, and asked for again: the worker is still there and only its files are missing.
      if (registration.installing === null && registration.active !== null)
        say(registration.active, 'repair');
    } catch {
      this.#show('none', offlineStrings.refused);
    }
  }

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case 'progress':
        this.#show('installing', offlineStrings.progress(message.done, message.total), message);
        break;
      case 'failed':
        this.#show('none', offlineStrings.failed[message.reason]);
        break;
      case 'status':
        if (message.isComplete) void this.#showKept(message.bytes);
        else this.#show('none', offlineStrings.evicted);
    }
  }

  async #showKept(bytes: number): Promise<void> {
    const isSafe = await navigator.storage.persist().catch(() => false);
    const text = offlineStrings.done(bytes);
    this.#show('kept', isSafe ? text : `${text} ${offlineStrings.mayBeRemoved}`);
  }

  #show(
    stage: Stage,
    text: string,
    progress?: { readonly done: number; readonly total: number },
  ): void {
    const isInstalling = stage === 'installing';
    this.#part('offer').hidden = stage === 'kept';
    this.#part('install').hidden = stage !== 'none';
    this.#part('cancel').hidden = !isInstalling;
    this.#part('remove').hidden = stage !== 'kept';
    const bar = this.#part('progress');
    bar.hidden = !isInstalling;
    if (bar instanceof HTMLProgressElement && progress !== undefined) {
      bar.max = progress.total;
      bar.value = progress.done;
      // Seen as it moves, heard only in quarters.
      bar.title = text;
      const quarter = Math.floor((4 * progress.done) / progress.total);
      if (bar.dataset['quarter'] === String(quarter)) return;
      bar.dataset['quarter'] = String(quarter);
    }
    this.#part('status').textContent = text;
  }

  #on(name: string, act: () => Promise<void>): void {
    this.#part(name).addEventListener('click', () => void act(), { signal: this.#leaving.signal });
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part === null) throw new Error(`Expected the part "${name}" beside the offline copy.`);
    return part;
  }
}
