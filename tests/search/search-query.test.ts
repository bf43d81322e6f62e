import { describe, expect, test } from 'vitest';
import { toQueryReader } from '../../src/browser/search-query.ts';
import { toSearchVocabulary } from '../../src/browser/search-vocabulary.ts';
import { smallEdition } from './small-edition.ts';

const { plan } = toQueryReader(toSearchVocabulary(smallEdition));
const paths = (query: string): string[] => plan(query).goTo.map(({ path }) => path);
const terms = (query: string): (readonly string[])[] =>
  plan(query).groups.map((group) => group.terms);

describe('an address typed in the search', () => {
  const op1 = ['/a-res-99-7/op-1/', '/e-cn9-2001-3/op-1/'];
  test.each<[query: string, paths: string[]]>([
    ['OP 3', ['/a-res-99-7/op-3/']],
    ['op3', ['/a-res-99-7/op-3/']],
    ['OP-3', ['/a-res-99-7/op-3/']],
    ['O.P. 3', ['/a-res-99-7/op-3/']],
    ['operative paragraph 3', ['/a-res-99-7/op-3/']],
    ['third operative paragraph', ['/a-res-99-7/op-3/']],
    ['para three', ['/a-res-99-7/op-3/']],
    ['§ 3', ['/a-res-99-7/op-3/']],
    ['¶3', ['/a-res-99-7/op-3/']],
    ['OP1', op1],
    ['para 2', ['/a-res-99-7/op-2/', '/a-res-99-7/pp-2/']],
    ['2', ['/a-res-99-7/op-2/', '/a-res-99-7/pp-2/']],
    ['PP2', ['/a-res-99-7/pp-2/']],
    ['preambular para. 2', ['/a-res-99-7/pp-2/']],
    ['second preambular paragraph', ['/a-res-99-7/pp-2/']],
    ['2nd preambular para', ['/a-res-99-7/pp-2/']],
    ['99/7 last preambular paragraph', ['/a-res-99-7/', '/a-res-99-7/pp-2/']],
    ['OP 3 (a)', ['/a-res-99-7/op-3/#a']],
    ['op 3b', ['/a-res-99-7/op-3/#b']],
    ['/a-res-99-7/op-3/a/', ['/a-res-99-7/', '/a-res-99-7/op-3/#a']],
    [
      'https://example.org/site/a-res-99-7/op-3/?from=mail#x',
      ['/a-res-99-7/', '/a-res-99-7/op-3/'],
    ],
    ['a-res-99-7/op-3.json', ['/a-res-99-7/', '/a-res-99-7/op-3/']],
    ['99/7, para. 3', ['/a-res-99-7/', '/a-res-99-7/op-3/']],
    ['res 99/7 op 3', ['/a-res-99-7/', '/a-res-99-7/op-3/']],
    ['para 3 of resolution 99/7', ['/a-res-99-7/', '/a-res-99-7/op-3/']],
    ['General Assembly resolution 99/7, paragraph 3', ['/a-res-99-7/', '/a-res-99-7/op-3/']],
    ['GA res. 99/7', ['/a-res-99-7/']],
    ['A/RES/99/7', ['/a-res-99-7/']],
    ['a / res / 99 / 7', ['/a-res-99-7/']],
    ['99-7', ['/a-res-99-7/']],
    ['E/CN.9/RES/2001/3 op1', ['/e-cn9-2001-3/', '/e-cn9-2001-3/op-1/']],
    ['2001/3 OP1', ['/e-cn9-2001-3/', '/e-cn9-2001-3/op-1/']],
    ['op 2-3', ['/a-res-99-7/op-2/', '/a-res-99-7/op-3/']],
    [
      'paras. 1 to 3 of 99/7',
      [
        '/a-res-99-7/',
        '/a-res-99-7/op-1/',
        '/a-res-99-7/op-2/',
        '/a-res-99-7/op-3/',
        '/a-res-99-7/pp-1/',
        '/a-res-99-7/pp-2/',
      ],
    ],
    ['OPs 2 and 3', ['/a-res-99-7/op-2/', '/a-res-99-7/op-3/']],
    ['op 2, 3', ['/a-res-99-7/op-2/', '/a-res-99-7/op-3/']],
    ['op2–op3', ['/a-res-99-7/op-2/', '/a-res-99-7/op-3/']],
  ])('%s', (query, expected) => {
    expect(paths(query).sort()).toEqual([...expected].sort());
    expect(plan(query).groups).toEqual([]);
  });

  test('puts operative paragraphs before preambular ones of the same number', () => {
    expect(paths('99/7 paras 1-2')).toEqual([
      '/a-res-99-7/op-1/',
      '/a-res-99-7/op-2/',
      '/a-res-99-7/pp-1/',
      '/a-res-99-7/pp-2/',
      '/a-res-99-7/',
    ]);
  });

  test('says the range when the number is out of it', () => {
    expect(plan('99/7 op 12').notes).toEqual([
      {
        kind: 'out-of-range',
        number: 12,
        paragraphs: 'operative',
        operative: 3,
        preambular: 2,
        resolution: 'GA resolution 99/7',
      },
    ]);
    expect(paths('op 12')).toEqual([]);
  });

  test('says that a paragraph has no such sub-paragraph, and leads to the paragraph', () => {
    expect(plan('op 2 (c)').notes).toEqual([
      { kind: 'no-such-item', label: 'Operative paragraph 2', item: '(c)' },
    ]);
    expect(paths('op 2 (c)')).toEqual(['/a-res-99-7/op-2/']);
  });

  test('leaves the words beside an address to be searched', () => {
    expect(paths('99/7 wrecking')).toEqual(['/a-res-99-7/']);
    expect(terms('99/7 wrecking')[0]).toContain('wrecking');
  });

  test.each(['opinion', 'operation', 'parallel', 'people', 'first aid', 'parasite'])(
    'is not seen in "%s"',
    (query) => {
      expect(plan(query).goTo).toEqual([]);
    },
  );
});

