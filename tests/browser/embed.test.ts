import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readSite, siteFiles } from '../site/site.ts';
import { launchBrowser } from './browser.ts';

const site = inject('siteAddress');
const card = new URL('/chr-2004-45/op-23/embed/', site).href;
const paragraph = '/chr-2004-45/op-23/';
const published = new URL(
  /<link rel="canonical" href="([^"]+)"/.exec(readSite('chr-2004-45/op-23/index.html'))?.[1] ?? '',
).origin;
let browser: Browser;
let server: Server;
let elsewhere: string;

/** The frames that other people's pages give us: open, shut, WordPress's, and the one that our snippet asks for. */
const sandboxes = {
  none: '',
  empty: 'sandbox=""',
  wordpress: 'sandbox="allow-scripts"',
  snippet: 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-same-origin"',
} as const;

/** A page of somebody else, on another origin; it keeps what the card tells it. */
const hostPage = (frame: string): string => `<!doctype html><html lang="en"><title>Course</title>
<script>window.told = []; addEventListener('message', (event) => told.push(event.data));</script>
<p>My course</p>${frame}`;

beforeAll(async () => {
  browser = await launchBrowser();
  server = createServer((request, response) => {
    const frame = new URL(request.url ?? '/', 'http://localhost').searchParams.get('frame') ?? '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(hostPage(frame));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function openFramed(
  frame: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // An empty sandbox blocks every script, and the browser says so: that is the host's will, not a fault of the card.
    if (message.type() === 'error' && !/Blocked script execution in/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  // Links lead to the published address; its pages are those that were built.
  const answer = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // A page that is closed breaks off what it still asks for.
      if (!page.isClosed()) throw error;
    }
  };
  await page.context().route(`${published}/**`, (route) =>
    answer(async () => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: new URL(pathname, site).href }) });
    }),
  );
  if (Object.keys(headers).length > 0)
    await page.route(`${new URL(site).origin}/**`, (route) =>
      answer(async () => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
      }),
    );
  // A favicon of the host page is none of our business.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(`${elsewhere}?frame=${encodeURIComponent(frame)}`, { waitUntil: 'load' });
  return { page, complaints };
}

const framed = (attributes: string, hash = ''): string =>
  `<iframe src="${card}${hash}" title="Paragraph" width="480" height="400" ${attributes}></iframe>`;

const told = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => (window as unknown as { told: unknown[] }).told);

describe.for(Object.entries(sandboxes))('a card in a frame with sandbox: %s', ([, sandbox]) => {
  test('shows the words in the style of the card, without a complaint of the browser', async () => {
    const { page, complaints } = await openFramed(framed(sandbox));
    const frame = page.frameLocator('iframe');
    await frame
      .getByText('Urges Governments to provide or strengthen training')
      .waitFor({ state: 'visible' });
    expect(await frame.locator('.source').textContent()).toMatch(
      /Unofficial reading copy · E\/CN\.4\/RES\/2004\/45/,
    );
    expect(
      await frame.locator('blockquote').evaluate((quote) => getComputedStyle(quote).display),
    ).toBe('grid');
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test('a frame of WordPress is the same when our host opens its files to all', async () => {
  const { page, complaints } = await openFramed(framed(sandboxes.wordpress), {
    'access-control-allow-origin': '*',
  });
  const frame = page.frameLocator('iframe');
  await frame.getByText('Urges Governments to provide or strengthen training').waitFor();
  await expect
    .poll(() => told(page))
    .toContainEqual({ pilcrow: 'height', height: expect.any(Number) as number });
  expect(complaints).toEqual([]);
  await page.close();
});

test.for(['none', 'wordpress', 'snippet'] as const)(
  'with sandbox %s the card tells its true height, which is not above the promised one',
  async (name) => {
    const { page } = await openFramed(framed(sandboxes[name]));
    await expect
      .poll(() => told(page))
      .toContainEqual({ pilcrow: 'height', height: expect.any(Number) as number });
    const heights = (await told(page)).map((one) => (one as { height: number }).height);
    const body = await page
      .frameLocator('iframe')
      .locator('body')
      .evaluate((element) => element.getBoundingClientRect().height);
    expect(heights.at(-1)).toBe(Math.ceil(body));
    const { height } = JSON.parse(readSite('chr-2004-45/op-23/oembed.json')) as { height: number };
    expect(heights.at(-1)).toBeLessThanOrEqual(height);
    await page.close();
  },
);

test.for(['none', 'snippet'] as const)(
  'with sandbox %s a link of the card opens the paragraph in a tab of its own',
  async (name) => {
    const { page } = await openFramed(framed(sandboxes[name]));
    const opened = page.waitForEvent('popup');
    await page.frameLocator('iframe').getByRole('link').first().click();
    const tab = await opened;
    await tab.waitForURL(`${published}${paragraph}`);
    expect(await tab.title()).toContain('para. 23');
    expect(await tab.evaluate(() => window.opener === null)).toBe(true);
    expect(page.url()).toContain(elsewhere);
    await page.close();
  },
);

test('in the frame of WordPress height and link are handed to the host, with its secret', async () => {
  const { page } = await openFramed(framed(sandboxes.wordpress, '#?secret=Ab12'));
  await expect
    .poll(() => told(page))
    .toContainEqual({
      message: 'height',
      value: expect.any(Number) as number,
      secret: 'Ab12',
    });
  await page.frameLocator('iframe').getByRole('link').first().click();
  const address = /<link rel="canonical" href="([^"]+)"/.exec(
    readSite('chr-2004-45/op-23/embed/index.html'),
  )?.[1];
  await expect
    .poll(() => told(page))
    .toContainEqual({ message: 'link', value: address, secret: 'Ab12' });
  await page.close();
});

test('no card is cut off: the height of every snippet holds its card in a column of 480 pixels', async () => {
  const page = await browser.newPage({ viewport: { width: 480, height: 600 } });
  const tooLow: string[] = [];
  const cards = siteFiles().filter((file) => file.endsWith('/embed/index.html'));
  expect(cards.length).toBe(43);
  for (const file of cards) {
    await page.goto(new URL(`/${file}`, site).href);
    const height = await page.evaluate(() => document.body.getBoundingClientRect().height);
    const oembed = readSite(file.replace('embed/index.html', 'oembed.json'));
    const promised = (JSON.parse(oembed) as { height: number }).height;
    if (height > promised) tooLow.push(`${file}: ${height} > ${promised}`);
  }
  expect(tooLow).toEqual([]);
  await page.close();
});

test('cards are for frames only: not indexed, canonical to the paragraph, and not in the search', async () => {
  for (const file of siteFiles().filter((one) => one.endsWith('/embed/index.html'))) {
    const html = readSite(file);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1]).toMatch(
      new RegExp(`/${file.replace('embed/index.html', '')}$`),
    );
    expect(html).not.toContain('data-pagefind-body');
  }
  expect(readSite('sitemap.xml')).not.toContain('/embed/');
});

test.for(['light', 'dark'] as const)(
  'the card is readable on a %s page and on paper',
  async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 600 } });
    await page.goto(card);
    const colours = (): Promise<readonly string[]> =>
      page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color];
      });
    const [paper, ink] = await colours();
    expect(brightness(paper) > brightness(ink)).toBe(colorScheme === 'light');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await page.emulateMedia({ media: 'print' });
    expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    await page.close();
  },
);

const brightness = (colour = ''): number =>
  (colour.match(/\d+/g) ?? []).reduce((sum, channel) => sum + Number(channel), 0);
