import { describe, expect, it } from 'vitest';
import { citationStyles, citationText, type Cited } from '../../src/exports/citation-styles.ts';
import { ordinal } from '../../src/resolution/ordinal.ts';
import { runsToHtml } from '../../src/exports/runs-html.ts';
import { citedParagraph, citedResolution } from '../../src/exports/plain-text.ts';
import { host, paragraph, resolution } from './edition.ts';

const op23 = citedParagraph(paragraph('op-23'), resolution, host);
const pp3 = citedParagraph(paragraph('pp-3'), resolution, host);
const whole = citedResolution(resolution, host);
const cite = (id: string, cited: Cited): string =>
  citationText(citationStyles.find((style) => style.id === id)?.write(cited) ?? []);

describe('an operative paragraph', () => {
  it.for([
    [
      'un-footnote',
      'Commission on Human Rights resolution 2004/45, para. 23 (E/CN.4/RES/2004/45, 19 April 2004), https://example.org/un/chr-2004-45/op-23/',
    ],
    [
      'un-text',
      'paragraph 23 of Commission on Human Rights resolution 2004/45 of 19 April 2004 (E/CN.4/RES/2004/45, https://example.org/un/chr-2004-45/op-23/)',
    ],
    [
      'pp-op',
      'OP23, Commission on Human Rights resolution 2004/45 (E/CN.4/RES/2004/45, 19 April 2004), https://example.org/un/chr-2004-45/op-23/',
    ],
    [
      'oscola',
      'UN Commission on Human Rights Res 2004/45 (19 April 2004) UN Doc E/CN.4/RES/2004/45, para 23 <https://example.org/un/chr-2004-45/op-23/>',
    ],
    [
      'aglc',
      'Trafficking in women and girls, UN Commission on Human Rights Res 2004/45, 60th sess, UN Doc E/CN.4/RES/2004/45 (19 April 2004) para 23 <https://example.org/un/chr-2004-45/op-23/>',
    ],
    [
      'bluebook',
      'U.N. Commission on Human Rights Res. 2004/45, ¶ 23, U.N. Doc. E/CN.4/RES/2004/45 (Apr. 19, 2004), https://example.org/un/chr-2004-45/op-23/',
    ],
    [
      'apa',
      'United Nations, Commission on Human Rights. (2004). Trafficking in women and girls (Resolution 2004/45, E/CN.4/RES/2004/45, 19 April 2004, para. 23). https://example.org/un/chr-2004-45/op-23/',
    ],
    [
      'chicago',
      'United Nations, Commission on Human Rights, Resolution 2004/45, “Trafficking in women and girls,” E/CN.4/RES/2004/45 (19 April 2004), para. 23, https://example.org/un/chr-2004-45/op-23/.',
    ],
    [
      'mla',
      'United Nations, Commission on Human Rights. Trafficking in women and girls. Resolution 2004/45, E/CN.4/RES/2004/45, 19 Apr. 2004, para. 23. https://example.org/un/chr-2004-45/op-23/.',
    ],
  ] as const)('in the style %s', ([id, expected]) => {
    expect(cite(id, op23)).toBe(expected);
  });
});

describe('a preambular paragraph, by its count', () => {
  it.for([
    ['un-footnote', ' 2004/45, third preambular paragraph (E/'],
    ['un-text', 'the third preambular paragraph of Commission on Human Rights resolution 2004/45 '],
    ['pp-op', 'PP3, Commission'],
    ['oscola', ', preambular para 3 <'],
    ['aglc', ' preambular para 3 <'],
    ['bluebook', ' Res. 2004/45, pmbl. ¶ 3, U.N. Doc. '],
    ['apa', ', 19 April 2004, third preambular paragraph). '],
    ['chicago', ' (19 April 2004), third preambular paragraph, https://'],
    ['mla', ', 19 Apr. 2004, third preambular paragraph. '],
  ] as const)('in the style %s', ([id, part]) => {
    expect(cite(id, pp3)).toContain(part);
  });
});

