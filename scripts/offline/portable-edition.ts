import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { besideFile } from '../../src/browser/carried-file.ts';
import { toPortableScripts, toScript } from './portable-files.ts';
import { toPortablePage, toPortableStyle } from './portable-page.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

/** Files of a host, of other editions and of the installed one, and the cards that other people's pages show. */
const leftOut =
  /(?:^\.[^/]+|\.zip|^404\.html|^robots\.txt|^_headers|^sitemap[^/]*\.xml|\.webmanifest|^sw\.js|^offline-[a-z]+\.json|\/embed\/index\.html|\/oembed\.json|^embed\.(?:css|js))$/;
/** What scripts read at run time: carried by scripts instead. */
const carried = /^(?:pagefind\/(?!engine\.js$)|search-vocabulary\.json$)/;
/** A resolution's data: readers open it, and the page of selections reads it. */
const data = /^[a-z0-9-]+\.json$/;

const readMe = (name: string): string =>
  `${name}\n\nOpen index.html in this folder: a double click is enough. Everything works without a network, the search\nincluded. Keep the files together; unpack the ZIP first.\n`;

export interface BuiltEdition {
  readonly dist: string;
  /** Every file of it, relative, with forward slashes. */
  readonly paths: readonly string[];
  /** The path of the site on its host, with both slashes. */
  readonly base: string;
  /** What the folder in the ZIP is called. */
  readonly name: string;
}

/**
 * The portable edition of a built site as a ZIP: a folder that opens by double click on index.html.
 * Names sorted, times fixed: the same site gives the same bytes.
 * @returns the size of the ZIP in bytes
 */
export function writePortableZip(
  file: string,
  { dist, paths, base, name }: BuiltEdition,
): Promise<number> {
  const site = { base, files: new Set(paths) };
  const read = (path: string): Buffer => readFileSync(join(dist, path));

  /** Each file of the folder, made when the ZIP comes to it. */
  const folder = new Map<string, () => Uint8Array>();
  for (const path of paths) {
    if (leftOut.test(path) || carried.test(path)) continue;
    folder.set(path, () => {
      if (path.endsWith('.html'))
        return Buffer.from(toPortablePage(read(path).toString(), path, site));
      if (path.endsWith('.css'))
        return Buffer.from(toPortableStyle(read(path).toString(), path, site));
      return read(path);
    });
    if (data.test(path))
      folder.set(besideFile(path), () => toScript([{ path, content: read(path) }]));
  }
  const files = paths
    .filter((path) => carried.test(path))
    .map((path) => ({ path, content: read(path) }));
  for (const { path, content } of toPortableScripts(files)) folder.set(path, () => content);
  folder.set('READ ME.txt', () => Buffer.from(readMe(name)));

  function* entries(): Generator<ZipEntry> {
    for (const [path, make] of [...folder].sort(([a], [b]) => (a < b ? -1 : 1)))
      yield { path: `${name}/${path}`, content: make() };
  }
  return writeZip(file, entries());
}
