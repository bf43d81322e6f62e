import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { zipDate } from './common-cartridge.ts';

/**
 * Office files from the libraries carry the time and random relation ids. This writes the resolution's date instead,
 * numbers the ids in order and packs with one time, so that the same content gives the same bytes.
 */
export function fixOfficeBytes(content: Uint8Array, date: string): Uint8Array {
  const files = unzipSync(content);
  const names = new Map<string, string>();
  const rename = (xml: string): string =>
    xml.replace(/rId[A-Za-z0-9_-]{12,}/g, (id) => {
      const known = names.get(id) ?? `rIdLink${names.size + 1}`;
      names.set(id, known);
      return known;
    });
  const fixed: Zippable = {};
  // The document first: its order gives the ids their numbers.
  const order = Object.keys(files).sort(
    (a, b) =>
      Number(b.endsWith('/document.xml')) - Number(a.endsWith('/document.xml')) || (a < b ? -1 : 1),
  );
  const written = new Map(
    order.map((name) => {
      const bytes = files[name] ?? new Uint8Array();
      if (!/\.(?:xml|rels)$/.test(name)) return [name, bytes];
      const xml = strFromU8(bytes).replace(
        /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g,
        `${date}T00:00:00Z`,
      );
      return [name, strToU8(rename(xml))];
    }),
  );
  // The list of types stands first, as readers expect of an Office file.
  const sorted = [...written.keys()].sort(
    (a, b) => Number(b.startsWith('[')) - Number(a.startsWith('[')) || (a < b ? -1 : 1),
  );
  for (const name of sorted)
    if (!name.endsWith('/')) fixed[name] = written.get(name) ?? new Uint8Array();
  return zipSync(fixed, { mtime: zipDate, level: 6 });
}
