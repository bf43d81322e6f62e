import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { buildSite } from '../../scripts/build.ts';
import { attributeOf, toPage, visibleText } from '../../scripts/checks/page.ts';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import { ProblemsError } from '../../src/resolution/problem.ts';
import { readSite, siteFiles } from './site.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-hostile-'));
  cpSync(join(project, 'content'), join(folder, 'content'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const markup = `<script>document.title='owned'</script> <img src=x onerror=alert(1)> ]]> </textarea></title> <!-- --> &lt;b&gt; \${a} {b} \\n "c" javascript:alert(1)`;

function officialText(words: string): string {
  return `Lamps and ${words}
Assembly of Lighthouses Resolution: 1/1

The Assembly of Lighthouses,

Recalling its fondness for ${words} in lamps,

1. Decides to keep ${words} out of lamps;

2. Requests its keepers:

(a) To look for ${words} in lamps;

(b) To report on it.

3rd meeting
1 March 1999
[Adopted without a vote.]
`;
}

/** Adds a resolution to the copied content; `about` changes what its YAML says. */
function publish(text: string, about: Readonly<Record<string, unknown>> = {}): string {
  const home = join(folder, 'content/resolutions/alh-1-1');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'official.en.txt'), text);
  writeFileSync(
    join(home, 'resolution.yaml'),
    stringify({
      symbol: 'ALH/RES/1/1',
      number: '1/1',
      body: 'Assembly of Lighthouses',
      bodyAbbreviation: 'ALH',
      title: 'Lamps',
      date: '1999-03-01',
      source: { name: 'invented' },
      sha256: createHash('sha256').update(text).digest('hex'),
      ...about,
    }),
  );
  return join(folder, 'content');
}

function problemsOf(content: string): readonly string[] {
  try {
    readCorpus(content);
    return [];
  } catch (error) {
    if (error instanceof ProblemsError)
      return error.problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
    throw error;
  }
}

test('markup in a text and in YAML comes out as words, in every form of the paragraph', async () => {
  const content = publish(officialText(markup), {
    title: `Lamps and ${markup}`,
    bodyAbbreviation: '<b>ALH</b>',
    source: { name: markup },
  });
  const out = join(folder, 'dist');
  // The build's own checks refuse inline scripts, handlers, and words that differ from the file.
  await buildSite({ content, out });

  const files = siteFiles(out).filter((file) => file.startsWith('alh-1-1'));
  const html = files.filter((file) => file.endsWith('.html'));
  expect(html.length).toBeGreaterThan(4);
  for (const file of html) {
    const page = toPage(file, readSite(file, out));
    expect(page.elements.filter((element) => attributeOf(element, 'onerror') !== null)).toEqual([]);
  }
  const [words] = toPage('', readSite('alh-1-1/op-1/index.html', out)).elements.filter(
    (element) => attributeOf(element, 'class') === 'words',
  );
  if (words === undefined) throw new Error('Expected the official words.');
  expect(visibleText(words).trim()).toBe(`Decides to keep ${markup} out of lamps;`);
  for (const file of files) {
    const text = readSite(file, out);
    if (file.endsWith('.json')) expect(() => JSON.parse(text) as unknown).not.toThrow();
    if (/\.(xml|akn|svg|rdf)$/.test(file))
      expect([file, XMLValidator.validate(text)]).toEqual([file, true]);
  }
});

describe('what cannot be published is a Problem with its place', () => {
  test.each([
    ['a null byte', 'lamps\u0000'],
    ['an escape character', 'lamps\u001B[31m'],
    ['an override of the reading direction', 'lamps\u202E'],
    ['an isolate that is never closed', 'lamps\u2067'],
  ])('%s in a text', (_what, words) => {
    expect(problemsOf(publish(officialText(words)))).toContainEqual(
      expect.stringMatching(/alh-1-1\/official\.en\.txt:1 /),
    );
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    ' java\nscript:alert(1)',
  ])('the source address %j', (address) => {
    expect(
      problemsOf(publish(officialText('oil'), { source: { name: 'invented', address } })),
    ).toContainEqual(expect.stringMatching(/alh-1-1\/resolution\.yaml:\d+ /));
  });
});
