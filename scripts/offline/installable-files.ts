import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { GroupOffer, InstallableGroup } from '../../src/browser/installable-file.ts';
import type { SearchVocabulary } from '../../src/browser/search-vocabulary.ts';

/** Files of a host, of the portable edition, and the cards that other people's pages show. */
const leftOut =
  /(?:^\.[^/]+|\.zip|^robots\.txt|^_headers|^sitemap[^/]*\.xml|^sw\.js|^offline-files\.json|\/embed\/index\.html|\/oembed\.json|^embed\.(?:css|js))$/;

/**
 * Every file that the installed site keeps of `files`, by resolution: its address from the root, its SHA-256 in base64, its size.
 * A folder's page goes by the folder's address, because hosts redirect from `index.html`.
 */
export function listInstallable(dist: string, files: readonly string[]): InstallableGroup[] {
  return groupPaths(dist, files).map(({ id, paths }) => ({
    id,
    files: paths.map((path) => {
      const content = readFileSync(join(dist, path));
      return [path.replace(/(^|\/)index\.html$/, '$1'), sha256Of(content), content.length];
    }),
  }));
}

/** What a reader downloads to install the site: for what every copy has (`''`), and for each resolution. */
export function offerGroups(dist: string, files: readonly string[]): GroupOffer[] {
  const names = new Map(
    readResolutions(dist).map(({ id, bodyAbbreviation, number, title }) => [
      id,
      `${bodyAbbreviation} ${number}, ${title}`,
    ]),
  );
  return groupPaths(dist, files).map(({ id, paths }) => ({
    id,
    label: names.get(id) ?? '',
    bytes: paths.reduce((sum, path) => sum + statSync(join(dist, path)).size, 0),
  }));
}

export const sha256Of = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('base64');

function groupPaths(dist: string, files: readonly string[]): { id: string; paths: string[] }[] {
  const ids = new Set(readResolutions(dist).map(({ id }) => id));
  const paths = files.filter((path) => !leftOut.test(path));
  const groups = Map.groupBy(paths, (path) => {
    const [first = ''] = path.split(/[/.]/);
    return ids.has(first) ? first : '';
  });
  return ['', ...[...ids].sort()].map((id) => ({ id, paths: groups.get(id) ?? [] }));
}

/** The search knows every resolution of the edition; nothing else that is built lists them for machines. */
function readResolutions(dist: string): SearchVocabulary['resolutions'] {
  const file = join(dist, 'search-vocabulary.json');
  const { resolutions } = JSON.parse(readFileSync(file, 'utf8')) as SearchVocabulary;
  return resolutions;
}
