import { describe, expect, test } from 'vitest';
import { type CarriedFile, toPortableScripts } from '../../scripts/offline/portable-files.ts';
import {
  toPortableAddress,
  toPortablePage,
  toPortableStyle,
} from '../../scripts/offline/portable-page.ts';

const site = {
  base: '/un/',
  files: new Set([
    'index.html',
    'search/index.html',
    'a-1/op-2/index.html',
    'a-1/op-2.json',
    '_astro/a.css',
  ]),
};

describe('an address in the portable edition', () => {
  test.each([
    ['/un/', 'index.html'],
    ['/un/search/', 'search/index.html'],
    ['/un/search/#q=a', 'search/index.html#q=a'],
    ['/un/a-1/op-2/?x#b', 'a-1/op-2/index.html?x#b'],
    ['/un/a-1/op-2', 'a-1/op-2/index.html'],
    ['/un/a-1/op-2.json', 'a-1/op-2.json'],
    ['#here', '#here'],
    ['https://example.org/', 'https://example.org/'],
    ['//example.org/', '//example.org/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
  ])('from the home page: %s becomes %s', (address, portable) => {
    expect(toPortableAddress(address, 'index.html', site)).toBe(portable);
  });

  test.each([
    ['/un/', '../../index.html'],
    ['/un/a-1/op-2/', 'index.html'],
    ['../../search/', '../../search/index.html'],
    ['../../', '../../index.html'],
    ['./', 'index.html'],
  ])('from a paragraph: %s becomes %s', (address, portable) => {
    expect(toPortableAddress(address, 'a-1/op-2/index.html', site)).toBe(portable);
  });

  test('outside the folder of the site is a fault of the build', () => {
    expect(() => toPortableAddress('/other/', 'index.html', site)).toThrow(
      'Expected addresses below /un/',
    );
  });
});

test('a page keeps its canonical address and loses what only a host can give', () => {
  const page = toPortablePage(
    '<!doctype html><html><head><link rel="canonical" href="https://example.org/un/"><link rel="manifest" href="/un/m"><link rel="stylesheet" href="/un/_astro/a.css"></head><body><p data-hosted-only>no</p><a href="/un/search/">S</a></body></html>',
    'index.html',
    site,
  );
  expect(page).toBe(
    '<!DOCTYPE html><html><head><link rel="canonical" href="https://example.org/un/"><link rel="stylesheet" href="_astro/a.css"></head><body><a href="search/index.html">S</a></body></html>',
  );
});

test('a module script stops the build, because no browser runs it from a file', () => {
  expect(() =>
    toPortablePage('<script type="module" src="/un/x.js"></script>', 'index.html', site),
  ).toThrow('classic');
});

test('a style sheet finds its fonts', () => {
  expect(toPortableStyle('a{src:url(/un/_astro/f.woff2)}', '_astro/a.css', site)).toBe(
    'a{src:url(f.woff2)}',
  );
});

describe('the files that searches read', () => {
  const small: CarriedFile[] = [
    { path: 'pagefind/pagefind-entry.json', content: Buffer.from('{}') },
  ];
  const large: CarriedFile[] = [
    ...small,
    ...Array.from({ length: 300 }, (_, number) => ({
      path: `pagefind/fragment/en_${String(number).padStart(4, '0')}.pf_fragment`,
      content: Buffer.alloc(5000, number),
    })),
  ];

  /** What a script hands over when it runs. */
  const run = (content: Uint8Array): Map<string, string> => {
    const put = new Map<string, string>();
    new Function('pilcrowPut', Buffer.from(content).toString())((path: string, base64: string) =>
      put.set(path, base64),
    );
    return put;
  };

  test('are in one script when the edition is small', () => {
    expect(toPortableScripts(small).map(({ path }) => path)).toEqual(['portable-files.js']);
  });

  test('are in few scripts when it is large, each file in the one that the list of first paths tells', () => {
    const scripts = toPortableScripts(large);
    expect(scripts.length).toBeLessThan(12);
    const [first, ...packs] = scripts.map(({ content }) => run(content));
    const firsts = JSON.parse(
      Buffer.from(first?.get('portable-packs.json') ?? '', 'base64').toString(),
    ) as string[];
    for (const { path, content } of large) {
      const place = firsts.filter((one) => one <= path).length;
      const found = first?.get(path) ?? packs[place - 1]?.get(path);
      expect(found, path).toBe(Buffer.from(content).toString('base64'));
    }
  });
});
