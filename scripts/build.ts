import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCorpus } from '../src/corpus/read-corpus.ts';
import { checkBeside } from './check-beside.ts';
import { formatResults, hasFindings } from './check-site.ts';
import { ProblemsError } from '../src/resolution/problem.ts';
import { bundleOffline, offlineFiles } from './bundle-offline.ts';
import { indexSearch } from './index-search.ts';
import { drawPictures, pictureFiles, wantsPictures } from './pictures/draw-pictures.ts';
import { writeExports } from './write-exports.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

/** What is built, where to, and for which address. The defaults are the edition in content/, for this machine. */
export interface BuildOptions {
  readonly content?: string;
  readonly out?: string;
  /** The address of the host, without path. */
  readonly site?: string;
  /** The folder on the host. */
  readonly base?: string;
  /** Told in one line after each step. */
  readonly say?: (line: string) => void;
  /** False leaves out the checks of the built site, for builds that only measure. */
  readonly check?: boolean;
}

/**
 * Builds a whole edition: content is read and judged first, then Astro writes the pages, and the later steps read only
 * the corpus and the pages.
 * @throws ProblemsError with every problem of content/; Error naming the step that failed.
 */
export async function buildSite(options: BuildOptions = {}): Promise<string> {
  const content = options.content ?? join(project, 'content');
  const out = options.out ?? join(project, 'dist');
  const site = options.site ?? process.env['PILCROW_SITE'] ?? 'http://localhost:4321';
  const base = options.base ?? process.env['PILCROW_BASE'] ?? '/';
  const say = options.say ?? (() => undefined);

  async function step<Result>(name: string, work: () => Promise<Result> | Result): Promise<Result> {
    const start = performance.now();
    const result = await work();
    say(`${name.padEnd(28)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return result;
  }

  const corpus = await step('read content', () => readCorpus(content));
  const pictures = wantsPictures(corpus, site, process.env['PILCROW_PICTURES']);
  await rm(out, { recursive: true, force: true });
  // Neither reads what the other writes, and Astro is a process of its own: two cores do both at once.
  await bothDone(
    step('write pages', () => runAstro({ content, out, site, base, pictures })),
    step('write exports', () => writeExports(corpus, out, { site, base })),
  );
  const checks =
    options.check === false
      ? null
      : checkBeside({
          dist: out,
          corpus,
          options: { site, base, content },
          promised: [...(await offlineFiles(out)), ...(pictures ? pictureFiles(corpus) : [])],
        });
  try {
    await step('index for search', () => indexSearch(out));
    await step('make offline editions', () => bundleOffline(out, base));
    // After the offline editions, which have no use for pictures that only other hosts show.
    if (pictures) {
      const cache = join(project, '.cache/pictures');
      await step('draw pictures', () => drawPictures(corpus, out, cache));
    }
    if (checks !== null) {
      const results = await step('finish the checks', () => checks.finish());
      const table = formatResults(results);
      if (hasFindings(results)) throw new Error(`The built site breaks a rule:\n${table}`);
      say(table);
    }
  } finally {
    await checks?.stop();
  }
  return out;
}

/** Waits for both also when one fails, so that nothing is still written when the failure is told. */
async function bothDone(one: Promise<unknown>, other: Promise<unknown>): Promise<void> {
  await Promise.allSettled([one, other]);
  await Promise.all([one, other]);
}

function runAstro(settings: {
  content: string;
  out: string;
  site: string;
  base: string;
  pictures: boolean;
}): Promise<undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const astro = spawn(
    process.execPath,
    [join(project, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
    {
      cwd: project,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...withoutViteNames(process.env),
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        PILCROW_CONTENT: settings.content,
        PILCROW_OUT: settings.out,
        PILCROW_SITE: settings.site,
        PILCROW_BASE: settings.base,
        PILCROW_PICTURES: settings.pictures ? 'yes' : 'no',
      },
    },
  );
  astro.on('error', reject);
  astro.on('exit', (code) => {
    if (code === 0) resolve(undefined);
    else
      reject(new Error(`Expected astro build to finish, but it ended with ${code ?? 'a signal'}.`));
  });
  return promise;
}

/** Vitest sets these for itself, and Astro would take them for `import.meta.env`: pages of a test without a policy. */
function withoutViteNames(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(MODE|DEV|PROD|SSR|BASE_URL|TEST|VITEST.*)$/.test(name),
  );
  return Object.fromEntries(kept);
}

if (import.meta.main) {
  try {
    const [out] = process.argv.slice(2);
    if (out?.startsWith('-'))
      throw new Error(`Expected the folder to build into, or nothing, and got the option ${out}.`);
    const built = await buildSite({
      say: (line) => {
        console.log(line);
      },
      ...(out === undefined ? {} : { out: isAbsolute(out) ? out : join(process.cwd(), out) }),
    });
    console.log(`\nThe site is in ${built}`);
  } catch (error) {
    // Problems are for the editor: their text is complete without a stack.
    console.error(error instanceof ProblemsError ? error.message : error);
    process.exitCode = 1;
  }
}