describe('a document symbol', () => {
  test.each([
    'E/CN.9/2001/76',
    'e/cn.9/2001/76',
    'E / CN.9 / 2001 / 76',
    'E CN.9 2001 76',
    '(E/CN.9/2001/76)',
    'E/CN.9/2001/76/Add.2',
  ])('is found as %s and finds the paragraphs that cite it', (query) => {
    expect(paths(query)).toEqual(['/instruments/wreck-report/']);
    expect(plan(query).groups.map((group) => group.instruments)).toEqual([['Report on wrecks']]);
  });

  test.each(['A/RES/55/25', '55/25', 'A RES 55 25', 'a/res/55/25.'])(
    'that several instruments share offers all: %s',
    (query) => {
      expect(paths(query)).toEqual(['/instruments/ckl/', '/instruments/op-ckl/']);
    },
  );

  test.each([
    'A/RES/68/999',
    '68/999',
    'S/RES/1325 (2000)',
    'E/CN.4/2004/76',
    'resolution 1325',
    'A RES 68 999',
    'CRC/C/GC/25',
  ])('that nothing here carries claims no hit: %s', (query) => {
    const { goTo, groups, notes } = plan(query);
    expect({ goTo, groups }).toEqual({ goTo: [], groups: [] });
    expect(notes.map(({ kind }) => kind)).toEqual(['unknown-symbol']);
  });

  test('that is taken for a resolution of the edition is explained', () => {
    expect(plan('A/99/7').notes).toEqual([
      { kind: 'mistaken-symbol', symbol: 'A/99/7', why: 'That is a document of the session.' },
    ]);
    expect(paths('A/99/7')).toEqual(['/a-res-99-7/']);
  });

  test('is not seen in two words with a slash between them', () => {
    expect(plan('HIV/AIDS').notes).toEqual([]);
    expect(terms('HIV/AIDS')).toEqual([['hiv'], ['aids']]);
  });
});

