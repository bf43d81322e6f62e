import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { writePortableZip } from '../../scripts/offline/portable-edition.ts';
import { oneOfEachKind, siteFiles } from '../site/site.ts';
import { launchBrowser } from './browser.ts';
import { findFirefox, launchFirefox } from './firefox.ts';
import { type Answer, ask, askInPage, searchQueries } from './search-queries.ts';
import { settled } from './tour.ts';
import { findWebKit, launchWebKit, type WebKitPage } from './webkit.ts';

const zipName = siteFiles().find((file) => file.endsWith('.zip')) ?? '';
let home: string;
let folder: string;

/** The ZIP's content, as a reader unpacks it: on a stick with spaces, an umlaut and a number sign in its name. */
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'pilcrow-portable-'));
  const files = unzipSync(await readFile(join(inject('siteFolder'), zipName)));
  for (const [path, content] of Object.entries(files)) {
    const file = join(home, 'USB STICK ü', 'Résolution #1 100%', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  folder = join(home, 'USB STICK ü', 'Résolution #1 100%', zipName.replace(/\.zip$/, ''));
});
afterAll(() => rm(home, { recursive: true }));

const at = (path: string): string => pathToFileURL(join(folder, path)).href;

/** Chromium always; Firefox where there is one. */
const engines: readonly (readonly [name: string, launch: () => Promise<Browser>])[] = [
  ['Chromium', () => launchBrowser()],
  ...(findFirefox() === null ? [] : [['Firefox', () => launchFirefox()] as const]),
];
if (findFirefox() === null) {
  console.info(
    '  Skipped in Firefox, because none is here: install it, or name one in TEST_FIREFOX, or run "npx playwright install firefox".',
  );
}

