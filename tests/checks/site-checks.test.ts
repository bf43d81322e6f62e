import { describe, expect, test } from 'vitest';
import { siteChecks } from '../../scripts/check-site.ts';
import { addresses } from '../../scripts/checks/addresses.ts';
import { csp } from '../../scripts/checks/csp.ts';
import { html } from '../../scripts/checks/html.ts';
import { links } from '../../scripts/checks/links.ts';
import type { SiteCheck } from '../../scripts/checks/site-check.ts';
import { titles } from '../../scripts/checks/titles.ts';
import { verbatim } from '../../scripts/checks/verbatim.ts';
import { weight } from '../../scripts/checks/weight.ts';
import {
  hashes,
  pageOf,
  siteWith,
  smallCorpus,
  soundFiles,
  type Trial,
  tryCheck,
} from './small-site.ts';

test.each(siteChecks.map((check) => [check.name, check] as const))(
  '%s finds nothing in a sound site',
  (_name, check) => {
    expect(tryCheck(check).found).toEqual([]);
  },
);

const op1 = 'k-1-1/op-1/index.html';
const swap = (from: string, to: string) => (text: string) => text.replace(from, to);

function fault(check: SiteCheck, trial: Trial, ...findings: readonly string[]): void {
  expect(tryCheck(check, trial).found).toEqual(findings);
}

describe('verbatim', () => {
  test('says what it compared and which lines are excepted, by name', () => {
    expect(tryCheck(verbatim).figures).toBe(
      '18 words on 2 paragraph pages and again in 1 full texts; lines that are no paragraph: 1 title, 1 enacting-formula, 1 page-marker',
    );
  });

  test.each([
    [
      'a word that is lost',
      swap('their lamps', 'lamps'),
      '"their lamps clean, and to say"',
      '"lamps clean, and to say so."',
    ],
    ['a word that is added', swap('to say so.', 'to say so. Amen'), '""', '"Amen"'],
    [
      'a word that is changed',
      swap('all keepers', 'all Keepers'),
      '"keepers to keep their lamps clean,"',
      '"Keepers to keep their lamps clean,"',
    ],
    [
      'words that are run together',
      swap('</i> all', '</i>all'),
      '"Invites all keepers to keep their"',
      '"Invitesall keepers to keep their lamps"',
    ],
    [
      'words that a reader cannot see',
      swap('so.</p>', '<span hidden>so.</span></p>'),
      '"so."',
      '""',
    ],
    [
      'a page marker that stayed in',
      swap('keepers to', 'keepers page 2 to'),
      '"to keep their lamps clean, and"',
      '"page 2 to keep their lamps"',
    ],
  ])('finds %s', (_what, change, official, found) => {
    const [finding, ...more] = tryCheck(verbatim, siteWith(op1, change)).found;
    expect(more).toEqual([]);
    expect(finding).toContain(
      `the official file (lines 4–7) has ${official}, the page has ${found}.`,
    );
  });

  test('finds the same fault in the full text', () => {
    fault(
      verbatim,
      siteWith('k-1-1/index.html', swap('earlier ', '')),
      'k-1-1/index.html pp-1, word 3: the official file (lines 3–3) has "earlier resolutions on light,", the page has "resolutions on light,".',
    );
  });

  test('finds a page that was not built', () => {
    fault(verbatim, siteWith(op1, null), `${op1} The page of this paragraph was not built.`);
  });

  test('finds a page without its official words', () => {
    fault(
      verbatim,
      siteWith(op1, swap('class="words"', '')),
      `${op1} 1 official text expected (elements of class words); 0 found.`,
    );
  });

  test('finds a line of the official file that belongs to no published paragraph', () => {
    const corpus = smallCorpus();
    const [resolution] = corpus.resolutions;
    const lines = resolution?.parsed.lines.map((line) =>
      line.number === 7 ? { ...line, owner: 'op-9' } : line,
    );
    const parsed = {
      ...resolution?.parsed,
      lines,
    } as (typeof corpus.resolutions)[number]['parsed'];
    expect(tryCheck(verbatim, { corpus: smallCorpus({ parsed }) }).found).toContain(
      'k-1-1/index.html Line 7 of the official file belongs to no paragraph that is published.',
    );
  });

  test('finds words after the last line that has a role', () => {
    const officialText = `${smallCorpus().resolutions[0]?.officialText}One more thing\n`;
    fault(
      verbatim,
      { corpus: smallCorpus({ officialText: officialText.replace('so.\n', 'so.\n\n') }) },
      'k-1-1/index.html 1 lines at the end of the official file have no role.',
    );
  });
});

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
    fault(links, inHome(href), `index.html:15 The address "${href}" ${reason}`);
  });

  test('finds an anchor that does not exist', () => {
    fault(links, inHome('/k-1-1/#op-7'), 'index.html The anchor #op-7 does not exist in /k-1-1/.');
  });

  test('follows percent-encoding, the own host, and text fragments', () => {
    const { files } = inHome('https://keepers.example/k%2D1-1/#:~:text=keepers');
    expect(tryCheck(links, { files: files ?? new Map() }).found).toEqual([]);
  });

  test('finds a picture that a style sheet asks for in vain', () => {
    fault(
      links,
      siteWith('paper.svg', null),
      'style.css The address "paper.svg" leads to no file of the site.',
    );
  });

  test('finds addresses outside the base path', () => {
    const { found } = tryCheck(links, { base: '/law/' });
    expect(found).toContain(
      `index.html:13 The address "/k-1-1/" lies outside the site's base path /law/.`,
    );
  });

  test('finds a relative address on the page that answers at any depth', () => {
    fault(
      links,
      siteWith('404.html', swap('<p>', '<p><a href="k-1-1/">there</a>')),
      '404.html:15 The address "k-1-1/" is relative, but this page answers at any depth.',
    );
  });

  test('finds a paragraph that no page links to', () => {
    fault(
      links,
      siteWith('k-1-1/index.html', swap('<a href="op-1/">Paragraph 1</a>', '')),
      `${op1} No page links to this paragraph.`,
    );
  });
});

