import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeInventedEdition } from './invented-edition.ts';
import { measureSearch, type SearchCost } from './measure-search.ts';
import { watchMemory } from './process-memory.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** What building one edition cost. */
export interface BuildCost {
  readonly paragraphs: number;
  /** Seconds of each step, by the names that the build gives them. */
  readonly steps: ReadonlyMap<string, number>;
  readonly seconds: number;
  /** Highest memory of the build and everything it starts, or null where the system does not tell. */
  readonly peakBytes: number | null;
  readonly bytes: number;
  readonly files: number;
  readonly search: SearchCost;
}

/** In every invented edition, and in many of its paragraphs. */
const WORD = 'measures';

/** Builds an invented edition of about so many paragraphs in a temporary folder, and removes it. */
export async function measureBuild(paragraphs: number, seed: number): Promise<BuildCost> {
  const folder = mkdtempSync(join(tmpdir(), 'pilcrow-bench-'));
  try {
    const content = join(folder, 'content');
    const out = join(folder, 'dist');
    const written = writeInventedEdition(content, join(project, 'content'), paragraphs, seed);
    const build = await runBuild(content, out, join(folder, 'cache'));
    return {
      paragraphs: written,
      ...build,
      ...sizeOf(out),
      search: await measureSearch(out, WORD),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runBuild(content: string, out: string, cache: string) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    steps: ReadonlyMap<string, number>;
    seconds: number;
    peakBytes: number | null;
  }>();
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [join(project, 'scripts/bench/build-edition.ts'), content, out],
    {
      cwd: project,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PILCROW_CACHE: cache },
    },
  );
  const memoryNow = watchMemory(child.pid ?? 0);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.on('error', reject);
  child.on('close', (code) => {
    const peakBytes = memoryNow();
    if (code !== 0)
      reject(new Error(`Expected the build to finish, but it ended with ${code}:\n${said}`));
    else resolve({ steps: stepsIn(said), seconds: (performance.now() - start) / 1000, peakBytes });
  });
  return promise;
}

/** The build tells each step as its name and its seconds. */
function stepsIn(said: string): ReadonlyMap<string, number> {
  return new Map(
    [...said.matchAll(/^\s*(\S.*?)\s{2,}([\d.]+) s\b/gm)].map(([, name = '', seconds]) => [
      name,
      Number(seconds),
    ]),
  );
}

function sizeOf(folder: string): { bytes: number; files: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce(
    (sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
    0,
  );
  return { bytes, files: files.length };
}
