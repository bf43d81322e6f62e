import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
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

/** WCAG 2.2 to level AA, and what axe calls good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(oneOfEachKind())(
    'axe finds nothing on a page of the kind "%s"',
    async (_kind, address) => {
      const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(new URL(address, site).href);
      await settled(page);
      const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze();
      const faults = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) =>
            `${id}: ${help} at ${target.join(' ')}\n${failureSummary ?? ''}`,
        ),
      );
      expect(faults).toEqual([]);
      expect(passes.length).toBeGreaterThan(5);
      await context.close();
    },
  );
});

test('the official words reach AAA contrast in both themes', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(new URL('/chr-2004-45/op-23/', site).href);
    const { violations, passes } = await new AxeBuilder({ page })
      .include('.words')
      .withRules(['color-contrast-enhanced'])
      .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
      .analyze();
    expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
    expect(passes.map(({ id }) => id)).toContain('color-contrast-enhanced');
    await context.close();
  }
});

test.each(oneOfEachKind())(
  'every button and control on "%s" is at least 24 pixels each way',
  async (_kind, address) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(new URL(address, site).href);
    await settled(page);
    const small = await page
      .locator('button, input, select, summary, [role=button]')
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.checkVisibility({ visibilityProperty: true }))
          .map((control) => ({
            name: `<${control.tagName.toLowerCase()}> ${control.textContent.trim()}`,
            // A label is part of what can be pressed.
            box: (control.closest('label') ?? control).getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ name, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${name}`),
      );
    expect(small).toEqual([]);
    await context.close();
  },
);
