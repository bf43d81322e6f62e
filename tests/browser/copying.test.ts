import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { settled } from './tour.ts';

const site = inject('siteAddress');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(
  address: string,
  permissions: readonly string[],
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({ permissions: [...permissions] });
  const page = await context.newPage();
  await page.goto(new URL(address, site).href);
  await settled(page);
  for (const summary of await page.locator('.cite-and-share summary').all()) await summary.click();
  return { page, context };
}

/** What another program would get on pasting. */
const clipboard = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (item === undefined) return {};
    const texts = item.types.map(
      async (type) => [type, await (await item.getType(type)).text()] as const,
    );
    return Object.fromEntries(await Promise.all(texts));
  });

const both = ['clipboard-read', 'clipboard-write'];

describe('copying', () => {
  test('the paragraph with its citation goes as formatted and as plain text, and the page says so', async () => {
    const { page, context } = await open('/chr-2004-45/op-23/', both);
    const button = page.getByRole('button', { name: 'Copy the paragraph with its citation' });
    const status = page.locator('copy-button', { has: button }).getByRole('status');
    expect(await status.textContent()).toBe('');
    await button.click();
    await expect.poll(() => status.textContent()).toBe('Copied');
    const copied = await clipboard(page);
    expect(Object.keys(copied).toSorted()).toEqual(['text/html', 'text/plain']);
    expect(copied['text/html']).toMatch(/<(?:i|em)[^>]*>Urges<\/(?:i|em)>/);
    expect(copied['text/html']).toMatch(/<a href="https?:[^"]*\/chr-2004-45\/op-23\/"/);
    for (const part of [
      '23. Urges Governments to provide or strengthen training',
      'Commission on Human Rights resolution 2004/45, para. 23',
      'E/CN.4/RES/2004/45',
      '19 April 2004',
      '/chr-2004-45/op-23/',
    ])
      expect(copied['text/plain']).toContain(part);
    await context.close();
  });

  test('every citation keeps italics and link, and its plain text is what the field shows', async () => {
    const { page, context } = await open('/chr-2004-45/pp-3/', both);
    const fields = page.locator('textarea[id^="cite-"]');
    expect(await fields.count()).toBe(9);
    for (const field of await fields.all()) {
      const id = (await field.getAttribute('id')) ?? '';
      await page.locator(`copy-button[text="${id}"] button`).click();
      await expect
        .poll(() => page.locator(`copy-button[text="${id}"] [role=status]`).textContent())
        .toBe('Copied');
      const copied = await clipboard(page);
      expect(copied['text/plain'], id).toBe(await field.inputValue());
      expect(copied['text/html'], id).toMatch(/<a href="https?:[^"]*\/chr-2004-45\/pp-3\/"/);
      if (['cite-apa', 'cite-mla', 'cite-aglc'].includes(id))
        expect(copied['text/html'], id).toMatch(/<(?:i|em)[^>]*>Trafficking in women and girls</);
    }
    await context.close();
  });

  test('HTML, Markdown and frame are copied as text, for it is their source that is pasted', async () => {
    const { page, context } = await open('/chr-2004-45/op-23/', both);
    for (const [id, start] of [
      ['share-html', '<blockquote cite='],
      ['share-markdown', '> 23\\. *Urges* Governments'],
      ['share-embed', '<iframe src='],
    ] as const) {
      await page.locator(`copy-button[text="${id}"]:not([html]) button`).click();
      await expect
        .poll(async () => (await clipboard(page))['text/plain'])
        .toMatch(new RegExp(`^${start.replaceAll(/[\\*]/g, '\\$&')}`));
      expect(Object.keys(await clipboard(page))).toEqual(['text/plain']);
    }
    await context.close();
  });

  test('where the browser refuses, the page says how to copy by hand', async () => {
    const { page, context } = await open('/chr-2004-45/op-23/', []);
    await page.evaluate(() => {
      const refuse = (): Promise<never> => Promise.reject(new DOMException('', 'NotAllowedError'));
      Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
    });
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await expect
      .poll(() => page.locator('copy-button[text="share-address"] [role=status]').textContent())
      .toBe('Not copied: select the text and copy it.');
    await context.close();
  });
});

test('without a script the fields hold everything, and there is no dead button', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL('/chr-2004-45/op-23/', site).href);
  for (const summary of await page.locator('.cite-and-share summary').all()) await summary.click();
  for (const field of await page.locator('.cite-and-share textarea').all()) {
    expect(await field.isVisible()).toBe(true);
    expect(await field.isEditable()).toBe(false);
    expect(await field.inputValue()).toContain('/chr-2004-45/op-23/');
  }
  expect(await page.locator('.cite-and-share button').count()).toBe(0);
  await context.close();
});
