import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PublishedResolution } from '../../src/corpus/corpus.ts';
import { resolutionEpub } from '../../src/exports/epub.ts';
import type { ResolutionExport } from '../../src/exports/export.ts';
import { resolutionJson } from '../../src/exports/json.ts';
import { resolutionText } from '../../src/exports/plain-text.ts';
import { resolutionDocx } from '../../src/exports/word-document.ts';
import type { LineRole } from '../../src/resolution/model.ts';
import { parseResolution } from '../../src/resolution/parse-resolution.ts';
import { corpus, host, resolution as published } from './edition.ts';

// Resolutions with more than paragraphs: parts with formulas of their own, sections, annexes, calls anywhere.
const texts = [
  'two-parts',
  'sections-and-quotation',
  'section-with-reasons',
  'annex-with-guidelines',
  'adopted-text-after-colon',
  'calls-outside-paragraphs',
];

/** What an export of the whole text leaves out, or has in a place of its own. */
const elsewhere = new Set<LineRole>([
  'blank',
  'letterhead',
  'title',
  'number',
  'page-marker',
  'footnote',
]);

const letters = (text: string): string => (text.match(/\p{L}+/gu) ?? []).join(' ');

function read(name: string) {
  const text = readFileSync(
    join(import.meta.dirname, '../fixtures/texts', name, 'official.en.txt'),
    'utf8',
  );
  const { resolution: parsed } = parseResolution({ text, file: name });
  const resolution: PublishedResolution = {
    ...published,
    parsed,
    paragraphs: parsed.paragraphs.map((paragraph) => ({
      ...paragraph,
      citations: [],
      topics: [],
      addressees: [],
      notes: [],
      sha256: '',
    })),
  };
  const official = text
    .split('\n')
    .filter((_, index) => !elsewhere.has(parsed.lines[index]?.role ?? 'blank'));
  return { resolution, official };
}

async function unpacked(one: ResolutionExport, resolution: PublishedResolution, file: string) {
  const content = await one.write(resolution, corpus, host);
  if (typeof content === 'string') return content;
  const xml = strFromU8(unzipSync(content)[file] ?? new Uint8Array());
  // Runs of one paragraph join; paragraphs do not.
  return xml
    .replace(/<\/(?:w:)?(?:p|h\d|li|section)>/g, ' ')
    .replace(/<(?:sup|w:footnoteReference)[^>]*>.*?<\/sup>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:amp|#38);/g, '&')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:apos|#39);/g, "'");
}

describe.each(texts)('%s: every line of the official text stands in order in', (name) => {
  const { resolution, official } = read(name);

  it.each([
    ['the plain text', resolutionText, ''],
    ['the Word document', resolutionDocx, 'word/document.xml'],
    ['the book', resolutionEpub, 'book/text.xhtml'],
  ] as const)('%s', async (_, one, file) => {
    const found = ` ${letters(await unpacked(one, resolution, file))} `;
    let from = 0;
    for (const line of official) {
      const words = letters(line);
      if (words === '') continue;
      const at = found.indexOf(` ${words} `, from);
      expect(at, line).toBeGreaterThanOrEqual(from);
      from = at + words.length;
    }
    expect(official.length).toBeGreaterThan(5);
  });

  it('the JSON, as headings, formulas, paragraphs, closing lines and annexes', async () => {
    const json = letters((await resolutionJson.write(resolution, corpus, host)).toString());
    const { headings, annexes } = resolution.parsed;
    const pieces = [
      ...headings.map(({ title }) => title ?? ''),
      ...annexes.flatMap(({ title, blocks }) => [title ?? '', ...blocks.map(({ text }) => text)]),
    ];
    for (const piece of pieces) expect(json).toContain(letters(piece));
  });
});