describe.each(engines)('opened by double click in %s', (_, launch) => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    context = await browser.newContext({ reducedMotion: 'reduce' });
    page = await context.newPage();
    complaints = [];
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('request', (request) => {
      if (!request.url().startsWith(at('')) && !request.url().startsWith('data:'))
        complaints.push(request.url());
    });
    context.on('requestfailed', (request) => {
      // A page that is left while it loads breaks its requests off.
      const reason = request.failure()?.errorText ?? '';
      if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${reason}`);
    });
  });
  afterEach(() => context.close());

  test('a page may not read a file beside it, so that what follows is proven as readers have it', async () => {
    await writeFile(join(home, 'reader.html'), '<!doctype html><title>Reader</title>');
    await writeFile(join(home, 'beside.html'), '<!doctype html><title>Beside</title>');
    await page.goto(pathToFileURL(join(home, 'reader.html')).href);
    const readsFiles = await page.evaluate(() =>
      fetch('beside.html').then(
        () => true,
        () => false,
      ),
    );
    expect(readsFiles).toBe(false);
  });

  test('every kind of page looks and links as it does hosted, without a complaint or a request elsewhere', async () => {
    for (const [kind, address] of oneOfEachKind()) {
      const file = address.endsWith('/') ? `${address}index.html` : address;
      if (!existsSync(join(folder, file))) continue;
      await page.goto(at(file));
      await settled(page);
      const styled = await page.evaluate(() => getComputedStyle(document.body).fontFamily !== '');
      expect(styled, kind).toBe(true);
    }
    expect(complaints).toEqual([]);
  });

  test('the search answers as it does hosted', async () => {
    await page.goto(at('search/index.html'));
    const wrong: string[] = [];
    for (const [query, first, note] of searchQueries) {
      const { paths, notes } = await ask(page, query);
      if ((paths[0] ?? null) !== first) wrong.push(`${query}: ${paths[0] ?? 'nothing'}`);
      if (note !== undefined && !note.test(notes)) wrong.push(`${query}: says "${notes}"`);
    }
    expect(wrong).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('from home over search and facets to a marked paragraph, its neighbour, and back', async () => {
    await page.goto(at('index.html'));
    await page.locator('a.to-search').first().click();
    await page.waitForURL(at('search/index.html'));
    await ask(page, 'training');
    await page.locator('summary', { hasText: 'Opening words' }).click();
    await page.getByRole('checkbox', { name: /^Urges/ }).check();
    await expect.poll(() => page.locator('.hits > li').count()).toBe(1);
    await page.getByRole('link', { name: 'Operative paragraph 23' }).click();
    await page.waitForURL(at('chr-2004-45/op-23/index.html'));
    expect(await page.locator('.words mark').allTextContents()).toEqual(['training', 'training']);
    await page.locator('a', { hasText: 'OP 24' }).first().click();
    await page.waitForURL(at('chr-2004-45/op-24/index.html'));
    await page.goBack();
    await page.goBack();
    await expect.poll(() => page.locator('.hits > li').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('"/" opens the search, and a link to a search restores it', async () => {
    await page.goto(at('chr-2004-45/op-1/index.html'));
    await page.keyboard.press('/');
    await page.waitForURL(/search\/index\.html#q=$/);
    await page.goto(`${at('search/index.html')}#q=compensation`);
    await expect.poll(() => page.locator('.hits > li').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('it offers no download of itself', async () => {
    await page.goto(at('index.html'));
    expect(await page.locator('.offline').count()).toBe(0);
  });
});

if (findWebKit() === null)
  console.info(
    '  Skipped in WebKit, because none is here: on Debian, the packages webkit2gtk-driver and libgtk-3-bin have it.',
  );
else
  describe('opened by double click in WebKit', () => {
    let page: WebKitPage;
    beforeAll(async () => {
      page = await launchWebKit();
    });
    afterAll(() => page.close());

    test('a page may not read a file beside it', async () => {
      await page.goto(at('search/index.html'));
      const readsFiles = await page.run(`
        const done = arguments[arguments.length - 1];
        fetch('../index.html').then(() => done(true), () => done(false));`);
      expect(readsFiles).toBe(false);
    });

    test('the search answers as it does hosted', async () => {
      await page.goto(at('search/index.html'));
      const wrong: string[] = [];
      for (const [query, first, note] of searchQueries) {
        const { paths, notes } = (await page.run(askInPage, query)) as Answer;
        if ((paths[0] ?? null) !== first) wrong.push(`${query}: ${paths[0] ?? 'nothing'}`);
        if (note !== undefined && !note.test(notes)) wrong.push(`${query}: says "${notes}"`);
      }
      expect(wrong).toEqual([]);
    });

    test('a result opens with its words marked, and a link to a search restores it', async () => {
      await page.goto(`${at('search/index.html')}#q=compensation`);
      const hit = await page.run(`
        const done = arguments[arguments.length - 1];
        const look = () => {
          const hits = document.querySelectorAll('.hits > li a');
          if (hits.length === 0) setTimeout(look, 50);
          else done(hits[0].href);
        };
        look();`);
      expect(hit).toContain('#mark=');
      await page.goto(String(hit));
      const marks = await page.run(`
        const done = arguments[arguments.length - 1];
        const look = () => {
          const marks = [...document.querySelectorAll('.words mark')];
          if (marks.length === 0) setTimeout(look, 50);
          else done(marks.map((mark) => mark.textContent));
        };
        look();`);
      expect(marks).toContain('compensation');
    });
  });

describe('the portable folder', () => {
  test('links only to its own files, relatively; other sites only where a reader clicks', async () => {
    const faults: string[] = [];
    for (const entry of await readdir(folder, { recursive: true })) {
      if (!entry.endsWith('.html')) continue;
      const html = await readFile(join(folder, entry), 'utf8');
      for (const [element, name, value] of attributes(html)) {
        if (!['href', 'src', 'action', 'data'].includes(name) || /^(#|data:|mailto:)/.test(value))
          continue;
        if (/^https?:/.test(value)) {
          if (!['a'].includes(element) && !/^link$/.test(element))
            faults.push(`${entry}: <${element}> ${value}`);
        } else if (value.startsWith('/')) faults.push(`${entry}: ${value}`);
        else {
          const target = fileURLToPath(new URL(value, at(entry)));
          if (!target.startsWith(folder) || !existsSync(target) || value.endsWith('/'))
            faults.push(`${entry}: ${value}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test('keeps the policy and names the site online as the canonical place', async () => {
    const hosted = await readFile(
      join(inject('siteFolder'), 'chr-2004-45/op-23/index.html'),
      'utf8',
    );
    const portable = await readFile(join(folder, 'chr-2004-45/op-23/index.html'), 'utf8');
    for (const part of [
      /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/i,
      /<link rel="canonical" href="([^"]*)"/,
    ]) {
      const policy = part.exec(hosted)?.[1]?.replaceAll('&#39;', "'");
      expect(policy).toBeDefined();
      expect(part.exec(portable)?.[1]).toBe(policy);
    }
  });

  test('has the words of every paragraph unchanged', async () => {
    const words = (html: string): string | undefined =>
      /<div class="words"[^>]*>(.*?)<\/div>/s.exec(html)?.[1]?.replace(/<[^>]*>/g, '');
    const pages = siteFiles().filter((file) => /^chr-2004-45\/[op]p-\d+\/index\.html$/.test(file));
    expect(pages.length).toBe(43);
    for (const file of pages) {
      const hosted = words(await readFile(join(inject('siteFolder'), file), 'utf8'));
      expect(hosted).toBeDefined();
      expect(words(await readFile(join(folder, file), 'utf8')), file).toBe(hosted);
    }
  });

  test('is the same ZIP, byte for byte, each time it is made', async () => {
    const zip = await readFile(join(inject('siteFolder'), zipName));
    const again = join(home, 'again.zip');
    const paths = siteFiles().filter((file) => file !== zipName);
    const name = zipName.replace(/\.zip$/, '');
    await writePortableZip(again, { dist: inject('siteFolder'), paths, base: '/', name });
    expect((await readFile(again)).equals(zip)).toBe(true);
    const names = Object.keys(unzipSync(zip));
    expect(names).toEqual(names.toSorted());
  });
});

function attributes(html: string): [element: string, name: string, value: string][] {
  const found: [string, string, string][] = [];
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if ('tagName' in node) {
      for (const { name, value } of node.attrs) found.push([node.tagName, name, value]);
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}
