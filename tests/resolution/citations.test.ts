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
];
const find = buildCitationFinder(instruments);

function cite(...operative: string[]): string[] {
  const text = `The Commission on Human Rights,\n\n${operative.map((words, at) => `${at + 1}. ${words}`).join('\n\n')}\n`;
  const { resolution } = parseResolution({ text, file: 'text' });
  const found = resolveCitations(
    resolution.paragraphs.map((paragraph) => ({ paragraph, mentions: find(paragraph.text) })),
    {
      own: { id: 'chr-2004-45', organ: 'Commission on Human Rights' },
      body: 'chr',
      bySymbol: new Map([['E/CN.4/2004/76', 'report']]),
      resolutions: new Map([['Commission on Human Rights|2005/44', 'chr-2005-44']]),
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

  it('shows inferences as ours: found by an editor, with a note or a name, never by rule', () => {
    const inferred = paragraphs.flatMap(({ citations }) =>
      citations.filter(({ role }) => role === 'implicit'),
    );
    expect(inferred.length).toBeGreaterThan(10);
    expect(inferred.every(({ foundBy }) => foundBy === 'annotation')).toBe(true);
  });
});
