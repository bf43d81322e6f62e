import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { checkSite } from '../../scripts/check-site.ts';
import type { SiteCheck } from '../../scripts/checks/site-check.ts';
import type { Corpus, PublishedParagraph, PublishedResolution } from '../../src/corpus/corpus.ts';
import type { Resolution, SourceLine } from '../../src/resolution/model.ts';

/** The invented resolution of these tests: one preambular paragraph, one operative one across a page break. */
export const officialText = `Lighthouses and their keepers
The Assembly of Keepers,
Recalling its earlier resolutions on light,
1. Invites all keepers
page 2
to keep their lamps clean,
and to say so.
`;

export const hashes = { 'pp-1': 'a'.repeat(64), 'op-1': 'b'.repeat(64) };

const lines: readonly SourceLine[] = [
  { number: 1, role: 'title', owner: null },
  { number: 2, role: 'enacting-formula', owner: null },
  { number: 3, role: 'preambular', owner: 'pp-1' },
  { number: 4, role: 'operative', owner: 'op-1' },
  { number: 5, role: 'page-marker', owner: null },
  { number: 6, role: 'operative', owner: 'op-1' },
  { number: 7, role: 'operative', owner: 'op-1' },
  { number: 8, role: 'blank', owner: null },
];

const noExtras = {
  looseAfter: null,
  openingPhrase: null,
  furtherPhrases: [],
  items: [],
  footnoteCalls: [],
  anomalies: [],
  section: null,
  citations: [],
  topics: [],
  addressees: [],
  notes: [],
} as const;

export const paragraphs: readonly PublishedParagraph[] = [
  {
    ...noExtras,
    kind: 'preambular',
    id: 'pp-1',
    number: 1,
    printedNumber: null,
    text: 'Recalling its earlier resolutions on light,',
    lines: { first: 3, last: 3 },
    sha256: hashes['pp-1'],
  },
  {
    ...noExtras,
    kind: 'operative',
    id: 'op-1',
    number: 1,
    printedNumber: '1',
    text: 'Invites all keepers to keep their lamps clean, and to say so.',
    lines: { first: 4, last: 7 },
    sha256: hashes['op-1'],
  },
];

/** The corpus of the invented resolution; a test changes what it is about. */
export function smallCorpus(change: Partial<PublishedResolution> = {}): Corpus {
  const parsed: Omit<Resolution, 'paragraphs'> = {
    language: 'en',
    title: 'Lighthouses and their keepers',
    body: 'Assembly of Keepers',
    number: '1/1',
    symbol: 'K/RES/1/1',
    titleCalls: [],
    enactingFormulas: [],
    headings: [],
    annexes: [],
    footnotes: [],
    closing: [],
    leftovers: [],
    lines,
    date: null,
    meeting: null,
  };
  const resolution: PublishedResolution = {
    id: 'k-1-1',
    about: {
      symbol: 'K/RES/1/1',
      number: '1/1',
      body: 'Assembly of Keepers',
      bodyAbbreviation: 'AK',
      title: 'Lighthouses and their keepers',
      date: '1999-01-01',
      source: { name: 'invented' },
      sha256: 'c'.repeat(64),
    },
    parsed,
    paragraphs,
    officialText,
    ...change,
  };
  return {
    resolutions: [resolution],
    instruments: [],
    topics: [],
    addressees: [],
    sources: {},
    redirects: [],
  };
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; require-trusted-types-for 'script'";

/** A page as the site would have it. */
export function pageOf(path: string, title: string, main: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<meta name="description" content="About ${title}.">
<link rel="canonical" href="https://keepers.example${path}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<h1>${title}</h1>
<nav aria-label="Main"><a href="/">Home</a> <a href="/k-1-1/">Resolution 1/1</a></nav>
<main>
${main}
</main>
</body>
</html>
`;
}

const words = {
  'pp-1':
    '<div class="words"><p><i>Recalling</i> its earlier resolutions on <a href="/">light</a>,</p></div>',
  'op-1':
    '<div class="words"><p><i>Invites</i> all keepers to keep their lamps clean,\nand to say so.</p></div>',
};

/** The files of a site without fault, by path. */
export function soundFiles(): Map<string, string> {
  return new Map([
    ['index.html', pageOf('/', 'Resolutions', '<p><a href="k-1-1/#op-1">Resolution 1/1</a></p>')],
    [
      'k-1-1/index.html',
      pageOf(
        '/k-1-1/',
        'Resolution 1/1',
        `<article class="full-text"><section id="pp-1"><a class="number" href="pp-1/">Preambular 1</a>${words['pp-1']}</section><section id="op-1"><a class="number" href="op-1/">Paragraph 1</a>${words['op-1']}</section></article>`,
      ),
    ],
    ['k-1-1/pp-1/index.html', pageOf('/k-1-1/pp-1/', 'Preambular 1', words['pp-1'])],
    ['k-1-1/op-1/index.html', pageOf('/k-1-1/op-1/', 'Paragraph 1', `<p>1.</p>${words['op-1']}`)],
    ['404.html', pageOf('/404.html', 'Not found', '<p>No page answers here.</p>')],
    ['style.css', 'body { background: url("paper.svg") }'],
    ['paper.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ]);
}

export interface Trial {
  readonly files?: Map<string, string>;
  readonly corpus?: Corpus;
  readonly base?: string;
  readonly lock?: Readonly<Record<string, string>>;
}

/**
 * Writes a site to a temporary folder, runs one check on it and removes it again.
 * @returns the findings as `file:line message`, and the figures.
 */
export function tryCheck(
  check: SiteCheck,
  trial: Trial = {},
): { found: string[]; figures: string } {
  const folder = mkdtempSync(join(tmpdir(), 'pilcrow-check-'));
  try {
    const put = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const [path, text] of trial.files ?? soundFiles()) put(`dist/${path}`, text);
    put('content/resolutions/k-1-1/permalinks.lock.json', JSON.stringify(trial.lock ?? hashes));
    const [result] = checkSite(join(folder, 'dist'), trial.corpus ?? smallCorpus(), {
      site: 'https://keepers.example',
      base: trial.base ?? '/',
      content: join(folder, 'content'),
      checks: [check],
    });
    if (result === undefined) throw new Error('Expected one result for one check.');
    const found = result.findings.map(
      ({ file, line, message }) => `${file}${line === null ? '' : `:${line}`} ${message}`,
    );
    return { found, figures: result.figures };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The sound site with one file changed, added or (with null) taken away. */
export function siteWith(path: string, change: string | ((text: string) => string) | null): Trial {
  const files = soundFiles();
  const text = files.get(path) ?? '';
  if (change === null) files.delete(path);
  else {
    const changed = typeof change === 'string' ? change : change(text);
    if (changed === text) throw new Error(`Expected a change of ${path}.`);
    files.set(path, changed);
  }
  return { files };
}

/** The page of the operative paragraph, in which most tests break something. */
export const operativePage = 'k-1-1/op-1/index.html';

/** A change of a file: the first `from` becomes `to`. */
export const swap =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, to);

/** Runs a check on a broken site and expects exactly these findings. */
export function expectFindings(
  check: SiteCheck,
  trial: Trial,
  ...findings: readonly string[]
): void {
  expect(tryCheck(check, trial).found).toEqual(findings);
}
