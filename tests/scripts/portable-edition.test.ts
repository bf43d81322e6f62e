import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse, serialize } from 'parse5';
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
    '<!doctype html><html><head><link rel="canonical" href="https://example.org/un/"><link rel="stylesheet" href="_astro/a.css"></head><body><a href="search/index.html">S</a></body></html>',
  );
});

test('a module script stops the build, because no browser runs it from a file', () => {
  expect(() =>
    toPortablePage('<script type="module" src="/un/x.js"></script>', 'index.html', site),
  ).toThrow('classic');
});

test('what is inside a left-out element goes with it, however deep', () => {
  expect(
    toPortablePage(
      '<div data-hosted-only><div><a href="/un/">x</a></div><br></div><p title="a > b">y</p>',
      'index.html',
      site,
    ),
  ).toBe('<p title="a > b">y</p>');
});

test('words that look like tags stay words in titles, text fields and comments', () => {
  const page =
    '<title>a <b</title><!-- <a href="/un/"> --><textarea><a href="/un/"></textarea><p>1 &lt; 2</p>';
  expect(toPortablePage(page, 'index.html', site)).toBe(page);
});

test.each([
  ['a tag that does not end', '<p><a href="/un/"', 'Expected a tag in index.html at 3'],
  ['a sign that is no tag', '<p>1 < 2</p>', 'Expected a tag in index.html at 5'],
  ['an unknown reference', '<a href="/un/?a&copy;">x</a>', '&copy;'],
  ['a left-out element without end', '<p data-hosted-only>x', 'Expected </p>'],
  ['a title without end', '<title>x', 'Expected </title>'],
])('stops the build instead of guessing: %s', (_, page, message) => {
  expect(() => toPortablePage(page, 'index.html', site)).toThrow(message);
});

test('pages of any nesting come out as a whole HTML parser reads and changes them', () => {
  const text = fc.constantFrom('words', 'a &amp; b', '1 &lt; 2', '');
  const attribute = fc.constantFrom(
    ' href="/un/search/"',
    " href='/un/a-1/op-2/?a=1&amp;b=2#c'",
    ' href=/un/',
    ' HREF="/un/#q=&#34;a&#34;"',
    ' data-hosted-only',
    ' title="a > b"',
    ' hidden',
    '',
  );
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.constantFrom('<br>', '<img src="/un/a-1/op-2.json" alt="">', '<!-- <a href="x"> -->'),
      fc
        .tuple(
          fc.constantFrom('div', 'span', 'section', 'ins', 'div'),
          attribute,
          fc.array(tie('node'), { maxLength: 3 }),
        )
        .map(([name, written, inner]) => `<${name}${written}>${inner.join('')}</${name}>`),
      fc
        .tuple(attribute, text)
        .map(([written, inner]) => `<em><a${written}>${inner}</a></em><wbr>`),
    ),
  }));
  fc.assert(
    fc.property(node, (body) => {
      const page = `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`;
      const tree = parse(page);
      changeByParser(tree, (address) => toPortableAddress(address, 'search/index.html', site));
      const portable = toPortablePage(page, 'search/index.html', site);
      expect(serialize(parse(portable))).toBe(serialize(tree));
    }),
  );
});

/** The same rules in the tree of a whole parser: hosted-only elements go, addresses of links and images change. */
function changeByParser(
  node: DefaultTreeAdapterMap['node'],
  change: (address: string) => string,
): void {
  if (!('childNodes' in node)) return;
  node.childNodes = node.childNodes.filter(
    (child) =>
      !('tagName' in child) || !child.attrs.some(({ name }) => name === 'data-hosted-only'),
  );
  for (const child of node.childNodes) {
    if ('tagName' in child && ['a', 'img'].includes(child.tagName))
      for (const attribute of child.attrs)
        if (['href', 'src'].includes(attribute.name)) attribute.value = change(attribute.value);
    changeByParser(child, change);
  }
}

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
