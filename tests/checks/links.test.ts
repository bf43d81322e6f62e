import { describe, expect, test } from 'vitest';
import { links } from '../../scripts/checks/links.ts';
import { expectFindings, operativePage, siteWith, swap, tryCheck } from './small-site.ts';

describe('links', () => {
  const inHome = (href: string) =>
    siteWith('index.html', swap('<p>', `<p><a href="${href}">there</a>`));

  test.each([
    ['/k-1-1/op-2/', 'leads to no file of the site.'],
    ['/k-1-1/op-1', 'lacks the final slash, which costs a redirect.'],
    ['/100%/', 'has a percent sign that encodes nothing.'],
    ['http://[', 'is no address.'],
    ['javascript:void(0)', 'is of the kind javascript:.'],
  ])('finds the dead address %s', (href, reason) => {
    expectFindings(links, inHome(href), `index.html:15 The address "${href}" ${reason}`);
  });

  test('finds an anchor that does not exist', () => {
    expectFindings(
      links,
      inHome('/k-1-1/#op-7'),
      'index.html The anchor #op-7 does not exist in /k-1-1/.',
    );
  });

  test('follows percent-encoding, the own host, and text fragments', () => {
    const { files } = inHome('https://keepers.example/k%2D1-1/#:~:text=keepers');
    expect(tryCheck(links, { files: files ?? new Map() }).found).toEqual([]);
  });

  test('finds a picture that a style sheet asks for in vain', () => {
    expectFindings(
      links,
      siteWith('paper.svg', null),
      'style.css The address "paper.svg" leads to no file of the site.',
    );
  });

  test('finds addresses outside the base path', () => {
    const { found } = tryCheck(links, { base: '/law/' });
    expect(found).toContainEqual(
      expect.stringMatching(
        /^404\.html:\d+ The address "\/k-1-1\/" lies outside the site's base path \/law\/\. It stands in \d+ more places\.$/,
      ),
    );
  });

  test('finds a relative address on the page that answers at any depth', () => {
    expectFindings(
      links,
      siteWith('404.html', swap('<p>', '<p><a href="k-1-1/">there</a>')),
      '404.html:15 The address "k-1-1/" is relative, but this page answers at any depth.',
    );
  });

  test('finds a paragraph that no page links to', () => {
    expectFindings(
      links,
      siteWith('k-1-1/index.html', swap('<a class="number" href="op-1/">Paragraph 1</a>', '')),
      `${operativePage} No page links to this paragraph.`,
    );
  });
});
