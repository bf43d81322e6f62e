import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { bundleOffline } from '../../scripts/bundle-offline.ts';
import { startStaticServer, type StaticServer } from '../../scripts/static-server.ts';
import { launchBrowser } from './browser.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let folder: string;
let server: StaticServer;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  // Each test may deploy, half-deploy and kill a site of its own.
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-offline-'));
  await cp(inject('siteFolder'), folder, { recursive: true });
  server = await startStaticServer({ root: folder });
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await server.close().catch(() => undefined);
  await rm(folder, { recursive: true });
});

const at = (path: string): string => server.url + path;
const status = (of: Page = page) => of.locator('offline-edition [data-part="status"]');
const button = (name: string, of: Page = page) => of.getByRole('button', { name });

async function install(): Promise<void> {
  await page.goto(at(''));
  await button('Make available offline').click();
  await expectStatus(/is kept in this browser/);
}

async function expectStatus(text: RegExp, of: Page = page): Promise<void> {
  await expect.poll(() => status(of).textContent(), { timeout: 20_000 }).toMatch(text);
}

/** Changes every page of the site and deploys it anew. */
async function deploy(mark: string): Promise<void> {
  for (const file of ['index.html', 'search/index.html', 'chr-2004-45/op-23/index.html']) {
    const html = await readFile(join(folder, file), 'utf8');
    await writeFile(
      join(folder, file),
      html.replace(/<body[^>]*>/, `$&<!-- ${mark} --><p id="version">${mark}</p>`),
    );
  }
  await bundleOffline(folder);
}

test('the offer names a size, and the whole site works after one visit with the server killed', async () => {
  await page.goto(at(''));
  expect(await page.locator('.offline').textContent()).toMatch(
    /\d+(\.\d)? (KB|MB), no network needed/,
  );
  await button('Make available offline').click();
  await expectStatus(/is kept in this browser \(\d+\.\d MB\)/);
  await server.close();

  await page.goto(at('chr-2004-45/op-23/'));
  expect(await page.locator('.words').textContent()).toContain('training for law enforcement');
  await page.goto(at('chr-2004-45/op-12'));
  expect(page.url()).toBe(at('chr-2004-45/op-12/'));
  await page.goto(at('search/'));
  await page.getByRole('searchbox').fill('training');
  await page.locator('summary', { hasText: 'Opening words' }).click();
  await page.getByRole('checkbox', { name: /^Urges/ }).check();
  await expect.poll(() => page.locator('.hits > li').count()).toBe(1);
  await page.getByRole('link', { name: 'Operative paragraph 23' }).click();
  await page.waitForURL(at('chr-2004-45/op-23/'));
  expect(await page.locator('.words mark').count()).toBeGreaterThan(0);

  await page.goto(at('chr-2004-45/pp-1/'));
  await page.locator('a.cite').first().focus();
  await page.locator('.preview', { hasText: 'Millennium Declaration' }).waitFor();
  const download = await page.evaluate(async () => (await fetch('../pp-1.ris')).text());
  expect(download).toBe(await readFile(join(folder, 'chr-2004-45/pp-1.ris'), 'utf8'));

  const missing = await page.goto(at('chr-2004-45/op-99/'));
  expect(missing?.status()).toBe(404);
  expect(await page.title()).toMatch(/not found|No page/i);
});

test('every file of the list is kept, byte for byte', async () => {
  await install();
  await server.close();
  const groups = JSON.parse(await readFile(join(folder, 'offline-files.json'), 'utf8')) as {
    files: [path: string, sha256: string, size: number][];
  }[];
  const files = groups.flatMap((group) => group.files);
  expect(files.length).toBeGreaterThan(100);
  const kept = await page.evaluate(
    async (paths) => {
      const hashes: string[] = [];
      for (const path of paths) {
        const bytes = await (await fetch(path)).arrayBuffer();
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        hashes.push(btoa(String.fromCharCode(...hash)));
      }
      return hashes;
    },
    files.map(([path]) => at(path)),
  );
  expect(kept).toEqual(files.map(([, sha256]) => sha256));
});

test('a half-deployed site is not kept: nothing remains, and the reader is told why', async () => {
  await writeFile(join(folder, 'chr-2004-45/op-7/index.html'), 'from another version');
  await page.goto(at(''));
  await button('Make available offline').click();
  await expectStatus(/being updated just now/);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await button('Make available offline').isVisible()).toBe(true);
});

