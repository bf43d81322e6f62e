import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import sharp from 'sharp';
import { describe, expect, inject, it, test } from 'vitest';
import { readSite, siteFiles } from './site.ts';

const uses = ['slides', 'word', 'moodle', 'canvas', 'web-pages', 'zotero', 'print', 'offline'];

describe.for(uses)('the guide to %s', (use) => {
  const images = elements(readSite(`guide/${use}/index.html`), 'img');

  it('shows a picture of our own pages, said in words too', () => {
    expect(images.length).toBeGreaterThan(0);
    for (const { src, alt } of images) {
      expect(src).toMatch(/^\/guide\/[a-z-]+\.webp$/);
      expect(alt?.split(' ').length).toBeGreaterThan(8);
    }
  });

  it('leaves the right space for it, and it weighs little', async () => {
    for (const { src = '', width, height } of images) {
      const file = readFileSync(join(inject('siteFolder'), src));
      expect(file.length).toBeLessThan(100_000);
      const picture = await sharp(file).metadata();
      expect(Number(width) / Number(height)).toBeCloseTo(picture.width / picture.height, 1);
      expect(picture.width).toBeGreaterThan(Number(width));
    }
  });
});

test('the list of guides leads to every guide', () => {
  const links = elements(readSite('guide/index.html'), 'a').map(({ href }) => href);
  const guides = siteFiles().filter((file) => /^guide\/[^/]+\/index\.html$/.test(file));
  expect(guides.length).toBe(uses.length + 1);
  for (const file of guides)
    expect(
      links.some((link) => link?.endsWith(`/${file.split('/')[1] ?? ''}/`)),
      file,
    ).toBe(true);
});

test('code is coloured by classes, not by styles that the policy forbids', () => {
  const html = readSite('guide/web-pages/index.html');
  expect(html).toMatch(/<span class="tok-[a-z-]+"/);
  expect(html).not.toMatch(/\sstyle="/);
});

test('the promise about addresses says what, for how long, and what is not promised', () => {
  const html = readSite('guide/addresses/index.html');
  for (const heading of ['What is promised', 'For how long', 'What is not'])
    expect(html).toContain(`>${heading}</h2>`);
});

function elements(html: string, tag: string): Readonly<Record<string, string>>[] {
  const found: Record<string, string>[] = [];
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if ('tagName' in node && node.tagName === tag)
      found.push(Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])));
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}
