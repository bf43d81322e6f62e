import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the browser code of every page into one classic script: a module does not run from a double-clicked file.
 * The same sources give the same text. `project` is the folder of package.json; Astro bundles this file elsewhere, so
 * its own place says nothing.
 */
export function bundleBrowserScript(project = process.cwd()): Promise<string> {
  return bundle(join(project, 'src', 'browser', 'main.ts'), {});
}

/** Bundles what writes Word files, slides and tables of a selection: a script that a reader asks for. */
export function bundleSelectionFiles(project = process.cwd()): Promise<string> {
  return bundle(join(project, 'src', 'exports', 'selection-files.ts'), {}, 'pilcrowSelectionFiles');
}

/** Bundles the worker of the installed site; `listHash`, the SHA-256 in base64 of its list of files, is the version. */
export function bundleServiceWorker(listHash: string, project = process.cwd()): Promise<string> {
  return bundle(join(project, 'src', 'browser', 'service-worker.ts'), {
    PILCROW_LIST: JSON.stringify(listHash),
  });
}

async function bundle(
  entry: string,
  define: Readonly<Record<string, string>>,
  globalName?: string,
): Promise<string> {
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
    ...(globalName === undefined ? {} : { globalName }),
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`Expected esbuild to bundle ${entry}.`);
  return script.text;
}