test('a connection lost in the middle leaves nothing behind, and a second try works', async () => {
  let asked = 0;
  await context.route('**/chr-2004-45/**', async (route) => {
    asked += 1;
    if (asked > 20) await route.abort('connectionreset');
    else await route.continue();
  });
  await page.goto(at(''));
  await button('Make available offline').click();
  await expectStatus(/connection was lost/);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await context.unroute('**/chr-2004-45/**');
  await button('Make available offline').click();
  await expectStatus(/is kept in this browser/);
});

test('it can be cancelled while it is being saved', async () => {
  await context.route('**/*.woff2', async (route) => {
    await new Promise((done) => setTimeout(done, 2000));
    await route.continue().catch(() => undefined);
  });
  await page.goto(at(''));
  await button('Make available offline').click();
  await expectStatus(/of .* saved/);
  await button('Cancel').click();
  await expectStatus(/Cancelled/);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test('it can be removed, and taken again', async () => {
  await install();
  await button('Remove the offline copy').click();
  await expectStatus(/is removed/);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await button('Make available offline').click();
  await expectStatus(/is kept in this browser/);
  await server.close();
  await page.goto(at('chr-2004-45/op-1/'));
  expect(await page.locator('.words').count()).toBe(1);
});

test('a copy that the browser has thrown away is said to be gone, and can be restored', async () => {
  await install();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await expectStatus(/has removed the offline copy/);
  await button('Make available offline').click();
  await expectStatus(/is kept in this browser/);
});

describe('storage that is too small', () => {
  test('is said before anything is fetched, where the browser tells', async () => {
    await page.addInitScript(() => {
      navigator.storage.estimate = () => Promise.resolve({ quota: 300_000, usage: 0 });
    });
    await page.goto(at(''));
    await button('Make available offline').click();
    await expectStatus(/allows this site only 0\.3 MB/);
  });

  test('is said when it shows on the way, and nothing remains', async () => {
    await page.goto(at(''));
    const client = await context.newCDPSession(page);
    const { origin } = new URL(server.url);
    await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 });
    await page.evaluate(() => {
      navigator.storage.estimate = () => Promise.resolve({});
    });
    await button('Make available offline').click();
    await expectStatus(/not enough space/);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });
});

describe('a new version', () => {
  test('waits for the reader’s word, then all tabs change together and the old files go', async () => {
    await install();
    const other = await context.newPage();
    await other.goto(at('chr-2004-45/op-23/'));
    await deploy('v2');
    await page.goto(at('search/'));
    await button('Use it now').waitFor();
    expect(await page.locator('#version').count()).toBe(0);
    await other.reload();
    expect(await other.locator('#version').count()).toBe(0);

    await Promise.all([other.waitForEvent('load'), button('Use it now').click()]);
    await expect.poll(() => page.locator('#version').count()).toBe(1);
    await expect.poll(() => other.locator('#version').count()).toBe(1);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    await server.close();
    await page.goto(at('chr-2004-45/op-23/'));
    expect(await page.locator('#version').textContent()).toBe('v2');
  });

  test('fetches only what changed', async () => {
    await install();
    await deploy('v2');
    const fetched: string[] = [];
    context.on('request', (request) => {
      if (request.serviceWorker() !== null) fetched.push(new URL(request.url()).pathname);
    });
    await page.goto(at('search/'));
    await button('Use it now').waitFor();
    expect(fetched.filter((path) => path !== '/sw.js').sort()).toEqual([
      '/',
      '/chr-2004-45/op-23/',
      '/offline-files.json',
      '/offline-groups.json',
      '/search/',
    ]);
  });

  test('that is half deployed leaves the old one in place', async () => {
    await install();
    await deploy('v2');
    await writeFile(join(folder, 'search/index.html'), 'old or broken');
    await page.goto(at('chr-2004-45/op-23/'));
    await page.waitForTimeout(1500);
    expect(await button('Use it now').count()).toBe(0);
    await server.close();
    await page.goto(at('chr-2004-45/op-23/'));
    expect(await page.locator('#version').count()).toBe(0);
    expect(await page.locator('.words').count()).toBe(1);
  });
});

test('two tabs see the same installation', async () => {
  const other = await context.newPage();
  await other.goto(at('search/'));
  await install();
  await expectStatus(/is kept in this browser/, other);
});

test('the site can be installed: its manifest has a name and icons that exist', async () => {
  await page.goto(at(''));
  const client = await context.newCDPSession(page);
  const { url, errors } = await client.send('Page.getAppManifest');
  expect({ url, errors }).toEqual({ url: at('manifest.webmanifest'), errors: [] });
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.webmanifest'), 'utf8')) as {
    icons: { src: string }[];
  };
  for (const { src } of manifest.icons) {
    expect((await page.request.get(new URL(src, server.url).href)).status(), src).toBe(200);
  }
});
