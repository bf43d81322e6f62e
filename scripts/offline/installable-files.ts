import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstallableFile } from '../../src/browser/installable-file.ts';

/** Files of a host, of the portable edition, and pictures that only other sites show. */
const leftOut = /(?:\.zip|^robots\.txt|^_headers|^sitemap[^/]*\.xml|^sw\.js)$/;

/**
 * Every file that the installed site keeps: its address from the root, its SHA-256 in base64, its size.
 * A folder's page goes by the folder's address, because hosts redirect from `index.html`.
 */
export function listInstallable(dist: string): InstallableFile[] {
  return globSync('**/*', { cwd: dist, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !leftOut.test(path))
    .sort()
    .map((path) => {
      const content = readFileSync(join(dist, path));
      const sha256 = createHash('sha256').update(content).digest('base64');
      return [path.replace(/(^|\/)index\.html$/, '$1'), sha256, content.length];
    });
}
