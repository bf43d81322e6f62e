import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import { buildCitationFinder, type Nameable } from '../../src/resolution/find-citations.ts';
import { markCitations, nameTarget } from '../../src/resolution/mark-citations.ts';
import { parseResolution } from '../../src/resolution/parse-resolution.ts';
import { resolveCitations } from '../../src/resolution/resolve-citations.ts';

const instruments: readonly Nameable[] = [
  {
    id: 'crc',
    kind: 'document',
    names: ['Convention on the Rights of the Child'],
    shortForms: ['the Convention'],
  },
  {
    id: 'opsc',
    kind: 'document',
    names: [
      'Optional Protocol to the Convention on the Rights of the Child on the sale of children',
    ],
    shortForms: ['the Optional Protocol'],
  },
  {
    id: 'rome',
    kind: 'document',
    names: ['Rome Statute of the International Criminal Court', 'Rome Statute'],
    shortForms: ['the Statute'],
  },
  {
    id: 'cat',
    kind: 'document',
    names: ['Convention against Torture'],
    shortForms: ['the Convention'],
  },
  {
    id: 'chr',
    kind: 'actor',
    names: ['Commission on Human Rights'],
    shortForms: ['the Commission'],
  },
  { id: 'report', kind: 'document', names: [], shortForms: [] },
  {
    id: 'session',
    kind: 'document',
    names: ['sixty-second session of the Commission'],
    shortForms: ['its sixty-second session'],
  },
];
const find = buildCitationFinder(instruments);

const cite = (...operative: string[]): string[] => citeAs('Commission on Human Rights', operative);

function citeAs(organ: string, operative: readonly string[]): string[] {
  const text = `The ${organ},\n\n${operative.map((words, at) => `${at + 1}. ${words}`).join('\n\n')}\n`;
  const { resolution } = parseResolution({ text, file: 'text' });
  const found = resolveCitations(
    resolution.paragraphs.map((paragraph) => ({ paragraph, mentions: find(paragraph.text) })),
    {
      own: { id: 'chr-2004-45', organ },
      body: organ === 'Commission on Human Rights' ? 'chr' : null,
      bySymbol: new Map([
        ['E/CN.4/2004/76', 'report'],
        ['A/RES/54/263|annex II', 'opsc'],
      ]),
      resolutions: new Map([
        ['Commission on Human Rights|2005/44', 'chr-2005-44'],
        ['E/CN.4/RES/2005/44', 'chr-2005-44'],
      ]),
      sessionOf: new Map([['session', 'chr']]),
    },
  );
  return resolution.paragraphs.map((paragraph, at) =>
    markCitations(paragraph.text, found[at] ?? []),
  );
}

