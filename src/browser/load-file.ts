import { besideFile } from './carried-file.ts';
import { addressOf, isPortable } from './site-root.ts';
import { loadScript } from './trusted-scripts.ts';

declare global {
  /** Called by the scripts of the portable edition, which carry files that a page there may not fetch. */
  var pilcrowPut: ((path: string, base64: string) => void) | undefined;
}

/** The script of the portable edition that carries the files every search needs. */
export const PORTABLE_FILES = 'portable-files.js';

/** Names that change with their content may be kept as long as the browser likes; all others are asked for anew. */
const named = /_[0-9a-f]{7,}\.pf_/;

const carried = new Map<string, Uint8Array<ArrayBuffer>>();
const loading = new Map<string, Promise<void>>();

/**
 * Reads a file of this site, `path` from its root: over the network when hosted, out of a classic script when
 * portable. @throws when the file cannot be had.
 */
export async function loadFile(path: string): Promise<Response> {
  if (isPortable()) return new Response(await unpack(path));
  const response = await fetch(addressOf(path), {
    cache: named.test(path) ? 'default' : 'no-cache',
  });
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return response;
}

async function unpack(path: string): Promise<Uint8Array<ArrayBuffer>> {
  globalThis.pilcrowPut ??= (name, base64) => {
    carried.set(
      name,
      Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
    );
  };
  await loadOnce(PORTABLE_FILES);
  if (!carried.has(path))
    await loadOnce(path.startsWith('pagefind/') ? packOf(path) : besideFile(path));
  const bytes = carried.get(path);
  if (bytes === undefined) throw new Error(`Expected the portable edition to carry ${path}.`);
  return bytes;
}

/** Larger editions keep the rest in numbered scripts; the first path of each is listed in order. */
function packOf(path: string): string {
  const list = carried.get('portable-packs.json');
  const firsts: string[] = list === undefined ? [] : JSON.parse(new TextDecoder().decode(list));
  return `portable-files-${firsts.filter((first) => first <= path).length}.js`;
}

function loadOnce(script: string): Promise<void> {
  let promise = loading.get(script);
  if (promise === undefined) {
    promise = loadScript(addressOf(script));
    // A failed load is tried again the next time.
    promise.catch(() => loading.delete(script));
    loading.set(script, promise);
  }
  return promise;
}
