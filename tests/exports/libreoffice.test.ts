import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, expect, it } from 'vitest';
import { citedParagraph } from '../../src/exports/plain-text.ts';
import { bytes, host, resolution, topic } from './edition.ts';

const soffice = spawnSync('soffice', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What LibreOffice reads of an office file, in its own format as one XML. */
function opened(content: Uint8Array, ending: string): string {
  const form = ending === '.docx' ? 'fodt' : 'fodp';
  writeFileSync(join(folder, `file${ending}`), content);
  const { status, stderr } = spawnSync(
    'soffice',
    [
      // A profile of its own: a running LibreOffice would answer instead.
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      form,
      '--outdir',
      folder,
      join(folder, `file${ending}`),
    ],
    { encoding: 'utf8', timeout: 100_000 },
  );
  expect(status, stderr).toBe(0);
  return readFileSync(join(folder, `file.${form}`), 'utf8');
}

const whole = resolution.paragraphs.map((paragraph) => ({ paragraph, resolution }));
const spaced = (text: string): string => text.replace(/\s+/g, '');

it.for([
  ['resolution', '.docx', whole],
  ['resolution', '.pptx', whole],
  ['topic', '.docx', topic.entries],
  ['topic', '.pptx', topic.entries],
] as const)(
  soffice
    ? 'LibreOffice opens the %s as %s with every word and every link'
    : 'LibreOffice is not on this machine: it is not asked to open the %s as %s',
  { timeout: 120_000 },
  async ([scope, ending, entries]) => {
    if (!soffice) {
      console.warn('Office files: no LibreOffice (soffice) here, so none was opened in it.');
      return;
    }
    const xml = opened(await bytes(scope, ending), ending);
    const links = new Set(
      [...xml.matchAll(/xlink:href="(https:[^"]+)"/g)].map(([, href = '']) => href),
    );
    for (const entry of entries)
      expect(links).toContain(citedParagraph(entry.paragraph, entry.resolution, host).address);
    // The document alone: styles and metadata hold no words of ours.
    new XMLParser().parse(xml, true);
    const words = spaced(
      xml
        .slice(xml.indexOf('<office:body>'))
        .replace(/<[^>]+>/g, '')
        .replaceAll('&apos;', "'")
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    );
    for (const entry of entries) expect(words).toContain(spaced(entry.paragraph.text));
  },
);
