import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseResolution } from '../../src/resolution/parse-resolution.ts';

const text = readFileSync(
  join(import.meta.dirname, '../../content/resolutions/chr-2004-45/official.en.txt'),
  'utf8',
);
const { resolution, problems } = parseResolution({ text, file: 'official.en.txt' });
const paragraph = (id: string) => resolution.paragraphs.find((one) => one.id === id);
const opening = (id: string): string | undefined => {
  const one = paragraph(id);
  return one?.openingPhrase === null
    ? undefined
    : one?.text.slice(one.openingPhrase.start, one.openingPhrase.end);
};
const role = (line: number) => resolution.lines[line - 1]?.role;

describe('Commission on Human Rights resolution 2004/45', () => {
  it('has 18 preambular and 25 operative paragraphs, numbered without gap, and no problems', () => {
    expect(resolution.paragraphs.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 18 }, (_, at) => `pp-${at + 1}`),
      ...Array.from({ length: 25 }, (_, at) => `op-${at + 1}`),
    ]);
    expect(resolution.paragraphs.slice(18).map(({ printedNumber }) => printedNumber)).toEqual(
      Array.from({ length: 25 }, (_, at) => String(at + 1)),
    );
    expect(problems).toEqual([]);
  });

  it('names itself', () => {
    expect(resolution).toMatchObject({
      title: 'Trafficking in women and girls',
      body: 'Commission on Human Rights',
      number: '2004/45',
      symbol: 'E/CN.4/RES/2004/45',
      date: '2004-04-19',
      meeting: '55th meeting',
    });
  });

  it.for([
    ['pp-1', 'Recalling'],
    ['pp-2', 'Recalling also'],
    ['pp-3', 'Welcoming'],
    ['pp-4', 'Reaffirming'],
    ['pp-5', 'Stressing once again'],
    ['pp-6', 'Recognizing'],
    ['pp-7', 'Noting with concern'],
    ['pp-8', 'Recognizing'],
    ['pp-9', 'Recognizing also'],
    ['pp-10', 'Stressing'],
    ['pp-11', 'Acknowledging'],
    ['pp-12', 'Recognizing'],
    ['pp-13', 'Seriously concerned'],
    ['pp-14', 'Gravely concerned'],
    ['pp-15', 'Convinced'],
    ['pp-16', 'Convinced'],
    ['pp-17', 'Deeply concerned'],
    ['pp-18', 'Acknowledging'],
    ['op-1', 'Takes note with appreciation'],
    ['op-2', 'Calls upon'],
    ['op-3', 'Encourages'],
    ['op-4', 'Invites'],
    ['op-5', 'Invites'],
    ['op-6', 'Invites'],
    ['op-7', 'Invites'],
    ['op-8', 'Urges'],
    ['op-9', 'Also urges'],
    ['op-10', 'Calls upon'],
    ['op-11', 'Encourages'],
    ['op-12', 'Calls upon'],
    ['op-13', 'Encourages'],
    ['op-14', 'Urges'],
    ['op-15', 'Also urges'],
    ['op-16', 'Invites'],
    ['op-17', 'Urges'],
    ['op-18', 'Encourages'],
    ['op-19', 'Encourages'],
    ['op-20', 'Calls upon'],
    ['op-21', 'Also calls upon'],
    ['op-22', 'Invites'],
    ['op-23', 'Urges'],
    ['op-24', 'Invites'],
    ['op-25', 'Decides'],
  ] as const)('%s opens with "%s"', ([id, phrase]) => {
    expect(opening(id)).toBe(phrase);
  });

  it('records the second verb of paragraphs 7, 8 and 13', () => {
    const further = (id: string) =>
      paragraph(id)?.furtherPhrases.map(({ start, end }) => paragraph(id)?.text.slice(start, end));
    expect(further('op-7')).toEqual(['encourages']);
    expect(further('pp-8')).toEqual(['taking note']);
    expect(further('pp-13')).toEqual(['concerned']);
    expect(further('op-19')).toEqual([]);
  });

  it('keeps the web letterhead, two lines, out of the resolution', () => {
    expect([role(1), role(2), role(4), role(5), role(7)]).toEqual([
      'letterhead',
      'letterhead',
      'title',
      'number',
      'enacting-formula',
    ]);
  });

  it('takes the page markers out of mid-sentence and between paragraphs, and says so', () => {
    expect([role(152), role(207)]).toEqual(['page-marker', 'page-marker']);
    expect(paragraph('op-11')?.text).toContain('by taking steps to ensure');
    expect(paragraph('op-11')?.anomalies.map(({ kind }) => kind)).toEqual(['page-break']);
    expect(paragraph('op-19')?.text).toMatch(/being victims of trafficking;$/);
  });

  it('tells a paragraph that begins without a blank line and after a space', () => {
    expect(paragraph('op-2')?.lines).toEqual({ first: 100, last: 102 });
    expect(paragraph('op-2')?.text).toMatch(/^Calls upon on all Governments /);
  });

  it('keeps the parenthesis of PP8 with its dates and stray space, and the full stop that ends it', () => {
    expect(paragraph('pp-8')?.text).toContain(
      'Eleventh Meeting of the Organization for Security and Cooperation in Europe Ministerial Council held at Maastricht, The Netherlands, on 1 and 2 December 2003).',
    );
    expect(paragraph('pp-8')?.anomalies.map(({ kind }) => kind)).toEqual(['ending']);
  });

  it('keeps suspended and true hyphens', () => {
    expect(paragraph('pp-18')?.text).toMatch(/child- and gender-sensitive,$/);
    expect(paragraph('op-23')?.text).toContain('child- and gender-sensitive issues');
  });

  it('keeps symbols, the number in a title, a semicolon inside a paragraph and the typographic apostrophe', () => {
    expect(paragraph('op-1')?.text).toContain('(E/CN.4/2004/76 and Add.1-4)');
    expect(paragraph('op-15')?.text).toContain(
      '1999 (No. 182) of the International Labour Organization;',
    );
    expect(paragraph('op-23')?.text).toContain('from traffickers; the training');
    expect(paragraph('op-24')?.text).toContain('Commissioner’s Trafficking Programme');
  });

  it('ends before the meeting, the date and the bracketed adoption line, long dash and all', () => {
    expect(resolution.closing.map(({ kind, text: words }) => [kind, words])).toEqual([
      ['meeting', '55th meeting'],
      ['date', '19 April 2004'],
      ['adoption', '[Adopted without a vote. See chap. XII.- E/2004/23 — E/CN.4/2004/127]'],
    ]);
    expect(role(248)).toBe('blank');
  });

  it('gives every line one role and every paragraph line its owner', () => {
    expect(resolution.lines).toHaveLength(text.split('\n').length);
    for (const { id, lines } of resolution.paragraphs) {
      const own = resolution.lines.filter(({ owner }) => owner === id);
      expect(own[0]?.number).toBe(lines.first);
      expect(own.at(-1)?.number).toBe(lines.last);
    }
  });
});