describe('citations are found by rule in any text', () => {
  it.for([
    [
      'the longest title wins',
      'Recalls the Optional Protocol to the Convention on the Rights of the Child on the sale of children.',
      'Recalls the [opsc|Optional Protocol to the Convention on the Rights of the Child on the sale of children].',
    ],
    [
      'words end where names end',
      'Thanks the Commissioner and the Commission.',
      'Thanks the Commissioner and [chr|the Commission].',
    ],
    [
      'a list of addenda is as many documents',
      'Notes E/CN.4/2004/76 and Add.1-4.',
      'Notes [report|E/CN.4/2004/76] and [E/CN.4/2004/76/Add.1+E/CN.4/2004/76/Add.2+E/CN.4/2004/76/Add.3+E/CN.4/2004/76/Add.4|Add.1-4].',
    ],
    [
      'HIV/AIDS and and/or are no symbols',
      'Notes HIV/AIDS and/or malaria.',
      'Notes HIV/AIDS and/or malaria.',
    ],
    [
      'its own resolutions',
      'Recalls its resolution 2005/44 of 19 April 2005.',
      'Recalls its [chr-2005-44|resolution 2005/44] of 19 April 2005.',
    ],
    [
      'a resolution that has no page here',
      'Recalls General Assembly resolution 60/251 of 15 March 2006.',
      'Recalls General Assembly [A/RES/60/251|resolution 60/251] of 15 March 2006.',
    ],
    [
      'organ and noun said once',
      'Recalls Security Council resolutions 660 (1990), 661 (1990) and 662 (1990).',
      'Recalls Security Council [S/RES/660(1990)|resolutions 660 (1990)], [S/RES/661(1990)|661 (1990)] and [S/RES/662(1990)|662 (1990)].',
    ],
    [
      'numbers of the commission in a list',
      'Recalls resolutions 2004/45 and 2005/44.',
      'Recalls [E/CN.4/RES/2004/45|resolutions 2004/45] and [chr-2005-44|2005/44].',
    ],
    [
      'a roman session betrays the Assembly',
      'Recalls resolution 217 A (III).',
      'Recalls [A/RES/217(III)[A]|resolution 217 A (III)].',
    ],
    [
      'an article of a named treaty',
      'Recalls article 12, paragraph 3, of the Rome Statute.',
      'Recalls article 12, paragraph 3, of the [rome, article 12, paragraph 3|Rome Statute].',
    ],
    [
      'a paragraph of another document is never ours',
      'Recalls paragraph 2 of resolution 660 (1990).',
      'Recalls paragraph 2 of [S/RES/660(1990), paragraph 2|resolution 660 (1990)].',
    ],
    [
      'the annex to the present resolution',
      'Adopts the annex to the present resolution.',
      'Adopts the [chr-2004-45|annex to the present resolution].',
    ],
    [
      'a short form without anything named before',
      'Recalls the Statute.',
      'Recalls [?no-antecedent|the Statute].',
    ],
    [
      'a treaty that is not known is no short form of one that is',
      'Recalls the Convention on Biological Diversity.',
      'Recalls the Convention on Biological Diversity.',
    ],
    [
      'both kinds of apostrophe, a capital at the start',
      'Convention on the Rights of the Child: notes it.',
      '[crc|Convention on the Rights of the Child]: notes it.',
    ],
    [
      'a part of a resolution, with the letter in brackets',
      'Recalls General Assembly resolutions 48/75 A and B and 2625 (XXV), annex.',
      'Recalls General Assembly [A/RES/48/75[A]+A/RES/48/75[B]|resolutions 48/75 A and B] and [A/RES/2625(XXV), annex|2625 (XXV)], annex.',
    ],
    [
      "a resolution that says its noun again is not the organ's before it",
      'Recalls Security Council resolution 1325 (2000) and resolution 60/1.',
      'Recalls Security Council [S/RES/1325(2000)|resolution 1325 (2000)] and [A/RES/60/1|resolution 60/1].',
    ],
    [
      'the organ said after the number',
      'Recalls resolution 5/1 of 18 June 2007 of the Human Rights Council.',
      'Recalls [A/HRC/RES/5/1|resolution 5/1] of 18 June 2007 of the Human Rights Council.',
    ],
    [
      'an organ that is not known here keeps its resolutions',
      'Recalls Sub-Commission resolution 2001/14, World Health Assembly resolution 60/1 and resolution 48/4 of the Commission on the Status of Women.',
      'Recalls Sub-Commission [?unknown-instrument|resolution 2001/14], World Health Assembly [?unknown-instrument|resolution 60/1] and [?unknown-instrument|resolution 48/4] of the Commission on the Status of Women.',
    ],
    [
      'its resolutions are those of the organ that has just acted',
      'Recalls that the General Assembly, in its resolution 60/251, created the Council.',
      'Recalls that the General Assembly, in its [A/RES/60/251|resolution 60/251], created the Council.',
    ],
    [
      'who recalls is the organ that speaks',
      'Thanks the General Assembly, and recalls its resolution 2005/44.',
      'Thanks the General Assembly, and recalls its [chr-2005-44|resolution 2005/44].',
    ],
    [
      'a number in a form that the organ never had is not its own',
      'Recalls its resolution 60/251.',
      'Recalls its [?several-antecedents|resolution 60/251].',
    ],
    [
      "a roman session after the thirty-first is not the Assembly's",
      'Recalls resolution 1503 (XLVIII) and Economic and Social Council resolution 1503 (XLVIII).',
      'Recalls [?several-antecedents|resolution 1503 (XLVIII)] and Economic and Social Council [E/RES/1503(XLVIII)|resolution 1503 (XLVIII)].',
    ],
    [
      'a decision has no symbol of its own',
      'Recalls its decision 2004/110.',
      'Recalls its [?unknown-instrument|decision 2004/110].',
    ],
    [
      'subjects between the numbers of a list',
      'Recalls Human Rights Council resolutions 5/1, on institution-building, and 5/2, on the code of conduct.',
      'Recalls Human Rights Council [A/HRC/RES/5/1|resolutions 5/1], on institution-building, and [A/HRC/RES/5/2|5/2], on the code of conduct.',
    ],
    [
      'an annex that is an instrument',
      'Recalls General Assembly resolution 54/263, annex II.',
      'Recalls General Assembly [opsc, annex II|resolution 54/263], annex II.',
    ],
    [
      'the symbol of a resolution of this edition, and its trap',
      'Recalls E/CN.4/RES/2005/44 and E/CN.4/2005/44.',
      'Recalls [chr-2005-44|E/CN.4/RES/2005/44] and [E/CN.4/2005/44|E/CN.4/2005/44].',
    ],
    [
      'symbols of old resolutions',
      'Recalls S/RES/1325 (2000) and A/RES/217 A (III).',
      'Recalls [S/RES/1325(2000)|S/RES/1325 (2000)] and [A/RES/217(III)[A]|A/RES/217 A (III)].',
    ],
    [
      'two symbols of one document',
      'Notes A/60/2-E/2005/3.',
      'Notes [A/60/2+E/2005/3|A/60/2-E/2005/3].',
    ],
    [
      'lists and ranges of addenda',
      'Notes A/60/1/Add.1 and 2, A/60/5/Add.1-3, A/60/7 and Corr.1 and Add.1/Rev.1.',
      'Notes [A/60/1/Add.1+A/60/1/Add.2|A/60/1/Add.1 and 2], [A/60/5/Add.1+A/60/5/Add.2+A/60/5/Add.3|A/60/5/Add.1-3], [A/60/7|A/60/7] and [A/60/7/Corr.1|Corr.1] and [A/60/7/Add.1/Rev.1|Add.1/Rev.1].',
    ],
    [
      'figures after an addendum that count something else',
      'Notes A/60/1/Add.1 and 2 reports.',
      'Notes [A/60/1/Add.1|A/60/1/Add.1] and 2 reports.',
    ],
    [
      'articles of the thing just named',
      'Recalls the Rome Statute, in particular articles 6 and 7 thereof, and A/CONF.157/24 (Part I), chap. III.',
      'Recalls the [rome, articles 6 and 7|Rome Statute], in particular articles 6 and 7 thereof, and [A/CONF.157/24, Part I, chap. III|A/CONF.157/24] (Part I), chap. III.',
    ],
    [
      'a place that belongs to what follows',
      'Recalls the Convention against Torture and article 8, paragraph 1, of the Rome Statute.',
      'Recalls the [cat|Convention against Torture] and article 8, paragraph 1, of the [rome, article 8, paragraph 1|Rome Statute].',
    ],
    [
      'a place in a place',
      'Recalls paragraph 2 of the annex to General Assembly resolution 46/182 and section VI.B of General Assembly resolution 61/244.',
      'Recalls paragraph 2 of the annex to General Assembly [A/RES/46/182, paragraph 2 of the annex|resolution 46/182] and section VI.B of General Assembly [A/RES/61/244, section VI.B|resolution 61/244].',
    ],
    [
      "a paragraph of that resolution is that resolution's",
      'Recalls Security Council resolution 1267 (1999) and paragraph 4 of that resolution.',
      'Recalls Security Council [S/RES/1267(1999)|resolution 1267 (1999)] and [S/RES/1267(1999), paragraph 4|paragraph 4 of that resolution].',
    ],
    [
      "a paragraph of that resolution after two is nobody's",
      'Recalls Security Council resolutions 1267 (1999) and 1333 (2000) and paragraph 4 of that resolution.',
      'Recalls Security Council [S/RES/1267(1999)|resolutions 1267 (1999)] and [S/RES/1333(2000)|1333 (2000)] and [?paragraph-of-another-document, paragraph 4|paragraph 4 of that resolution].',
    ],
    [
      'after a title that nothing here has, the Convention may be that one',
      'Recalls the Convention on Biological Diversity and the Convention on the Rights of the Child, and urges all to ratify the Convention.',
      'Recalls the Convention on Biological Diversity and the [crc|Convention on the Rights of the Child], and urges all to ratify [?several-antecedents|the Convention].',
    ],
    [
      'after another commission, the Commission may be that one',
      'Thanks the Commission on the Status of Women, and asks the Commission to report at its sixty-second session.',
      'Thanks the Commission on the Status of Women, and asks [?several-antecedents|the Commission] to report at [?several-antecedents|its sixty-second session].',
    ],
    [
      'its session is that of the organ that speaks',
      'Requests a report to the Commission at its sixty-second session.',
      'Requests a report to [chr|the Commission] at [session|its sixty-second session].',
    ],
    [
      'the Sub-Commission is not the Commission',
      'Thanks the Sub-Commission on Human Rights of the Commission.',
      'Thanks the Sub-Commission on Human Rights of [chr|the Commission].',
    ],
  ] as const)('%s', ([, text, marked]) => {
    expect(cite(text)).toEqual([marked]);
  });

  it('paragraphs above and below are ours, when they exist', () => {
    expect(
      cite(
        'Requests a report under paragraphs 2 and 3 below;',
        'Recalls paragraph 1 above;',
        'Notes paragraphs 1 to 3 of the present resolution, and paragraph 9 above.',
      ),
    ).toEqual([
      'Requests a report under [chr-2004-45 op-2 op-3|paragraphs 2 and 3 below];',
      'Recalls [chr-2004-45 op-1|paragraph 1 above];',
      'Notes [chr-2004-45 op-1 op-2 op-3|paragraphs 1 to 3 of the present resolution], and [?no-such-paragraph|paragraph 9 above].',
    ]);
  });

  it('names with the paragraph what acts: in a section its own numbers, elsewhere with the section', () => {
    const text = `The General Assembly,

I
Reports

1. Requests a report;

2. Recalls paragraph 1 above and section II, paragraph 1, below;

II
Funds

1. Notes paragraph 2 of section I above, and paragraph 2 above.
`;
    const { resolution } = parseResolution({ text, file: 'text' });
    const marked = resolveCitations(
      resolution.paragraphs.map((paragraph) => ({ paragraph, mentions: find(paragraph.text) })),
      {
        own: { id: 'own', organ: 'General Assembly' },
        body: null,
        bySymbol: new Map(),
        resolutions: new Map(),
        sessionOf: new Map(),
      },
    ).map((found, at) => markCitations(resolution.paragraphs[at]?.text ?? '', found));
    expect(marked).toEqual([
      'Requests a report;',
      'Recalls [own i-op-1|paragraph 1 above] and [own ii-op-1|section II, paragraph 1, below];',
      'Notes [own i-op-2|paragraph 2 of section I above], and [?no-such-paragraph|paragraph 2 above].',
    ]);
  });

  it.for([
    [
      'in the Human Rights Council a bare session number could be the Assembly’s as well',
      'Recalls resolution 5/1, its resolution 9/4 and Commission resolution 2005/69.',
      'Recalls [?several-antecedents|resolution 5/1], its [A/HRC/RES/9/4|resolution 9/4] and Commission [E/CN.4/RES/2005/69|resolution 2005/69].',
    ],
    [
      'the Assembly acted, the Council recalls',
      'Notes that the General Assembly, in its resolution 60/251, asked for it, and recalls its resolution 5/1.',
      'Notes that the General Assembly, in its [A/RES/60/251|resolution 60/251], asked for it, and recalls its [A/HRC/RES/5/1|resolution 5/1].',
    ],
    [
      'with another organ in the sentence, its resolution may be either’s',
      'Notes the role of the General Assembly in this field, set out in its resolution 60/251.',
      'Notes the role of the General Assembly in this field, set out in its [?several-antecedents|resolution 60/251].',
    ],
  ] as const)('%s', ([, text, marked]) => {
    expect(citeAs('Human Rights Council', [text])).toEqual([marked]);
  });

  it('a short form stands for the one thing named before, in its paragraph or above', () => {
    expect(
      cite(
        'Recalls the Convention against Torture and asks States to ratify the Convention;',
        'Urges States to keep the Convention.',
      ),
    ).toEqual([
      'Recalls the [cat|Convention against Torture] and asks States to ratify [cat|the Convention];',
      'Urges States to keep [cat|the Convention].',
    ]);
  });

  it('with two candidates it stays unresolved and says so', () => {
    expect(
      cite(
        'Recalls the Convention against Torture and the Convention on the Rights of the Child;',
        'Urges States to keep the Convention.',
      )[1],
    ).toBe('Urges States to keep [?several-antecedents|the Convention].');
  });
});

