import { readFile, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleServiceWorker } from './bundle-browser.ts';
import { tellSizes, tellsSizes } from './offline/tell-sizes.ts';
import { GROUPS, LIST } from '../src/browser/installable-file.ts';
import { listInstallable, offerGroups, sha256Of } from './offline/installable-files.ts';
import { writePortableZip } from './offline/portable-edition.ts';
import { siteFiles } from './site-files.ts';

export interface OfflineEditions {
  readonly portable: { readonly file: string; readonly bytes: number };
  readonly installed: { readonly files: number; readonly bytes: number };
}

/**
 * Makes the editions that work without a network from a built and indexed site: the ZIP to unpack and open, and the
 * list of files that an installed site keeps. Pages that offer them are told their sizes.
 * @param base the path of the site on its host, with both slashes
 */
export async function bundleOffline(dist: string, base = '/'): Promise<OfflineEditions> {
  const name = await readPortableName(dist);
  // Listed once: a walk through a hundred thousand files takes a second.
  const paths = siteFiles(dist);
  const zip = `${name}.zip`;
  const portableBytes = await writePortableZip(join(dist, zip), { dist, paths, base, name });
  const offers = offerGroups(dist, paths);
  await writeFile(join(dist, GROUPS), JSON.stringify(offers));
  const installedBytes = offers.reduce((sum, { bytes }) => sum + bytes, 0);
  const sizes: Readonly<Record<string, number>> = {
    portable: portableBytes,
    installed: installedBytes,
  };
  for (const file of paths) {
    if (!file.endsWith('.html')) continue;
    // Without waiting: for thousands of small files the waiting costs more than the reading.
    const html = readFileSync(join(dist, file), 'utf8');
    if (tellsSizes(html)) await writeFile(join(dist, file), tellSizes(html, sizes));
  }
  // The list holds hashes, so it comes after the last change of a page.
  const groups = listInstallable(dist, [...new Set([...paths, GROUPS])].sort());
  const list = JSON.stringify(groups);
  await writeFile(join(dist, LIST), list);
  await writeFile(join(dist, 'sw.js'), await bundleServiceWorker(sha256Of(list)));
  return {
    portable: { file: zip, bytes: portableBytes },
    installed: {
      files: groups.reduce((sum, { files }) => sum + files.length, 0),
      bytes: installedBytes,
    },
  };
}

/** The files that bundleOffline will write, for checks that begin before it ends. */
export async function offlineFiles(dist: string): Promise<readonly string[]> {
  return [`${await readPortableName(dist)}.zip`, GROUPS, LIST, 'sw.js'];
}

/** The home page says what the ZIP is called. @throws Error when it does not. */
async function readPortableName(dist: string): Promise<string> {
  const home = await readFile(join(dist, 'index.html'), 'utf8');
  const name = /href="[^"]*?([a-z0-9-]+)\.zip"/.exec(home)?.[1];
  if (name === undefined)
    throw new Error('Expected the home page to link to the portable edition.');
  return name;
}
