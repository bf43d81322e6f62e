import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { writeZip, type ZipEntry } from '../../scripts/offline/write-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-zip-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function zipOf(entries: Iterable<ZipEntry>): Promise<Buffer> {
  const file = join(folder, 'edition.zip');
  const size = await writeZip(file, entries);
  const bytes = readFileSync(file);
  expect(bytes.length).toBe(size);
  return bytes;
}

test('what goes into a ZIP comes out of it, with names in any script', async () => {
  const entries = [
    { path: 'a/Résolution №1.txt', content: Buffer.from('light '.repeat(1000)) },
    { path: 'a/empty', content: new Uint8Array() },
    { path: 'a/short', content: Buffer.from('x') },
  ];
  const bytes = await zipOf(entries);
  expect(bytes.length).toBeLessThan(700);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual(entries.map(({ path }) => path));
  expect(strFromU8(files['a/Résolution №1.txt'] ?? new Uint8Array())).toBe('light '.repeat(1000));
});

test('the same content gives the same bytes', async () => {
  const entries = [{ path: 'a', content: Buffer.from('light') }];
  expect(await zipOf(entries)).toEqual(await zipOf(entries));
});

test('an edition of more files than a plain ZIP can count is readable as well', async () => {
  const count = 70_000;
  const bytes = await zipOf(
    Array.from({ length: count }, (_, index) => ({
      path: `f/${index}`,
      content: Buffer.from(String(index)),
    })),
  );
  const files = unzipSync(bytes, { filter: ({ name }) => name === 'f/69999' });
  expect(strFromU8(files['f/69999'] ?? new Uint8Array())).toBe('69999');
  // ZIP64: the counters of the plain record are full, and the locator points to the long one.
  expect(bytes.readUInt16LE(bytes.length - 12)).toBe(0xffff);
  expect(bytes.readUInt32LE(bytes.length - 42)).toBe(0x07064b50);
}, 60_000);
