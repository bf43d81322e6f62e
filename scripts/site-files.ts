import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Every file of a built site, relative to its folder with forward slashes, in the same order on every machine. */
export function siteFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(join(dist, sep).length).replaceAll(sep, '/'),
    )
    .sort();
}
