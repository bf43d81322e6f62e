import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { siteFiles } from '../site/site.ts';
import { launchBrowser } from './browser.ts';

const home = mkdtempSync(join(tmpdir(), 'pilcrow-selection-'));
const zipName = siteFiles().find((file) => file.endsWith('.zip')) ?? '';
let browser: Browser;
beforeAll(async () => {
  for (const [path, content] of Object.entries(
    unzipSync(readFileSync(join(inject('siteFolder'), zipName))),
  )) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), content);
  }
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(home, { recursive: true });
});

const folder = join(home, zipName.replace(/\.zip$/, ''));
/** The words and addresses of a file, read by a program that did not write it. */
async function wordsOf(ending: string, content: Buffer): Promise<string> {
  if (ending === 'csv') return content.toString('utf8');
  if (ending === 'docx') return (await mammoth.convertToHtml({ buffer: content })).value;
  return Object.entries(unzipSync(content))
    .filter(([name]) => /^ppt\/slides\/(?:_rels\/)?slide\d+\.xml/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, xml]) => strFromU8(xml))
    .join(' ');
}

const editions = [
  ['hosted', () => new URL('/select/', inject('siteAddress')).href],
  ['opened from a folder', () => pathToFileURL(join(folder, 'select/index.html')).href],
] as const;

describe.each(editions)('a selection, %s', (_, address) => {
  async function open(fragment: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${address()}#${fragment}`);
    await page.locator('paragraph-selection fieldset').first().waitFor();
    return { page, complaints };
  }

  test('shows the words that its address names, in the order of the text, under one citation', async () => {
    const { page, complaints } = await open('chr-2004-45/op-23,pp-3,op-8');
    expect(await page.locator('.chosen .number').allTextContents()).toEqual(['PP 3', '8.', '23.']);
    expect(await page.locator('.chosen .words').last().textContent()).toMatch(
      /^Urges Governments to provide or strengthen training/,
    );
    const citation = (await page.locator('.citation').textContent()) ?? '';
    expect(citation).toMatch(
      /third preambular paragraph and paras\. 8 and 23 \(E\/CN\.4\/RES\/2004\/45/,
    );
    expect(citation).toMatch(/https?:\/\/[^ ]+\/select\/#chr-2004-45\/op-23,pp-3,op-8$/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('says which parts of its address name no paragraph', async () => {
    const { page } = await open('chr-2004-45/op-8,op-999,op_9');
    const told = (await page.getByRole('alert').allTextContents()).join(' ');
    expect(told).toContain('op-999');
    expect(told).toContain('op_9');
    expect(told).not.toContain('op-8');
    await page.close();
  });

  test('downloads as plain text with words and citation', async () => {
    const { page } = await open('chr-2004-45/op-23');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Plain text' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('selection.txt');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(/^23\. Urges Governments to provide or strengthen training/);
    expect(text).toContain('/select/#chr-2004-45/op-23\n');
    await page.close();
  });

  test.each([
    ['Word document', 'docx'],
    ['Slides', 'pptx'],
    ['Table (CSV)', 'csv'],
  ])('downloads as a file that is made in the page: %s', async (name, ending) => {
    const { page, complaints } = await open('chr-2004-45/op-23,pp-3');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`selection.${ending}`);
    await page.getByText(`selection.${ending} is in your downloads.`).waitFor();
    const words = await wordsOf(ending, readFileSync(await download.path()));
    const [reason, act] = [
      words.indexOf('the entry into force on 29 September 2003'),
      words.indexOf('Governments to provide or strengthen training'),
    ];
    expect(reason).toBeGreaterThan(-1);
    expect(act).toBeGreaterThan(reason);
    expect(words).toContain('/chr-2004-45/op-23/');
    // Only the script that writes the files is fetched, and nothing is sent.
    expect(requests.filter((url) => !/^(?:blob:|data:)|\/selection-files\.js$/.test(url))).toEqual(
      [],
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('prints as a hand-out: words, one citation, its address to read and to scan', async () => {
    const { page, complaints } = await open('chr-2004-45/op-23,pp-3');
    await page.getByRole('button', { name: 'Print as a hand-out' }).click();
    const code = page.locator('img.qr');
    await expect.poll(() => code.getAttribute('src')).toMatch(/^data:image/);
    const svg = decodeURIComponent((await code.getAttribute('src'))?.replace(/^[^,]+,/, '') ?? '');
    const { data, info } = await sharp(Buffer.from(svg), { density: 300 })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const scanned = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
    expect(scanned).toMatch(/^https?:.*\/select\/#chr-2004-45\/op-23,pp-3$/);
    const { text } = await extractText(
      await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' }))),
      { mergePages: true },
    );
    const words = text.replaceAll(/\s+/g, ' ');
    expect(words).toContain('the entry into force on 29 September 2003');
    expect(words).toContain('Urges Governments to provide or strengthen training');
    expect(words.replaceAll(' ', '')).toContain(scanned);
    expect(words).not.toContain('Download the selection');
    expect(words).not.toContain('Paragraphs in the selection');
    expect(words).not.toContain('Copy the');
    await page.emulateMedia({ media: 'print' });
    expect(await code.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('changes with a tick, in the address too', async () => {
    const { page } = await open('chr-2004-45/op-8');
    await page.getByRole('checkbox', { name: /^OP 23 / }).check();
    await expect.poll(() => page.locator('.chosen').count()).toBe(2);
    expect(new URL(page.url()).hash).toBe('#chr-2004-45/op-8,op-23');
    await page.close();
  });
});
