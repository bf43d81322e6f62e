import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../scripts/build.ts';
import { sha256 } from '../../src/corpus/text-hash.ts';
import { parseResolution } from '../../src/resolution/parse-resolution.ts';
import { siteFiles } from './site.ts';

const texts = join(import.meta.dirname, '../fixtures/texts');

/** The invented texts that are read without a problem: a text with one is refused before anything is built. */
const sound = readdirSync(texts).flatMap((name) => {
  const text = readFileSync(join(texts, name, 'official.en.txt'), 'utf8');
  const { resolution, problems } = parseResolution({ text, file: name });
  return problems.length > 0 ? [] : [{ id: `x-${name}`, text, resolution }];
});

let folder = '';
let table = '';

// The checks of the build compare every page and every full text with the official file, word for word.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-every-form-'));
  const content = join(folder, 'content');
  cpSync(join(import.meta.dirname, '../../content'), content, { recursive: true });
  sound.forEach(({ id, text }, index) => {
    const home = join(content, 'resolutions', id);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'official.en.txt'), text);
    writeFileSync(
      join(home, 'resolution.yaml'),
      `symbol: X/RES/${index + 1}\nnumber: 99/${index + 1}\nbody: Assembly of Lighthouses\nbodyAbbreviation: AL\ntitle: ${id}\ndate: 1994-05-04\nsource:\n  name: invented\nsha256: ${sha256(text)}\n`,
    );
  });
  await buildSite({
    content,
    out: join(folder, 'dist'),
    say: (line) => {
      table += `${line}\n`;
    },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('every invented text becomes a site whose words are those of its official file', () => {
  expect(sound.length).toBeGreaterThan(30);
  expect(table).toMatch(/✓ verbatim/);
  const files = new Set(siteFiles(join(folder, 'dist')));
  for (const { id, resolution } of sound)
    for (const paragraph of resolution.paragraphs)
      expect(files).toContain(`${id}/${paragraph.id}/index.html`);
});
