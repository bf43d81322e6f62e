import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { oneOfEachKind } from '../site/site.ts';
import { launchBrowser } from './browser.ts';
import { settled, watch } from './tour.ts';

const site = inject('siteAddress');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a reader who sees every kind of page and searches is known to nobody else', async () => {
  // With motion every hop of so fast a tour would break off a transition of pages, and the browser would say so.
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const log = await watch(context, site);
  const page = await context.newPage();
  for (const [, address] of oneOfEachKind()) {
    await page.goto(new URL(address, site).href);
    await settled(page);
  }
  await page.goto(new URL('/search/', site).href);
  await page.getByRole('searchbox').fill('training');
  await page.getByRole('main').getByRole('link', { name: /23/ }).first().click();
  await page.waitForURL(/op-23/);
  await settled(page);

  expect(log).toEqual({ strangers: [], violations: [], complaints: [] });
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test('an inline script that got into a page would be blocked', async () => {
  const context = await browser.newContext();
  const log = await watch(context, site);
  const page = await context.newPage();
  await page.route('**/chr-2004-45/op-23/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      '</main>',
      '<script>document.title = "owned"</script></main>',
    );
    await route.fulfill({ response, body });
  });
  await page.goto(new URL('/chr-2004-45/op-23/', site).href);
  expect(await page.title()).not.toBe('owned');
  expect(log.violations).toEqual([expect.stringContaining('script-src')]);
  await context.close();
});

test('the official words are read without any script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL('/chr-2004-45/op-23/', site).href);
  const words = page.getByText('provide or strengthen training for law enforcement').first();
  await words.waitFor({ state: 'visible' });
  expect(await page.getByRole('link', { name: /24/ }).first().isVisible()).toBe(true);
  await context.close();
});
