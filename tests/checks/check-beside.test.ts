import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CheckBeside, checkBeside } from '../../scripts/check-beside.ts';
import { hashes, operativePage, smallCorpus, soundFiles } from './small-site.ts';

let folder = '';
let open: CheckBeside | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-beside-'));
  for (const [path, text] of soundFiles()) put(`dist/${path}`, text);
  put('content/resolutions/k-1-1/permalinks.lock.json', JSON.stringify(hashes));
});

afterEach(async () => {
  await open?.stop();
  rmSync(folder, { recursive: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function begin(promised: readonly string[]): CheckBeside {
  open = checkBeside({
    dist: join(folder, 'dist'),
    corpus: smallCorpus(),
    options: { site: 'https://keepers.example', base: '/', content: join(folder, 'content') },
    promised,
  });
  return open;
}

/** The page of the operative paragraph, changed. */
function change(from: string, to: string): void {
  const page = soundFiles().get(operativePage) ?? '';
  expect(page).toContain(from);
  put(`dist/${operativePage}`, page.replace(from, to));
}

test('checks that run beside the build find what is wrong', async () => {
  change('</main>', '<a href="/gone/">Gone</a></main>');
  const results = await begin([]).finish();
  expect(results.flatMap(({ findings }) => findings.map(({ message }) => message))).toEqual([
    'The address "/gone/" leads to no file of the site.',
  ]);
});

test('a page may link to a file that is still being made', async () => {
  change('</main>', '<a href="/edition.zip">Download</a></main>');
  const checks = begin(['edition.zip']);
  put('dist/edition.zip', 'made');
  const results = await checks.finish();
  expect(results.flatMap(({ findings }) => findings)).toEqual([]);
});

test('a file that was promised and never made stops the build', async () => {
  await expect(begin(['edition.zip']).finish()).rejects.toThrow(
    'Expected the build to write edition.zip.',
  );
});

test('a page that waits for a size is checked as it is in the end', async () => {
  change('</main>', '<span data-size-of="portable"></span></main>');
  const checks = begin([]);
  // Time to look at the page as it is now, which would find nothing.
  await setTimeout(500);
  change('</main>', '<span style="color: red">1 MB</span></main>');
  const results = await checks.finish();
  expect(results.filter(({ findings }) => findings.length > 0).map(({ name }) => name)).toContain(
    'csp',
  );
});
