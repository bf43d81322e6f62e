import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeInventedEdition } from '../../scripts/bench/invented-edition.ts';
import { buildSite } from '../../scripts/build.ts';
import { startStaticServer, type StaticServer } from '../../scripts/static-server.ts';
import { launchBrowser } from './browser.ts';
import { ask } from './search-queries.ts';

// Several resolutions, in a folder of their host: what an edition of one at the root of its host cannot show.
const BASE = '/texts/un/';
let home: string;
let out: string;
let browser: Browser;
let server: StaticServer;
let context: BrowserContext;
let page: Page;
let first: string;
let second: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'pilcrow-larger-'));
  out = join(home, 'site');
  const content = join(home, 'content');
  writeInventedEdition(content, fileURLToPath(new URL('../../content', import.meta.url)), 120, 7);
  await buildSite({ content, out, base: BASE, check: false });
  const groups = JSON.parse(await readFile(join(out, 'offline-groups.json'), 'utf8')) as {
    id: string;
  }[];
  [, first = '', second = ''] = groups.map(({ id }) => id);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(home, { recursive: true });
});
beforeEach(async () => {
  server = await startStaticServer({ root: out, base: BASE });
  context = await browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await server.close().catch(() => undefined);
});

const number = (id: string): string => id.replace(/^alh-/, '').replace('-', '/');

test('an address that names no resolution is offered for each, one that names it for that one alone', async () => {
  await page.goto(`${server.url}search/`);
  expect((await ask(page, 'OP 2')).paths.length).toBeGreaterThanOrEqual(3);
  expect((await ask(page, `${number(second)} op 2`)).paths).toEqual([
    `/${second}/op-2/`,
    `/${second}/`,
  ]);
  await page.getByRole('link', { name: 'Operative paragraph 2' }).click();
  await page.waitForURL(`${server.url}${second}/op-2/`);
});

test('the facet of resolutions narrows the hits to one', async () => {
  await page.goto(`${server.url}search/`);
  await ask(page, 'measures');
  await page.locator('.facets summary', { hasText: 'Resolution' }).click();
  await page.getByRole('checkbox', { name: new RegExp(` ${number(first)} `) }).check();
  await expect
    .poll(async () => {
      const links = await page
        .locator('.hits a')
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname));
      return links.length > 0 && links.every((path) => path.startsWith(`${BASE}${first}/`));
    })
    .toBe(true);
});

describe('offline', () => {
  const status = () => page.locator('offline-edition [data-part="status"]');
  const button = (name: string) => page.getByRole('button', { name });

  test('a reader keeps only the resolutions chosen, finds in all, and changes the choice later', async () => {
    await page.goto(server.url);
    await page.getByText('Choose resolutions').click();
    const boxes = page.locator('[data-part="choices"] input');
    await boxes.first().waitFor();
    expect(await boxes.count()).toBe(3);
    for (const box of (await boxes.all()).slice(1)) await box.uncheck();
    await button('Make available offline').click();
    await expect
      .poll(() => status().textContent(), { timeout: 30_000 })
      .toMatch(/is kept in this browser/);
    const small = await status().textContent();
    await server.close();

    await page.goto(`${server.url}${first}/op-1/`);
    expect(await page.locator('.words').count()).toBe(1);
    expect((await page.goto(`${server.url}${second}/op-1/`))?.status()).toBe(404);
    await page.goto(`${server.url}search/`);
    expect((await ask(page, `${number(second)} op 1`)).paths[0]).toBe(`/${second}/op-1/`);

    server = await startStaticServer({
      root: out,
      base: BASE,
      port: Number(new URL(server.url).port),
    });
    await page.goto(server.url);
    await expect.poll(() => status().textContent(), { timeout: 30_000 }).toBe(small);
    await page.getByText('Choose resolutions').click();
    await boxes.nth(1).check();
    await button('Change the offline copy to this choice').click();
    // The line says the same of the old copy, but for its size.
    await expect
      .poll(
        async () => {
          const said = (await status().textContent()) ?? '';
          return said !== small && said.includes('is kept in this browser');
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    await server.close();
    await page.goto(`${server.url}${second}/op-1/`);
    expect(await page.locator('.words').count()).toBe(1);
  });

  test('a change of choice that fails leaves the copy as it was', async () => {
    await page.goto(server.url);
    await page.getByText('Choose resolutions').click();
    const boxes = page.locator('[data-part="choices"] input');
    await boxes.first().waitFor();
    await boxes.nth(1).uncheck();
    await button('Make available offline').click();
    await expect
      .poll(() => status().textContent(), { timeout: 30_000 })
      .toMatch(/is kept in this browser/);
    await boxes.nth(1).check();
    await server.close();
    await button('Change the offline copy to this choice').click();
    await expect
      .poll(() => status().textContent())
      .toMatch(/connection was lost.*is kept in this browser/);
    await page.goto(`${server.url}${first}/op-1/`);
    expect(await page.locator('.words').count()).toBe(1);
  });
});

test('the portable edition works from a folder of the host too', async () => {
  const files = unzipSync(await readFile(join(out, 'pilcrow-edition.zip')));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(home, 'stick', path)), { recursive: true });
    await writeFile(join(home, 'stick', path), content);
  }
  await page.goto(pathToFileURL(join(home, 'stick/pilcrow-edition/search/index.html')).href);
  expect((await ask(page, `${number(second)} op 2`)).paths[0]).toBe(`/${second}/op-2/`);
  await ask(page, 'measures');
  await page.locator('.hits a').first().click();
  await page.waitForURL(/\/[op]p-\d+\/index\.html$/);
  expect(await page.locator('.words mark').count()).toBeGreaterThan(0);
});