it('a preambular paragraph is counted in the words of the United Nations', () => {
  expect(cite('un-footnote', pp3)).toBe(
    'Commission on Human Rights resolution 2004/45, third preambular paragraph (E/CN.4/RES/2004/45, 19 April 2004), https://example.org/un/chr-2004-45/pp-3/',
  );
  expect(cite('un-text', pp3)).toMatch(
    /^the third preambular paragraph of Commission on Human Rights resolution 2004\/45 /,
  );
  expect(cite('pp-op', pp3)).toMatch(/^PP3, /);
});

it.each([
  ['un-footnote', 'unnumbered paragraph after para. 7', 'second operative paragraph'],
  [
    'un-text',
    'the unnumbered paragraph after paragraph 7 of ',
    'the second operative paragraph of ',
  ],
  ['pp-op', 'unnumbered paragraph after OP 7, ', 'OP2, '],
  ['oscola', 'unnumbered paragraph after para 7', 'operative para 2'],
  ['bluebook', 'unnumbered paragraph after ¶ 7', 'operative ¶ 2'],
])('%s tells an act without a number from a reason', (style, beside, counted) => {
  const loose = { kind: 'operative', printedNumber: null, section: null } as const;
  expect(cite(style, { ...op23, paragraph: { ...loose, number: 7, looseAfter: 1 } })).toContain(
    beside,
  );
  expect(cite(style, { ...op23, paragraph: { ...loose, number: 2, looseAfter: null } })).toContain(
    counted,
  );
});

it('a section stands before the paragraph', () => {
  expect(
    cite('un-footnote', {
      ...op23,
      paragraph: {
        kind: 'operative',
        number: 3,
        printedNumber: '3',
        looseAfter: null,
        section: 'iii',
      },
    }),
  ).toContain('2004/45, section III, para. 3 ');
});

it.for(citationStyles)(
  '$label holds organ, number, paragraph, symbol, full date and address',
  (style) => {
    for (const [cited, pinpoint] of [
      [op23, /(?:para(?:graph|\.)?|¶) 23|^OP23/],
      [pp3, /third preambular paragraph|preambular para 3|pmbl\. ¶ 3|^PP3/],
      [whole, /^(?!.*(?:para|¶|OP\d|PP\d))/],
    ] as const) {
      const words = citationText(style.write(cited));
      for (const part of [
        'Commission on Human Rights',
        '2004/45',
        'E/CN.4/RES/2004/45',
        cited.address,
      ])
        expect(words).toContain(part);
      expect(words).toMatch(/19 April 2004|19 Apr\. 2004|Apr\. 19, 2004/);
      expect(words).toMatch(pinpoint);
    }
  },
);

it.for([
  ['Twenty-third session', ', 23rd sess, UN Doc '],
  ['eleventh session', ', 11th sess, UN Doc '],
  ['special session', ', special session, UN Doc '],
] as const)('AGLC shortens %s', ([session, part]) => {
  expect(cite('aglc', { ...op23, about: { ...op23.about, session } })).toContain(part);
});

it('every style that the contract names is offered, the United Nations first', () => {
  expect(citationStyles.map(({ id }) => id)).toEqual([
    'un-footnote', 'un-text', 'pp-op', 'oscola', 'aglc', 'bluebook', 'apa', 'chicago', 'mla',
  ]); // prettier-ignore
});

it('italics and the link survive as formatted text', () => {
  const apa = citationStyles.find(({ id }) => id === 'apa');
  expect(runsToHtml(apa?.write(op23) ?? [])).toContain('<i>Trafficking in women and girls</i>');
  expect(runsToHtml(apa?.write(op23) ?? [])).toContain(
    '<a href="https://example.org/un/chr-2004-45/op-23/">',
  );
});

it.for([
  [1, 'first'],
  [3, 'third'],
  [12, 'twelfth'],
  [18, 'eighteenth'],
  [20, 'twentieth'],
  [21, 'twenty-first'],
  [40, 'fortieth'],
  [83, 'eighty-third'],
  [99, 'ninety-ninth'],
  [100, '100th'],
  [101, '101st'],
  [111, '111th'],
  [122, '122nd'],
] as const)('%i is %s', ([number, words]) => {
  expect(ordinal(number)).toBe(words);
});
