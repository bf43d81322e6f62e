import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { gzipSync, unzipSync } from 'fflate';
import { z } from 'zod';

/** What a reader of one built edition fetches before the first result is seen, and what the portable edition weighs. */
export interface SearchCost {
  /** All files of the index. */
  readonly indexBytes: number;
  /** As a host sends them: scripts and JSON compressed, the engine's own files as they are. */
  readonly first: FirstResult;
  readonly zipBytes: number;
  readonly portableFiles: number;
}

/** Bytes up to the first page of results. */
export interface FirstResult {
  readonly engine: number;
  /** The list of words, names and addresses that the query language reads. */
  readonly vocabulary: number;
  readonly index: number;
  readonly fragments: number;
}

/** Results on a page of results. */
const PAGE = 10;
const BASE = '/pagefind/';

interface EngineScript {
  createInstance(options: object): {
    filters(): Promise<unknown>;
    search(word: string): Promise<{ results: readonly { data(): Promise<unknown> }[] }>;
  };
}

const engineScript = z.custom<EngineScript>(
  (engine) => typeof engine === 'object' && engine !== null && 'createInstance' in engine,
  'Expected the script to leave its engine in pilcrowEngine.',
);

/**
 * Runs the engine of a built site on one word and counts what it reads.
 * @throws Error when no paragraph has the word, because then nothing was measured
 */
export async function measureSearch(dist: string, word: string): Promise<SearchCost> {
  const sent = { engine: 0, vocabulary: 0, index: 0, fragments: 0 };
  const read = (path: string): Buffer<ArrayBuffer> => {
    const content = readFileSync(join(dist, path));
    const kind = /engine\.js$|\.pagefind$/.test(path)
      ? 'engine'
      : path.endsWith('.pf_fragment')
        ? 'fragments'
        : path.startsWith('pagefind/')
          ? 'index'
          : 'vocabulary';
    sent[kind] += /\.js(?:on)?$/.test(path) ? gzipSync(content).length : content.length;
    return content;
  };
  read('search-vocabulary.json');
  const engine = loadEngine(read('pagefind/engine.js').toString(), (path) => read(path));
  const instance = engine.createInstance({ basePath: BASE, baseUrl: '/', noWorker: true });
  await instance.filters();
  const { results } = await instance.search(word);
  if (results.length === 0) throw new Error(`Expected a paragraph that has "${word}".`);
  await Promise.all(results.slice(0, PAGE).map((result) => result.data()));

  const zip = globSync('*.zip', { cwd: dist })[0];
  if (zip === undefined) throw new Error('Expected the portable edition.');
  let portableFiles = 0;
  unzipSync(readFileSync(join(dist, zip)), { filter: () => (portableFiles++, false) });
  return {
    indexBytes: globSync('pagefind/**/*.*', { cwd: dist }).reduce(
      (sum, path) => sum + statSync(join(dist, path)).size,
      0,
    ),
    first: sent,
    zipBytes: statSync(join(dist, zip)).size,
    portableFiles,
  };
}

/** The classic script in a context with as much of a page as it asks for. */
function loadEngine(script: string, read: (path: string) => Buffer<ArrayBuffer>): EngineScript {
  const page = createContext({
    console,
    URL,
    TextDecoder,
    TextEncoder,
    WebAssembly,
    DecompressionStream,
    Response,
    setTimeout,
    Uint8Array,
    document: { querySelector: () => ({ getAttribute: () => 'en' }) },
    location: new URL('https://example.org/'),
    pilcrowFetch: (url: string) =>
      Promise.resolve(new Response(read(`pagefind/${url.slice(BASE.length).split('?')[0]}`))),
  });
  page['window'] = page;
  new Script(script).runInContext(page);
  return engineScript.parse(page['pilcrowEngine']);
}
