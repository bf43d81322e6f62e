import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildSite } from '../../scripts/build.ts';
import { startStaticServer } from '../../scripts/static-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the built site. */
    siteFolder: string;
    /** Address of its home page, with final slash. */
    siteAddress: string;
  }
}

const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the edition in content/ once for all tests of the site, with every step of `npm run build`, and serves it.
 * PILCROW_TEST_SITE names a site that is built already, for work on the tests themselves.
 */
export default async function buildOnce({ provide }: TestProject): Promise<() => Promise<void>> {
  const ready = process.env['PILCROW_TEST_SITE'];
  const folder = ready ?? join(project, '.cache', 'site-test');
  if (ready === undefined) {
    await buildSite({
      out: folder,
      say: (line) => {
        console.log(`  ${line}`);
      },
    });
  }
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`Expected a site in ${folder}.`);
  const { url, close } = await startStaticServer({ root: folder });
  provide('siteFolder', folder);
  provide('siteAddress', url);
  return close;
}
