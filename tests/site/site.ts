import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { inject } from 'vitest';
import { pageKinds } from '../../scripts/checks/page-kinds.ts';

/** Every file of the built site, relative to its folder, with forward slashes, sorted. */
export function siteFiles(folder = inject('siteFolder')): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((file) => file.split(sep).join('/'))
    .sort();
}

export function readSite(file: string, folder = inject('siteFolder')): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** One page of each kind, by address: the tour that every test of looks and manners takes. */
export function oneOfEachKind(): readonly (readonly [kind: string, address: string])[] {
  const kinds = pageKinds(siteFiles(), ['chr-2004-45']);
  return [...kinds].map(([kind, files]) => {
    // The longest page of its kind has most to go wrong.
    const [file = ''] = files.toSorted((a, b) => readSite(b).length - readSite(a).length);
    return [kind === '' ? 'home' : kind, `/${file.replace(/(^|\/)index\.html$/, '$1')}`];
  });
}
