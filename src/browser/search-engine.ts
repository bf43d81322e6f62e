import { loadFile } from './load-file.ts';
import { addressOf } from './site-root.ts';
import { loadScript } from './trusted-scripts.ts';

/** A paragraph as the index keeps it. */
export interface IndexedParagraph {
  /** From the root of the site, e.g. `/chr-2004-45/op-23/`. */
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

export interface EngineResult {
  readonly id: string;
  readonly score: number;
  /** Places of the matched words, counted in words of the content. */
  readonly words: readonly number[];
  data(): Promise<IndexedParagraph>;
}

/** As much of Pagefind's interface as is used here. */
export interface Engine {
  search(
    term: string | null,
    options?: { readonly filters?: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly EngineResult[] }>;
  /** Every facet with its values and how many paragraphs carry each. */
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
}

interface EngineScript {
  createInstance(options: {
    readonly basePath: string;
    readonly baseUrl: string;
    readonly noWorker: boolean;
    readonly ranking: Readonly<Record<string, number>>;
  }): Engine;
}

declare global {
  /** Set by pagefind/engine.js: Pagefind's own code as a classic script. */
  var pilcrowEngine: EngineScript | undefined;
  /** What that script calls where Pagefind calls `fetch`. */
  var pilcrowFetch: ((url: string) => Promise<Response>) | undefined;
}

/** Says what a reader can do about it: the engine is WebAssembly, and some settings forbid that. */
export class WebAssemblyBlocked extends Error {}

const BASE = '/pagefind/';

/**
 * Loads the search engine, on the main thread (its worker is no trusted script, and a double-clicked page may not
 * start one). @throws WebAssemblyBlocked, or an Error when its files cannot be had.
 */
export async function openEngine(): Promise<Engine> {
  if (!canRunWebAssembly()) throw new WebAssemblyBlocked();
  globalThis.pilcrowFetch = (url) => loadFile(`pagefind/${url.slice(BASE.length).split('?')[0]}`);
  // Pagefind reports a missing index to nobody; asked for here, its absence is an error we can tell.
  await Promise.all([
    loadFile('pagefind/pagefind-entry.json'),
    loadScript(addressOf('pagefind/engine.js')),
  ]);
  if (globalThis.pilcrowEngine === undefined) throw new Error('Expected the search engine.');
  return globalThis.pilcrowEngine.createInstance({
    basePath: BASE,
    baseUrl: '/',
    noWorker: true,
    // Paragraphs are short and of like length: how near a word is to the one typed counts most.
    ranking: { pageLength: 0.1, termFrequency: 0.1, termSaturation: 2, termSimilarity: 9 },
  });
}

/** Compiles the smallest module there is, because a policy that forbids WebAssembly shows only when it is tried. */
function canRunWebAssembly(): boolean {
  try {
    return new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) instanceof Object;
  } catch {
    return false;
  }
}