it('reads a large edition in time that grows with its words, whatever the number of names', () => {
  const many = Array.from({ length: 500 }, (_, at): Nameable => ({
    id: `i${at}`,
    kind: 'document',
    names: [`Convention on the Matter of Number ${at} of the List`],
    shortForms: ['the Convention', `the Matter of ${at}`],
  }));
  const findMany = buildCitationFinder(many);
  const words =
    'Recalling the Convention on the Matter of Number 7 of the List, the Convention and its resolution 60/251 of 15 March 2006, paragraph 4 above and A/60/1 and Add.1-4, '.repeat(
      4,
    );
  const begun = performance.now();
  for (let paragraph = 0; paragraph < 2_000; paragraph += 1) findMany(words);
  // A machine under load needs a second for what a search name by name needs minutes for.
  expect(performance.now() - begun).toBeLessThan(10_000);
}, 60_000);

it('taking the marks away gives back the text', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 4 }), (pairs) => {
      const text = 'Recalls the Convention and the Commission.';
      const citations = pairs.map(([a, b]) => ({
        span: { start: Math.min(a, b), end: Math.max(a, b) + 1 },
        target: { kind: 'unresolved', reason: 'open-list' } as const,
        locator: null,
      }));
      expect(markCitations(text, citations).replace(/\[\?open-list\||\]/g, '')).toBe(text);
    }),
  );
});

