import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { oneOfEachKind } from '../site/site.ts';
import { launchBrowser } from './browser.ts';
import { settled } from './tour.ts';

const site = inject('siteAddress');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a page in a window of the given width, with a style sheet of the reader's own. */
async function open(address: string, width: number, css = ''): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 640 } });
  await page.goto(new URL(address, site).href);
  await settled(page);
  // A constructed sheet is what a reader's extension would use: the page's policy has no say in it.
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
  return page;
}

/** What makes a page scroll sideways, and words that are cut off. */
function troubles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth - width;
    if (wide > 0) found.push(`the page is ${wide} pixels wider than the window`);
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(element);
      const name = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`;
      // Tables and the like may scroll in a box of their own (WCAG 1.4.10 excepts them).
      const scrolls = element.closest('.scroll, table') !== null;
      if (!scrolls && wide > 0 && element.getBoundingClientRect().right > width + 1)
        found.push(`${name} sticks out`);
      const isCut =
        (overflowX === 'hidden' || overflowX === 'clip') &&
        element.scrollWidth > element.clientWidth + 1;
      const isCutBelow =
        (overflowY === 'hidden' || overflowY === 'clip') &&
        element.scrollHeight > element.clientHeight + 1;
      // An ellipsis is a shortening on purpose, and what is kept for screen readers shows nothing anyway.
      if ((isCut || isCutBelow) && textOverflow !== 'ellipsis' && clipPath === 'none')
        found.push(`${name} cuts its words off`);
    }
    return found;
  });
}

/** WCAG 1.4.12: spacing that a reader may set without losing anything. */
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

describe.each(oneOfEachKind())('a page of the kind "%s"', (_kind, address) => {
  test.each([
    ['in a window of 320 pixels', 320, ''],
    ['in a window of 320 pixels with wide text spacing', 320, spacing],
    [
      'in a window of 640 pixels with letters of double size',
      640,
      'html { font-size: 200% !important }',
    ],
  ])('neither scrolls sideways nor cuts words off %s', async (_how, width, css) => {
    const page = await open(address, width, css);
    expect(await troubles(page)).toEqual([]);
    await page.close();
  });

  test('keeps still for readers who ask for reduced motion', async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    await page.goto(new URL(address, site).href);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { animationName, animationDuration, transitionDuration, scrollBehavior } =
            getComputedStyle(element);
          const lasts = (durations: string) =>
            durations.split(',').some((duration) => parseFloat(duration) > 0.01);
          return (
            (animationName !== 'none' && lasts(animationDuration)) ||
            lasts(transitionDuration) ||
            scrollBehavior === 'smooth'
          );
        })
        .map(({ tagName, className }) => `<${tagName.toLowerCase()} class="${className}">`),
    );
    expect(moving).toEqual([]);
    await page.close();
  });
});
