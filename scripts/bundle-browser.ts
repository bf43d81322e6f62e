import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { InstallableFile } from '../src/browser/installable-file.ts';

/**
 * Bundles the browser code of every page into one classic script: a module does not run from a double-clicked file.
 * The same sources give the same text. `project` is the folder of package.json; Astro bundles this file elsewhere, so
 * its own place says nothing.
 */
export function bundleBrowserScript(project = process.cwd()): Promise<string> {
  return bundle(join(project, 'src', 'browser', 'main.ts'), {});
}

/** Bundles the worker of the installed site with the list of its files; any change of a file is a new version. */
export function bundleServiceWorker(
  files: readonly InstallableFile[],
  project = process.cwd(),
): Promise<string> {
  const list = JSON.stringify(files);
  const version = createHash('sha256').update(list).digest('hex').slice(0, 16);
  return bundle(join(project, 'src', 'browser', 'service-worker.ts'), {
    PILCROW_FILES: list,
    PILCROW_VERSION: JSON.stringify(version),
  });
}

async function bundle(entry: string, define: Readonly<Record<string, string>>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    // Browsers of the last years; newer syntax is rewritten.
    target: ['es2022', 'chrome105', 'firefox115', 'safari16'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    define: { ...define },
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`Expected esbuild to bundle ${entry}.`);
  return script.text;
}
