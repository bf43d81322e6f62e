import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../scripts/build.ts';
import { attributeOf, toPage, visibleText } from '../../scripts/checks/page.ts';
import { readSite } from './site.ts';

let folder = '';

function publish(id: string, about: { body: string; number: string; date: string }, text: string) {
  const home = join(folder, 'content/resolutions', id);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'official.en.txt'), text);
  writeFileSync(
    join(home, 'resolution.yaml'),
    [
      `symbol: ${id.toUpperCase()}`,
      `number: ${about.number}`,
      `body: ${about.body}`,
      'bodyAbbreviation: X',
      `title: Lamps of ${id}`,
      `date: ${about.date}`,
      'source:\n  name: invented',
      `sha256: ${createHash('sha256').update(text).digest('hex')}\n`,
    ].join('\n'),
  );
}

// The build's own checks follow every link and validate every page.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-several-'));
  cpSync(join(import.meta.dirname, '../../content'), join(folder, 'content'), { recursive: true });
  publish(
    'chr-2005-7',
    { body: 'Commission on Human Rights', number: '2005/7', date: '2005-04-07' },
    'Lamps\n\nThe Commission on Human Rights,\n\nRecalling its resolution 2004/45 of 19 April 2004,\n\n1. Decides to keep lamps lit.\n',
  );
  publish(
    'a-res-98-99',
    { body: 'General Assembly', number: '98/99', date: '2043-12-01' },
    'Lamps\n\nThe General Assembly,\n\nRecalling Commission on Human Rights resolution 2005/7 of 7 April 2005,\n\n1. Decides to keep lamps lit, in accordance with paragraphs 1 to 3 of Commission on Human Rights resolution 2004/45 of 19 April 2004;\n\n2. Reaffirms paragraph 99 of Commission on Human Rights resolution 2004/45.\n',
  );
  await buildSite({ content: join(folder, 'content'), out: join(folder, 'dist') });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const page = (path: string) =>
  toPage(path, readSite(`${path}index.html`, join(folder, 'dist'))).elements;
const links = (path: string) =>
  page(path).flatMap((element) =>
    element.tagName === 'a' ? (attributeOf(element, 'href') ?? []) : [],
  );

test('home lists resolutions by body and year, the newest first', () => {
  const listed = page('')
    .filter(
      (element) =>
        ['h2', 'h3'].includes(element.tagName) || attributeOf(element, 'class') === 'figure',
    )
    .map((element) => visibleText(element).trim());
  expect(listed.slice(0, listed.indexOf('Other ways in'))).toEqual([
    'Commission on Human Rights',
    '2005',
    '2005/7',
    '2004',
    '2004/45',
    'General Assembly',
    '2043',
    '98/99',
  ]);
});

test('a citation of a resolution in the edition leads to its page, and its page back to the citation', () => {
  expect(links('chr-2005-7/pp-1/')).toContain('/chr-2004-45/');
  expect(links('chr-2004-45/')).toContain('/chr-2005-7/pp-1/');
  expect(links('a-res-98-99/pp-1/')).toContain('/chr-2005-7/');
  expect(links('chr-2005-7/')).toContain('/a-res-98-99/pp-1/');
});

test('a citation of paragraphs leads to them, and their pages back; of one that is not there, to the resolution', () => {
  expect(links('a-res-98-99/op-1/')).toEqual(
    expect.arrayContaining(['/chr-2004-45/op-1/', '/chr-2004-45/op-2/', '/chr-2004-45/op-3/']),
  );
  for (const paragraph of ['op-1', 'op-2', 'op-3'])
    expect(links(`chr-2004-45/${paragraph}/`)).toContain('/a-res-98-99/op-1/');
  expect(links('a-res-98-99/op-2/')).toContain('/chr-2004-45/');
  expect(links('chr-2004-45/op-4/')).not.toContain('/a-res-98-99/op-1/');
});