describe('an instrument', () => {
  test.each([
    'CKL',
    'ckl',
    'Convention on the Keeping of Lighthouses',
    'UN Convention on the Keeping of Lighthouses',
    'Lighthouse Convention',
    'skerry convention',
  ])('is found as %s, with the paragraphs that cite it', (query) => {
    expect(paths(query)[0]).toBe('/instruments/ckl/');
    expect(plan(query).groups).toMatchObject([{ instruments: ['Lighthouse Convention'] }]);
  });

  test.each(['OP-CKL', 'OP CKL', 'opckl'])(
    'whose abbreviation begins like an address is no address: %s',
    (query) => {
      expect(paths(query)).toEqual(['/instruments/op-ckl/']);
    },
  );

  test('is found by part of its name, and the words are searched as words', () => {
    expect(paths('keeping of lighthouses')).toEqual(['/instruments/ckl/', '/instruments/op-ckl/']);
    expect(plan('keeping of lighthouses').groups.map(({ typed }) => typed)).toEqual([
      'keeping',
      'of',
      'lighthouses',
    ]);
  });

  test('goes together with other words', () => {
    expect(plan('ratify CKL').groups).toMatchObject([
      { instruments: ['Lighthouse Convention'] },
      { terms: ['ratify'] },
    ]);
  });

  test('is found behind a typing error', () => {
    expect(paths('skery convention')).toEqual(['/instruments/ckl/']);
  });

  test('is not offered for a word that many names share', () => {
    expect(paths('convention')).toEqual([]);
  });
});

describe('a word', () => {
  test.each([
    ['woman', 'women'],
    ['child', 'child'],
    ['criminalise', 'criminalize'],
    ['labor', 'labour'],
    ['counseling', 'counselling'],
    ['co-operation', 'cooperation'],
    ['sub-regional', 'subregional'],
    ['sub regional', 'subregional'],
    ['nongovernmental', 'non-governmental'],
    ['non-governmental', 'non-governmental'],
    ['prosecutor', 'prosecute'],
    ['ratification', 'ratify'],
    ['training', 'train'],
    ['coöperation', 'cooperation'],
    ['wreckers’', 'wreckers'],
  ])('"%s" is searched as "%s"', (typed, printed) => {
    expect(terms(typed).flat()).toContain(printed);
  });

  test('is searched by the beginning that its family shares, which the engine takes for all of them', () => {
    expect(terms('trafficker')).toEqual([['traffic']]);
  });

  test('that no text has is read as the nearest one, and the reader is told', () => {
    expect(plan('prosecut wrekcing').notes).toEqual([
      { kind: 'corrected', typed: 'wrekcing', read: 'wrecking' },
    ]);
  });

  test.each(['zzzz', 'police', 'a', '1815'])('that is near nothing stays as it is: %s', (query) => {
    expect(plan(query).notes).toEqual([]);
  });

  test('that is a function word excludes nothing', () => {
    expect(
      plan('the safety of women')
        .groups.filter(({ optional }) => optional)
        .map(({ typed }) => typed),
    ).toEqual(['the', 'of']);
  });
});

describe('a phrase', () => {
  test('in quotation marks of any kind is taken exactly, with and without the hyphens of the text', () => {
    for (const query of [
      '"non governmental stations"',
      '“non-governmental stations”',
      '«Non Governmental Stations»',
    ]) {
      expect(plan(query).quoted).toEqual([
        {
          words: 'non governmental stations',
          terms: ['non governmental stations', 'non-governmental stations'],
        },
      ]);
      expect(plan(query).groups).toEqual([]);
    }
  });

  test('without quotation marks is looked for in the words of the texts', () => {
    expect(plan('labor inspection').inOrder?.terms).toEqual(['labour inspection']);
  });
});

test('the label of a topic or addressee leads to its page', () => {
  expect(paths('safety of crews')).toContain('/topics/safety/');
  expect(paths('Governments')).toContain('/addressees/governments/');
});

test.each([
  '',
  ' ',
  '"',
  '""',
  '((',
  '///',
  '¶',
  '-',
  '…',
  'constructor',
  '__proto__',
  '\u0000',
  '😀',
])('any input gives a plan: %j', (query) => {
  expect(() => plan(query)).not.toThrow();
});