describe('addresses', () => {
  const redirect = (to: string, delay = 0) =>
    `<!doctype html><title>Moved</title><meta http-equiv="refresh" content="${delay};url=${to}"><body><a href="${to}">Moved</a>`;

  test('finds a published address that is gone', () => {
    fault(
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
    fault(
      addresses,
      { lock: { ...hashes, 'op-1': 'd'.repeat(64) } },
      `${op1} The words changed: their hash is locked as ${'d'.repeat(64)}.`,
    );
  });

  test.each([
    ['to nowhere', redirect('/gone/'), 'The redirect leads to "/gone/", no page of the site.'],
    ['that waits', redirect('/k-1-1/', 2), 'The redirect "2;url=/k-1-1/" does not answer at once.'],
    ['to a redirect', redirect('/b/'), 'The redirect leads to /b/, which redirects again.'],
  ])('finds a redirect %s', (_what, markup, message) => {
    const files = soundFiles().set('a/index.html', markup).set('b/index.html', redirect('/k-1-1/'));
    fault(addresses, { files }, `a/index.html ${message}`);
  });

  test('finds two addresses that differ in capitals only', () => {
    fault(
      addresses,
      siteWith('k-1-1/OP-1/index.html', pageOf('/k-1-1/OP-1/', 'Paragraph 1', '')),
      `${op1} The address differs from that of k-1-1/OP-1/index.html in capitals only.`,
    );
  });

  test('finds a page that is no index.html', () => {
    fault(
      addresses,
      siteWith('about.html', pageOf('/about.html', 'About', '')),
      'about.html A page is expected as index.html in a folder: addresses end in a slash.',
    );
  });
});

describe('csp', () => {
  const inBody = (markup: string) => siteWith('index.html', swap('<p>', `${markup}<p>`));

  test.each([
    ['<script>alert(1)</script>', 'A <script> without src: scripts come from files.'],
    ['<style>p{}</style>', 'A <style> element: styles come from files.'],
    ['<p style="color:red">x</p>', 'style="color:red": looks come from style sheets.'],
    ['<p onclick="x()">x</p>', 'onclick="…": the policy would block this handler.'],
    ['<a href=" java\nscript:x()">x</a>', 'href=" java\nscript:x()" would run as a script.'],
    ['<iframe srcdoc="x"></iframe>', 'srcdoc: a frame comes from a file.'],
    ['<img src="//cdn.example/x.png">', '<img> asks another host for "//cdn.example/x.png".'],
    [
      '<script src="https://cdn.example/x.js"></script>',
      '<script> asks another host for "https://cdn.example/x.js".',
    ],
    [
      '<noscript><img src="https://cdn.example/x.gif"></noscript>',
      '<img> asks another host for "https://cdn.example/x.gif".',
    ],
    [
      '<link rel="preconnect" href="https://cdn.example">',
      '<link> asks another host for "https://cdn.example".',
    ],
  ])('finds %s', (markup, message) => {
    const { found } = tryCheck(csp, inBody(markup));
    expect(found).toEqual([`index.html:15 ${message}`]);
  });

  test('accepts data that no browser runs', () => {
    expect(tryCheck(csp, inBody('<script type="application/ld+json">{}</script>')).found).toEqual(
      [],
    );
  });

  test('finds a page without a policy', () => {
    fault(
      csp,
      siteWith('index.html', swap('Content-Security-Policy', 'x')),
      'index.html The page carries no Content-Security-Policy.',
    );
  });

  test.each([
    [
      "script-src 'self'",
      "script-src 'self' 'unsafe-inline'",
      "The policy allows 'unsafe-inline' in script-src.",
    ],
    ["style-src 'self'", 'style-src *', 'The policy allows * in style-src.'],
    ["base-uri 'none'", "base-uri 'self'", "The policy lacks base-uri 'none'."],
    [
      "; require-trusted-types-for 'script'",
      '',
      "The policy lacks require-trusted-types-for 'script'.",
    ],
  ])('finds a policy with %s changed to %s', (from, to, message) => {
    fault(csp, siteWith('index.html', swap(from, to)), `index.html:5 ${message}`);
  });

  test('finds a policy that stands after a style sheet', () => {
    fault(
      csp,
      siteWith(
        'index.html',
        swap('<meta charset="utf-8">', '<link rel="stylesheet" href="/style.css">'),
      ),
      'index.html:5 The policy stands after something that it should govern: it belongs first in <head>.',
    );
  });

  test('finds a style sheet that asks another host', () => {
    fault(
      csp,
      siteWith('style.css', '@import "https://fonts.example/x.css";'),
      'style.css The style sheet asks another host for "https://fonts.example/x.css".',
    );
  });
});

describe('weight', () => {
  test('finds a page that is too heavy, and prints the figures', () => {
    const noise = Array.from({ length: 9000 }, (_, i) =>
      ((i * 2_654_435_761) >>> 7).toString(36),
    ).join(' ');
    const { found, figures } = tryCheck(
      weight,
      siteWith(op1, (text) => text + noise),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /HTML \(\d{5} bytes\) and CSS \(\d+\) come to \d{5} bytes gzipped; 14336 is the limit\.$/,
    );
    expect(figures).toContain('2 paragraph pages: median');
  });
});

describe('titles', () => {
  test.each([
    [
      'a title that another page has',
      swap('<title>Paragraph 1', '<title>Preambular 1'),
      'The title "Preambular 1" is already that of',
    ],
    ['no title', swap('<title>Paragraph 1', '<title>'), 'The page has no title.'],
    [
      'no language',
      swap(' lang="en"', ''),
      'The page does not say its language: <html lang="…"> is expected.',
    ],
    [
      'no description',
      swap('name="description"', 'name="x"'),
      'The page has no <meta name="description">.',
    ],
    [
      'no canonical address',
      swap('rel="canonical"', 'rel="next"'),
      'The page names no canonical address.',
    ],
    [
      'a canonical address elsewhere',
      swap('keepers.example/k-1-1', 'other.example/k-1-1'),
      'The canonical address https://other.example/k-1-1/op-1/ is no page of this site (https://keepers.example/).',
    ],
    [
      'two main headings',
      swap('<main>', '<main><h1>Again</h1>'),
      'One <h1> is expected; 2 were found.',
    ],
  ])('finds a page with %s', (_what, change, message) => {
    const path = message.startsWith('The title') ? 'k-1-1/pp-1/index.html' : op1;
    const { found } = tryCheck(titles, siteWith(op1, change));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${path} `.startsWith('k-1-1/pp-1') ? 'k-1-1/' : op1);
    expect(found[0]).toContain(message);
  });
});

describe('html', () => {
  test('finds invalid markup with its line', () => {
    fault(
      html,
      siteWith('index.html', swap('<p>', '<p><p>one</p>')),
      "index.html:15 Stray end tag '</p>' (html-validate: close-order)",
    );
  });
});
