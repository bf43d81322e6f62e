import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { siteFiles } from './site.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
// Another file system, where there is one: it lists its files in another order.
const elsewhere = mkdtempSync(
  join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'pilcrow copy é-'),
);

beforeAll(() => {
  const files = [
    'src',
    'content',
    'public',
    'scripts',
    'astro.config.mjs',
    'package.json',
    'tsconfig.json',
  ];
  for (const name of files.toReversed()) copyBackwards(name);
  symlinkSync(join(project, 'node_modules'), join(elsewhere, 'node_modules'));
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts', 'dist'], {
    cwd: elsewhere,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' },
  });
  if (status !== 0) throw new Error(`Expected the copy to build:\n${stderr}`);
});
afterAll(() => {
  rmSync(elsewhere, { recursive: true });
});

/** Copies a file or folder, the last name first: what reads folders unsorted meets another order here. */
function copyBackwards(path: string): void {
  const from = join(project, path);
  const entries = readdirSyncOrNull(from);
  if (entries === null) {
    cpSync(from, join(elsewhere, path));
    return;
  }
  mkdirSync(join(elsewhere, path), { recursive: true });
  for (const name of entries.sort().reverse()) copyBackwards(join(path, name));
}

function readdirSyncOrNull(path: string): string[] | null {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}

/** Name and digest of every file, one a line. */
function digests(folder: string): string[] {
  return siteFiles(folder).map((file) => {
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
    return `${digest.slice(0, 16)} ${file}`;
  });
}

test('another folder, file system, time zone and language give the same bytes, index and archives included', () => {
  const here = digests(inject('siteFolder'));
  const there = digests(join(elsewhere, 'dist'));
  expect(here.length).toBeGreaterThan(100);
  expect(there.filter((line) => !here.includes(line))).toEqual([]);
  expect(there).toEqual(here);
});
