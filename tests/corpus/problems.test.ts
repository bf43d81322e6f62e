import { expect, test } from 'vitest';
import { type Change, officialText, problemsOf, readSmall, withText } from './small-content.ts';

const lamps = 'instruments/lamps.yaml';
const oil = 'instruments/oil.yaml';
const about = 'resolutions/alh-1-1/resolution.yaml';
const added = 'resolutions/alh-1-1/annotations.yaml';
const citing = (yaml: string): Change => [added, `op-1:\n  citations:\n${yaml}`];

test('the small content is without fault', () => {
  expect(problemsOf()).toEqual([]);
  const { resolutions, instruments } = readSmall();
  expect(instruments.map(({ id }) => id)).toEqual(['lamps', 'oil']);
  expect(resolutions[0]?.paragraphs.map(({ id, citations }) => [id, citations.length])).toEqual([
    ['pp-1', 2],
    ['op-1', 1],
    ['op-2', 0],
  ]);
});

test.each<readonly [string, readonly Change[]]>([
  ['words that are not there', [[added, 'words: Lamps', 'words: lanterns']]],
  [
    'words that are not there as often',
    [
      citing(
        '    - words: the\n      role: explicit\n      occurrence: 3\n      instruments: [oil]\n',
      ),
    ],
  ],
  ['words that are part of a word', [[added, 'words: Lamps', 'words: Lamp']]],
  [
    'words that stand twice',
    [citing('    - words: keep\n      role: explicit\n      instruments: [oil]\n')],
  ],
  [
    'a citation across another',
    [citing('    - words: keep the Convention\n      role: explicit\n      instruments: [oil]\n')],
  ],
  ['a paragraph that is none', [[added, 'op-1:', 'op-7:']]],
  ['a topic that is none', [[added, 'topic: light', 'topic: dark']]],
  ['an addressee that is none', [[added, 'addressee: keepers', 'addressee: sleepers']]],
  [
    'an instrument that is none',
    [citing('    - words: all keepers\n      role: implicit\n      instruments: [keepers]\n')],
  ],
  ['a relation to nothing', [[oil, 'to: lamps', 'to: lamp']]],
  ['a relation to itself', [[oil, 'to: lamps', 'to: oil']]],
  [
    'a relation said from both sides',
    [[lamps, 'about: It', 'relations:\n  - type: supplements\n    to: oil\nabout: It']],
  ],
  ['a source that is none', [[lamps, '- s1', '- s2']]],
  ['a name that two have', [[oil, 'name: Convention on Oil', 'name: convention on lamps']]],
  [
    'a symbol that two have',
    [[oil, 'about:', 'symbols:\n  - symbol: A/RES/1/2\n    support: seen\nabout:']],
  ],
  [
    'a figure of parties without its day',
    [[oil, 'about:', "facts:\n  - label: Parties\n    value: '7'\n    support: seen\nabout:"]],
  ],
  ['an official text that was changed', [[about, 'sha256: ', 'sha256: 00']]],
  [
    'an official text of other words',
    [['resolutions/alh-1-1/official.en.txt', 'Decides to meet', 'Decides never to meet']],
  ],
  ['a key that nothing reads', [[oil, 'short:', 'shrt:']]],
  ['a kind that is none', [[oil, 'kind: treaty', 'kind: lamp']]],
  ['a figure where words are expected', [[about, 'symbol: ALH/RES/1/1', 'symbol: 12']]],
  ['a day that does not exist', [[about, 'date: 1999-03-01', 'date: 1999-02-30']]],
  [
    'an address that runs a script',
    [[oil, 'about:', 'links:\n  - label: Text\n    href: javascript:alert(1)\nabout:']],
  ],
  ['no words', [[oil, 'short: Oil Convention', "short: ''"]]],
  ['a list where keys are expected', [[oil, '- a\n- b\n']]],
  ['an empty file', [[oil, '']]],
  ['YAML that is none', [[oil, 'name: Convention on Oil', 'name: Convention: on Oil']]],
  ['a key written twice', [[oil, 'short:', 'name: Oil\nshort:']]],
  ['a null byte', [[oil, 'burn.', 'burn\u0000.']]],
  ['an override of the reading direction', [[oil, 'burn.', 'burn\u202E.']]],
  ['an escaped null byte', [[oil, 'It says what lamps burn.', '"It says\\0"']]],
  ['a file that is not UTF-8', [[oil, Buffer.from('name: Caf\u00e9', 'latin1')]]],
  [
    'aliases that multiply',
    [
      [
        oil,
        `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
      ],
    ],
  ],
  [
    'a line role that is none',
    [[about, 'title: Lamps', "title: Lamps\nlines:\n  '1': heading-of-page"]],
  ],
  [
    'redirects that hide a page, lead nowhere, lead on, stand twice or leave the site',
    [
      [
        'redirects.yaml',
        ['/alh-1-1/op-1/ /alh-1-1/', '/old/ /older/', '/a/ /old/', '/a/ /alh-1-1/op-2/']
          .map((line) => line.split(' '))
          .map(([from, to]) => `- from: ${from}\n  to: ${to}\n  why: it moved\n`)
          .join(''),
      ],
    ],
  ],
  [
    'a redirect off the site',
    [['redirects.yaml', '- from: /old/\n  to: //other.example/\n  why: it moved\n']],
  ],
  ['an official text in UTF-16', withText(Buffer.from(`\ufeff${officialText}`, 'utf16le'))],
  ['an official text in Latin-1', withText(Buffer.from(`${officialText}\nR\xe9sum\xe9`, 'latin1'))],
  ['a null byte in an official text', withText(officialText.replace('lit;', 'lit\0;'))],
  [
    'an override of the reading direction in an official text',
    withText(officialText.replace('lit;', 'lit\u202E;')),
  ],
  ['an official text without an organ', withText(officialText.replace(/^The Assembly.*\n/m, ''))],
  ['a number that is lost', withText(officialText.replace('2. Decides', '3. Decides'))],
  ['a number that stands twice', withText(officialText.replace('2. Decides', '1. Decides'))],
  [
    'a label that a scanner misread',
    withText(
      officialText.replace(
        '2. Decides to meet again.',
        '2. Decides:\n\n(a) To meet;\n\n(5) To read;\n\n(c) To write.',
      ),
    ),
  ],
  [
    'faults in several files, all told at once',
    [
      [oil, 'to: lamps', 'to: lamp'],
      [added, 'words: Lamps', 'words: lanterns'],
      [about, 'title: Lamps', 'titel: Lamps'],
    ],
  ],
])('%s', (_title, changes) => {
  const told = problemsOf(...changes).join('\n');
  expect(told).not.toBe('');
  expect(told).toMatchSnapshot();
});
