import { describe, expect, test } from 'vitest';
import { verbatim } from '../../scripts/checks/verbatim.ts';
import type { Heading } from '../../src/resolution/model.ts';
import {
  expectFindings,
  operativePage,
  siteWith,
  smallCorpus,
  swap,
  tryCheck,
} from './small-site.ts';

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
    const [finding, ...more] = tryCheck(verbatim, siteWith(operativePage, change)).found;
    expect(more).toEqual([]);
    expect(finding).toContain(
      `the official file (lines 4–7) has ${official}, the page has ${found}.`,
    );
  });

  test('finds the same fault in the full text', () => {
    expectFindings(
      verbatim,
      siteWith('k-1-1/index.html', swap('earlier ', '')),
      'k-1-1/index.html pp-1, word 3: the official file (lines 3–3) has "earlier resolutions on light,", the page has "resolutions on light,".',
      'k-1-1/index.html Word 3 of the full text: "earlier resolutions on light, Invites all" is expected, the page has "resolutions on light, Invites all keepers".',
    );
  });

  test('finds a heading that the full text does not show between its paragraphs', () => {
    const [resolution] = smallCorpus().resolutions;
    if (resolution === undefined) throw new Error('Expected a resolution.');
    const heading: Heading = {
      id: 'i',
      kind: 'section',
      label: 'I',
      title: 'Lamps',
      footnoteCalls: [],
      lines: { first: 4, last: 4 },
      before: 'op-1',
    };
    const parsed = { ...resolution.parsed, headings: [heading] };
    expectFindings(
      verbatim,
      { corpus: smallCorpus({ parsed }) },
      'k-1-1/index.html Word 7 of the full text: "I Lamps Invites all keepers to" is expected, the page has "Invites all keepers to keep their".',
    );
  });

  test('finds a full text that is not marked as one', () => {
    expectFindings(
      verbatim,
      siteWith('k-1-1/index.html', swap('class="full-text"', '')),
      'k-1-1/index.html No full text was found (an element of class full-text is expected).',
    );
  });

  test('finds a page that was not built', () => {
    expectFindings(
      verbatim,
      siteWith(operativePage, null),
      `${operativePage} The page of this paragraph was not built.`,
    );
  });

  test('finds a page without its official words', () => {
    expectFindings(
      verbatim,
      siteWith(operativePage, swap('class="words"', '')),
      `${operativePage} 1 official text expected (elements of class words); 0 found.`,
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
    expectFindings(
      verbatim,
      { corpus: smallCorpus({ officialText: officialText.replace('so.\n', 'so.\n\n') }) },
      'k-1-1/index.html 1 lines at the end of the official file have no role.',
    );
  });
});
