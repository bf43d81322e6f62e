import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { toPortableScripts } from './portable-files.ts';
import { toPortablePage, toPortableStyle } from './portable-page.ts';

/** Files of a host, of other editions and of the installed one. */
const leftOut =
  /(?:\.zip|^404\.html|^robots\.txt|^_headers|^sitemap[^/]*\.xml|\.webmanifest|(?:^|\/)sw\.js)$/;
/** What scripts read at run time: carried by scripts instead. */
const carried = /^(?:pagefind\/(?!engine\.js$)|search-vocabulary\.json$)/;

const readMe = (name: string): string =>
  `${name}\n\nOpen index.html in this folder: a double click is enough. Everything works without a network, the search\nincluded. Keep the files together; unpack the ZIP first.\n`;

/**
 * The portable edition of a built site as a ZIP: a folder that opens by double click on index.html.
 * Names sorted, times fixed: the same site gives the same bytes.
 */
export function toPortableZip(dist: string, base: string, name: string): Uint8Array {
  const paths = globSync('**/*', { cwd: dist, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const site = { base, files: new Set(paths) };
  const read = (path: string): Buffer => readFileSync(join(dist, path));
  const folder = new Map<string, Uint8Array>();
  for (const path of paths) {
    if (leftOut.test(path) || carried.test(path)) continue;
    const content = read(path);
    if (path.endsWith('.html'))
      folder.set(path, Buffer.from(toPortablePage(content.toString(), path, site)));
    else if (path.endsWith('.css'))
      folder.set(path, Buffer.from(toPortableStyle(content.toString(), path, site)));
    else folder.set(path, content);
  }
  const files = paths
    .filter((path) => carried.test(path))
    .map((path) => ({ path, content: read(path) }));
  for (const { path, content } of toPortableScripts(files)) folder.set(path, content);
  folder.set('READ ME.txt', Buffer.from(readMe(name)));
  const entries = [...folder].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(
    Object.fromEntries(entries.map(([path, content]) => [`${name}/${path}`, content])),
    {
      level: 9,
      // The earliest time that the format knows, in whatever zone this runs.
      mtime: new Date(1980, 0, 1),
    },
  );
}
