import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import * as pagefind from 'pagefind';
import { siteFiles } from './site-files.ts';

/** Pages that the indexer is sent before it has answered for them. */
const AT_ONCE = 64;

/** The version whose code toEngineScript was proven with, hosted and from a double-clicked file. */
const PROVEN = '1.6.0';

export interface SearchIndex {
  /** Pages that are found, which are the paragraphs. */
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Indexes the paragraph pages of a built site into `pagefind/`: the engine as a classic script, its data, and
 * nothing of Pagefind's own interface. The same pages give the same bytes.
 * @throws Error with the page that the indexer refused, or with the Pagefind version that was not proven.
 */
export async function indexSearch(dist: string): Promise<SearchIndex> {
  const { index, errors } = await pagefind.createIndex({
    // Keeps E/CN.4/2004/76 one word that is found as typed; "." would swallow the full stop of a sentence.
    includeCharacters: '/',
    // Small editions have a file per paragraph; beyond, paragraphs share files, and hosts and sticks stay bearable.
    maxFragments: 1000,
  });
  if (index === undefined) throw new Error(`Expected an index: ${errors.join(' ')}`);
  let pages = 0;
  const inFlight: Promise<void>[] = [];
  // The order of the pages is part of the index, and a disk's own order is not the same everywhere. The indexer takes
  // the pages in the order they are sent, so the next ones are read while it works.
  for (const sourcePath of siteFiles(dist)) {
    if (!sourcePath.endsWith('.html')) continue;
    const content = readFileSync(join(dist, sourcePath), 'utf8');
    if (!content.includes('data-pagefind-body')) continue;
    inFlight.push(add(index, sourcePath, content));
    pages += 1;
    if (inFlight.length === AT_ONCE) await Promise.all(inFlight.splice(0));
  }
  await Promise.all(inFlight);
  const { files } = await index.getFiles();
  await pagefind.close();

  const wanted = files
    .map(({ path, content }) => ({ path, content: Buffer.from(content) }))
    .filter(({ path }) =>
      /(?:^pagefind-entry\.json|\.pf_[a-z]+|^wasm\.[a-z-]+\.pagefind)$/.test(path),
    )
    .filter(({ path }) => path !== 'wasm.unknown.pagefind');
  const engine = files.find(({ path }) => path === 'pagefind.js');
  if (engine === undefined) throw new Error('Expected Pagefind to emit pagefind.js.');
  const entry = wanted.find(({ path }) => path === 'pagefind-entry.json');
  refuseUnproven(entry?.content.toString('utf8') ?? '{}');
  wanted.push({
    path: 'engine.js',
    content: Buffer.from(await toEngineScript(Buffer.from(engine.content).toString('utf8'))),
  });

  const folder = join(dist, 'pagefind');
  await rm(folder, { recursive: true, force: true });
  for (const { path, content } of wanted) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return {
    pages,
    files: wanted.length,
    bytes: wanted.reduce((sum, { content }) => sum + content.length, 0),
  };
}

async function add(
  index: pagefind.PagefindIndex,
  sourcePath: string,
  content: string,
): Promise<void> {
  const { errors } = await index.addHTMLFile({ sourcePath, content });
  if (errors.length > 0)
    throw new Error(`Expected ${sourcePath} to be indexed: ${errors.join(' ')}`);
}

function refuseUnproven(entry: string): void {
  const { version } = JSON.parse(entry) as { version?: string };
  if (version !== PROVEN) {
    throw new Error(
      `Expected Pagefind ${PROVEN}, whose engine was proven to run as a classic script, got ${version ?? 'none'}. Try the new version with the tests of the portable edition, then raise PROVEN.`,
    );
  }
}

/**
 * Pagefind's engine as a classic script: the same code hosted and from `file:`, where no module may be imported and
 * nothing fetched. Its `fetch` becomes pilcrowFetch, which the page's script provides.
 * @throws Error when the code is not of the form that this was proven with
 */
export async function toEngineScript(pagefindJs: string): Promise<string> {
  const fetches = pagefindJs.match(/\bfetch\(/g)?.length ?? 0;
  if (fetches !== 2 || !pagefindJs.includes('createInstance')) {
    throw new Error(
      `Expected Pagefind's engine to call fetch twice and to export createInstance, found ${fetches} calls.`,
    );
  }
  const { code } = await transform(pagefindJs, {
    format: 'iife',
    globalName: 'pilcrowEngine',
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    define: { 'import.meta.url': 'undefined', fetch: 'globalThis.pilcrowFetch' },
  });
  if (/import\.meta|\bexport\b\s*[{*]/.test(code) || !code.includes('pilcrowFetch')) {
    throw new Error('Expected the engine without module syntax.');
  }
  return code;
}
