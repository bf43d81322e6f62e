import { type FromWorker, type GroupOffer, GROUPS } from './installable-file.ts';
import { loadFile } from './load-file.ts';
import { type OfflineChoice, showChoice } from './offline-choice.ts';
import { offlineStrings } from './offline-strings.ts';
import {
  findRegistration,
  listen,
  offlineWorkers,
  readChoice,
  registerWorker,
  removeWorker,
  say,
  storeChoice,
} from './offline-worker.ts';

/** Where the offline copy stands, as the reader sees it. */
type Stage = 'none' | 'installing' | 'kept';

/**
 * "Make available offline": size beforehand, progress, cancel, done, remove. Two tabs show the same, because the
 * worker tells every open page. Where a browser has no workers the element stays hidden.
 */
export class OfflineEdition extends HTMLElement {
  #leaving = new AbortController();
  #stage: Stage = 'none';
  /** What the reader ticked on this page, or null while nothing was touched. */
  #choice: OfflineChoice | null = null;
  /** Why the last try failed, until the worker says whether an earlier copy is still there. */
  #failure: string | null = null;

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
    this.querySelector('details')?.addEventListener('toggle', () => void this.#offerChoice(), {
      once: true,
      signal,
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
    const needed = this.#choice?.bytes ?? Number(this.dataset['bytes'] ?? 0);
    if (this.#stage === 'none' && free < needed * 1.2) {
      this.#show('none', offlineStrings.tooLittle(free));
      return;
    }
    this.#show('installing', '');
    try {
      if (this.#choice !== null) await storeChoice(this.#choice.ids);
      const registration = await registerWorker(workers);
      // Removed, evicted or chosen otherwise: the worker is there already and has to fetch what it lacks.
      if (registration.installing === null && registration.active !== null)
        say(registration.active, 'keep');
    } catch {
      this.#show('none', offlineStrings.refused);
    }
  }

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case 'progress':
        // A newer version that arrives in the background is no concern of the copy that is kept.
        if (this.#stage === 'kept') break;
        this.#show('installing', offlineStrings.progress(message.done, message.total), message);
        break;
      case 'failed':
        this.#failure = offlineStrings.failed[message.reason];
        void this.#askWhatIsLeft();
        break;
      case 'status':
        if (message.isComplete) void this.#showKept(message.bytes, this.#failure);
        else this.#show('none', this.#failure ?? offlineStrings.evicted);
        this.#failure = null;
    }
  }

  /** An earlier copy, if there is one, is still as good as it was. */
  async #askWhatIsLeft(): Promise<void> {
    const workers = offlineWorkers();
    const registration = workers === null ? undefined : await findRegistration(workers);
    if (registration?.active != null) say(registration.active, 'status');
    else this.#show('none', this.#failure ?? '');
  }

  /** Large editions: a list of resolutions to choose from, loaded when it is opened. */
  async #offerChoice(): Promise<void> {
    const response = await loadFile(GROUPS);
    const offers: readonly GroupOffer[] = await response.json();
    showChoice(this.#part('choices'), offers, await readChoice(), (choice) => {
      this.#choice = choice;
      this.#part('chosen').textContent = offlineStrings.chosen(choice.bytes);
      if (this.#stage === 'kept') this.#part('install').hidden = false;
    });
  }

  async #showKept(bytes: number, failure: string | null): Promise<void> {
    const isSafe = await navigator.storage.persist().catch(() => false);
    const text = [failure, offlineStrings.done(bytes)].filter((part) => part !== null).join(' ');
    this.#show('kept', isSafe ? text : `${text} ${offlineStrings.mayBeRemoved}`);
  }

  #show(
    stage: Stage,
    text: string,
    progress?: { readonly done: number; readonly total: number },
  ): void {
    this.#stage = stage;
    const isInstalling = stage === 'installing';
    this.#part('offer').hidden = stage === 'kept';
    const install = this.#part('install');
    install.hidden = stage !== 'none';
    install.textContent = stage === 'none' ? offlineStrings.install : offlineStrings.apply;
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
