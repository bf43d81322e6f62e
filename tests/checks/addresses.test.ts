import { describe, expect, test } from 'vitest';
import { addresses } from '../../scripts/checks/addresses.ts';
import {
  expectFindings,
  hashes,
  operativePage,
  pageOf,
  siteWith,
  soundFiles,
  tryCheck,
} from './small-site.ts';

describe('addresses', () => {
  const redirect = (to: string, delay = 0) =>
    `<!doctype html><title>Moved</title><meta http-equiv="refresh" content="${delay};url=${to}"><body><a href="${to}">Moved</a>`;

  test('finds a published address that is gone', () => {
    expectFindings(
      addresses,
      { lock: { ...hashes, 'op-2': 'd'.repeat(64) } },
      'k-1-1/op-2/index.html This published address is gone: a page or a redirect is expected.',
    );
  });

  test('accepts a redirect in its place', () => {
    expect(
      tryCheck(addresses, {
        ...siteWith('k-1-1/op-2/index.html', redirect('/k-1-1/op-1/')),
        lock: { ...hashes, 'op-2': 'd'.repeat(64) },
      }).found,
    ).toEqual([]);
  });

  test('finds words that are not those of the lock', () => {
    expectFindings(
      addresses,
      { lock: { ...hashes, 'op-1': 'd'.repeat(64) } },
      `${operativePage} The words changed: their hash is locked as ${'d'.repeat(64)}.`,
    );
  });

  test.each([
    ['to nowhere', redirect('/gone/'), 'The redirect leads to "/gone/", no page of the site.'],
    ['that waits', redirect('/k-1-1/', 2), 'The redirect "2;url=/k-1-1/" does not answer at once.'],
    ['to a redirect', redirect('/b/'), 'The redirect leads to /b/, which redirects again.'],
  ])('finds a redirect %s', (_what, markup, message) => {
    const files = soundFiles().set('a/index.html', markup).set('b/index.html', redirect('/k-1-1/'));
    expectFindings(addresses, { files }, `a/index.html ${message}`);
  });

  test('finds two addresses that differ in capitals only', () => {
    expectFindings(
      addresses,
      siteWith('k-1-1/OP-1/index.html', pageOf('/k-1-1/OP-1/', 'Paragraph 1', '')),
      `${operativePage} The address differs from that of k-1-1/OP-1/index.html in capitals only.`,
    );
  });

  test('finds a page that is no index.html', () => {
    expectFindings(
      addresses,
      siteWith('about.html', pageOf('/about.html', 'About', '')),
      'about.html A page is expected as index.html in a folder: addresses end in a slash.',
    );
  });
});
