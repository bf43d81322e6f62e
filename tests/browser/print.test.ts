import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { settled } from './tour.ts';

const site = inject('siteAddress');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(address: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ colorScheme });
  await page.goto(new URL(address, site).href);
  await settled(page);
  return page;
}

async function printed(page: Page): Promise<{ pages: number; text: string }> {
  const { text, totalPages } = await extractText(
    await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' }))),
    { mergePages: true },
  );
  return { pages: totalPages, text: text.replaceAll(/\s+/g, ' ') };
}

test('a printed paragraph is one sheet with words, number and address, and without the menu', async () => {
  const page = await open('/chr-2004-45/op-23/');
  const { pages, text } = await printed(page);
  expect(pages).toBe(1);
  expect(text).toContain('Urges Governments to provide or strengthen training');
  expect(text).toContain('/chr-2004-45/op-23/');
  expect(text).toMatch(/E\/CN\.4\/RES\/2004\/45|2004\/45, para\. 23/);
  expect(text).not.toContain('Addressees Actions');
  await page.close();
});

test('the print form of a resolution has its address to read and to scan, and page numbers', async () => {
  const page = await open('/chr-2004-45/print/');
  const { pages, text } = await printed(page);
  expect(pages).toBeGreaterThan(2);
  expect(text).toMatch(/https?:\/\/[^ ]+\/chr-2004-45\//);
  expect(text).toContain(`Page 1 of ${pages}`);
  await page.emulateMedia({ media: 'print' });
  const code = page.locator('img.qr');
  expect(await code.isVisible()).toBe(true);
  expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.close();
});

test('the printed resolution holds all of its paragraphs in order', async () => {
  const page = await open('/chr-2004-45/');
  const { text } = await printed(page);
  const places = [
    'Recalling the United Nations Millennium Declaration',
    'Takes note with appreciation',
    'Urges Governments to provide or strengthen training',
    'Decides to continue its consideration',
  ].map((words) => text.indexOf(words));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  await page.close();
});

test('paper stays white for readers of the dark theme', async () => {
  const page = await open('/chr-2004-45/op-23/', 'dark');
  await page.emulateMedia({ media: 'print' });
  const [ink, paper] = await page.evaluate(() => {
    const words = document.querySelector('.words');
    if (words === null) throw new Error('Expected the official words.');
    return [getComputedStyle(words).color, getComputedStyle(document.body).backgroundColor];
  });
  expect(lightness(ink)).toBeLessThan(0.3);
  expect(paper === 'rgba(0, 0, 0, 0)' ? 1 : lightness(paper)).toBeGreaterThan(0.9);
  await page.close();
});

/** Rough lightness, 0 to 1, of a computed colour such as `rgb(22, 20, 15)` or `oklch(0.2 0.01 80)`. */
function lightness(color: string | undefined): number {
  const numbers = (color?.match(/[\d.]+/g) ?? []).map(Number);
  if (color?.startsWith('oklch') || color?.startsWith('oklab')) return numbers[0] ?? 0;
  return numbers.slice(0, 3).reduce((sum, channel) => sum + channel, 0) / (3 * 255);
}