describe('the first edition', () => {
  const content = join(import.meta.dirname, '../../content');
  const [resolution] = readCorpus(content).resolutions;
  const paragraphs = resolution?.paragraphs ?? [];
  const shown = paragraphs
    .map(
      ({ id, text, citations }) =>
        `chr-2004-45/${id}: ${markCitations(
          text,
          citations.filter(({ role }) => role !== 'implicit'),
        )}`,
    )
    .join('\n');

  it('has its citations as the reviewed list says', () => {
    expect(`${shown}\n`).toBe(
      readFileSync(join(import.meta.dirname, '../fixtures/citations-chr-2004-45.txt'), 'utf8'),
    );
  });

  it('links every explicit citation, and gives a reason for all that has no link', () => {
    const explicit = paragraphs.flatMap(({ citations }) =>
      citations.filter(({ role }) => role === 'explicit'),
    );
    // The key lists 37: 31 in the paragraphs, the others in the letterhead, the number and the closing lines.
    expect(explicit.length).toBe(31);
    expect(explicit.filter(({ target }) => target.kind === 'unresolved')).toEqual([]);
    const unresolved = paragraphs.flatMap(({ citations }) =>
      citations.filter(({ target }) => target.kind === 'unresolved'),
    );
    expect(unresolved.map(({ words, target }) => [words, nameTarget(target)])).toEqual([
      ['relevant human rights instruments and declarations', '?open-list'],
      [
        'the various funds established at the international and regional levels to counter trafficking in persons, especially women and girls',
        '?open-list',
      ],
    ]);
  });

  it('says how a thing is cited: the verb that governs it, and the act', () => {
    const ways = new Map(
      paragraphs.flatMap(({ id, citations }) =>
        citations.map(({ words, how }) => [`${id} ${words.slice(0, 30)}`, how] as const),
      ),
    );
    expect(ways.get('pp-3 United Nations Convention agai')).toBe('Welcoming the entry into force');
    expect(ways.get('pp-8 second Regional Ministerial Co')).toBe('taking note');
    expect(ways.get('op-7 their periodic reports to the ')).toBe('encourages');
    expect(ways.get('op-14 United Nations Convention agai')).toBe('Urges … signing and ratifying');
    expect(ways.get('op-25 its sixty-second session')).toBe('Decides');
  });

  it('shows inferences as ours: found by an editor, with a note or a name, never by rule', () => {
    const inferred = paragraphs.flatMap(({ citations }) =>
      citations.filter(({ role }) => role === 'implicit'),
    );
    expect(inferred.length).toBeGreaterThan(10);
    expect(inferred.every(({ foundBy }) => foundBy === 'annotation')).toBe(true);
  });
});
