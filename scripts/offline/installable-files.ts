import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InstallableFile } from '../../src/browser/installable-file.ts';

/** Files of a host, of the portable edition, and the cards that other people's pages show. */
const leftOut =
  /(?:\.zip|^robots\.txt|^_headers|^sitemap[^/]*\.xml|^sw\.js|\/embed\/index\.html|\/oembed\.json|^embed\.(?:css|js))$/;

/**
 * Every file that the installed site keeps: its address from the root, its SHA-256 in base64, its size.
 * A folder's page goes by the folder's address, because hosts redirect from `index.html`.
 */
export function listInstallable(dist: string): InstallableFile[] {
  return installablePaths(dist).map((path) => {
    const content = readFileSync(join(dist, path));
    const sha256 = createHash('sha256').update(content).digest('base64');
    return [path.replace(/(^|\/)index\.html$/, '$1'), sha256, content.length];
  });
}

/** How much a reader downloads to install the site, in bytes. */
export function sizeOfInstallable(dist: string): number {
  return installablePaths(dist).reduce((sum, path) => sum + statSync(join(dist, path)).size, 0);
}

function installablePaths(dist: string): string[] {
  return globSync('**/*', { cwd: dist, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !leftOut.test(path))
    .sort();
}
