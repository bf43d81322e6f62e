// `node scripts/on-node.mjs scripts/guide-pictures.ts dist`: makes the pictures of the guides again, from our own pages,
// built with PILCROW_SITE=https://example.org. They are kept in public/guide/, for a build needs no browser.
// TEST_BROWSER names the browser to use.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { startStaticServer } from './static-server.ts';

interface Picture {
  readonly name: string;
  readonly page: string;
  /** What the picture shows; the whole window without it. */
  readonly part?: string;
  readonly window?: { readonly width: number; readonly height: number };
  readonly paper?: true;
}

const pictures: readonly Picture[] = [
  { name: 'cite-and-share', page: 'chr-2004-45/op-23/', part: '.cite-and-share' },
  { name: 'downloads', page: 'chr-2004-45/', part: 'section[aria-labelledby="forms"]' },
  {
    name: 'data',
    page: 'chr-2004-45/op-23/',
    part: 'section[aria-labelledby="provenance-heading"]',
  },
  {
    name: 'card',
    page: 'chr-2004-45/op-23/embed/',
    part: 'body',
    window: { width: 600, height: 500 },
  },
  {
    name: 'sheet',
    page: 'chr-2004-45/op-23/',
    window: { width: 720, height: 760 },
    paper: true,
  },
  { name: 'offline', page: '', part: '.offline' },
];

const [dist = 'dist'] = process.argv.slice(2);
const out = join(fileURLToPath(new URL('..', import.meta.url)), 'public', 'guide');
const named = process.env['TEST_BROWSER'];
const server = await startStaticServer({ root: dist });
const browser = await chromium.launch({
  ...(named === undefined ? {} : { executablePath: named }),
  args: ['--disable-dev-shm-usage'],
});
try {
  for (const picture of pictures) {
    const page = await browser.newPage({
      viewport: picture.window ?? { width: 680, height: 900 },
      deviceScaleFactor: 1.5,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    if (picture.paper) await page.emulateMedia({ media: 'print' });
    await page.goto(new URL(picture.page, server.url).href, { waitUntil: 'networkidle' });
    const { width, height, size } = await sharp(await shoot(page, picture))
      .webp({ quality: 80 })
      .toFile(join(out, `${picture.name}.webp`));
    console.log(`${picture.name}.webp ${width}×${height} ${size} bytes`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}

async function shoot(page: Page, { part }: Picture): Promise<Buffer> {
  if (part === undefined) return page.screenshot();
  const shown = page.locator(part);
  // Air around the words; the policy of the page allows no style sheet of ours.
  await shown.evaluate((element) => {
    if (element instanceof HTMLElement) element.style.padding = '16px';
  });
  return shown.screenshot();
}
