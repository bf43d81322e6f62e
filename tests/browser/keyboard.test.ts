import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { settled } from './tour.ts';

const site = inject('siteAddress');
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(site);
  await settled(page);
});
afterEach(() => page.close());

interface Focus {
  readonly name: string;
  /** Why a reader could not tell where the focus is, or null. */
  readonly fault: string | null;
}

/** What has the focus now, and whether a reader can see it. */
function focusNow(): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { name: '', fault: null };
    const name = (element.getAttribute('aria-label') ?? element.textContent)
      .trim()
      .replaceAll(/\s+/g, ' ');
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const isMarked =
      (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const x = Math.min(Math.max(box.x + Math.min(box.width / 2, 8), 0), innerWidth - 1);
    const y = box.y + box.height / 2;
    const top = document.elementFromPoint(x, y);
    const isInView = y >= 0 && y <= innerHeight;
    const isCovered = isInView && top !== null && !element.contains(top) && !top.contains(element);
    const fault = !isMarked
      ? 'shows no mark of focus'
      : !isInView
        ? 'is outside the window'
        : isCovered
          ? `is covered by <${top.tagName.toLowerCase()} class="${top.className}">`
          : null;
    return { name, fault };
  });
}

/** Presses Tab until `wanted` has the focus; every stop on the way must be seen. */
async function tabTo(wanted: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 300; i += 1) {
    await page.keyboard.press('Tab');
    const { name, fault } = await focusNow();
    if (fault !== null) throw new Error(`"${name}" ${fault}.`);
    if (wanted.test(name)) return;
    if (name !== '' && name === passed[0]) break;
    passed.push(name);
  }
  throw new Error(`Expected ${wanted} among the stops of the page: ${passed.join(' · ')}.`);
}

async function followTo(address: RegExp): Promise<void> {
  await Promise.all([page.waitForURL(address), page.keyboard.press('Enter')]);
  await settled(page);
}

test('the keyboard alone leads from home over the resolution and its outline to OP 23 and on', async () => {
  await tabTo(/^2004\/45/);
  await followTo(/\/chr-2004-45\/$/);
  await tabTo(/^OP 23\b/);
  await followTo(/\/op-23\/$/);
  expect(await page.getByText('provide or strengthen training').first().isVisible()).toBe(true);
  await tabTo(/^OP 24\b/);
  await followTo(/\/op-24\/$/);
});

test('the first stop of a page leads past its head to the text', async () => {
  await page.goto(new URL('/chr-2004-45/op-23/', site).href);
  await page.keyboard.press('Tab');
  expect((await focusNow()).name).toBe('Skip to the text');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test.each(['/', 'Control+k'])(
  '%s opens the search from any page, and "training" leads to OP 23',
  async (keys) => {
    await page.goto(new URL('/instruments/', site).href);
    await settled(page);
    await page.keyboard.press(keys);
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await page.keyboard.type('training');
    await page.getByRole('main').getByRole('link', { name: /23/ }).first().waitFor();
    await tabTo(/(OP|para\.?|paragraph) 23\b/i);
    await followTo(/\/op-23\//);
    expect(await page.locator('.words mark').first().textContent()).toMatch(/train/i);
  },
);
