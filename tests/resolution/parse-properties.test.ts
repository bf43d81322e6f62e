import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseResolution, type ParseResult } from '../../src/resolution/parse-resolution.ts';
import { allWords } from './parse-json.ts';

const text = readFileSync(
  join(import.meta.dirname, '../../content/resolutions/chr-2004-45/official.en.txt'),
  'utf8',
);
const original = parseResolution({ text, file: 'official.en.txt' });
const essence = ({ resolution }: ParseResult) =>
  resolution.paragraphs.map(({ id, text: words, openingPhrase }) => ({ id, words, openingPhrase }));
const parse = (changed: string) => parseResolution({ text: changed, file: 'official.en.txt' });

/** The resolution as blocks, one paragraph each, for laying out anew. */
const blocks = [
  'Trafficking in women and girls',
  'Commission on Human Rights Resolution: 2004/45',
  'The Commission on Human Rights,',
  ...original.resolution.paragraphs.map(({ printedNumber, text: words }) =>
    printedNumber === null ? words : `${printedNumber}. ${words}`,
  ),
  ...original.resolution.closing.map(({ text: words }) => words),
];
const layOut = (width: number, between = '\n\n', indent = ''): string =>
  blocks.map((block) => indent + wrap(block, width)).join(between);

function wrap(block: string, width: number): string {
  const lines: string[] = [''];
  for (const word of block.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

describe('the layout of a text does not change what it says', () => {
  it('wrapped at any width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 36, max: 400 }), (width) => {
        expect(essence(parse(layOut(width)))).toEqual(essence(original));
      }),
      { numRuns: 60 },
    );
  });

  it('one paragraph a line, with blank lines or none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), (breaks) => {
        expect(essence(parse(layOut(100_000, '\n'.repeat(breaks))))).toEqual(essence(original));
      }),
      { numRuns: 4 },
    );
  });

  it('indented, with CRLF or CR, with a byte-order mark', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('\r\n', '\r', '\n'),
        fc.boolean(),
        fc.integer({ min: 0, max: 8 }),
        (end, mark, indent) => {
          const changed =
            (mark ? '\ufeff' : '') + layOut(80, '\n\n', ' '.repeat(indent)).replaceAll('\n', end);
          expect(essence(parse(changed))).toEqual(essence(original));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('with no-break spaces or tabs after the numbers', () => {
    fc.assert(
      fc.property(fc.constantFrom('\u00a0', '\t', '  ', '\u2003'), (space) => {
        const changed = text.replace(/^( ?\d{1,2}\.) +/gm, `$1${space}`);
        expect(essence(parse(changed))).toEqual(essence(original));
      }),
      { numRuns: 4 },
    );
  });

  it('with extra blank lines, or none, between numbered paragraphs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), (blanks) => {
        const changed = text.replace(/;\n\n(?= ?\d{1,2}\.)/g, `;\n${'\n'.repeat(blanks)}`);
        expect(essence(parse(changed))).toEqual(essence(original));
      }),
      { numRuns: 6 },
    );
  });

  it('with page markers put between any two lines', () => {
    const lines = text.split('\n');
    fc.assert(
      fc.property(
        fc.integer({ min: 9, max: 242 }),
        fc.constantFrom('page 7', '2/10', '- 5 -', '/...', '\fpage 9'),
        fc.integer({ min: 0, max: 3 }),
        (at, marker, blanks) => {
          const changed = [
            ...lines.slice(0, at),
            ...Array<string>(blanks).fill(''),
            marker,
            ...Array<string>(blanks).fill(''),
            ...lines.slice(at),
          ].join('\n');
          expect(essence(parse(changed))).toEqual(essence(original));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('no input, however broken, crashes or loses a word', () => {
  const words = (input: string): string[] => input.normalize().match(/\p{L}+/gu) ?? [];
  const counted = (list: readonly string[]) => Map.groupBy(list, (word) => word);
  function expectNothingLost(input: string): void {
    const result = parse(input);
    const lines = input.split(/\r\n|\r|\n/).length;
    expect(result.resolution.lines).toHaveLength(lines);
    const furniture = result.resolution.lines
      .filter(({ role }) => role === 'page-marker' || role === 'number')
      .map(({ number }) => input.split(/\r\n|\r|\n/)[number - 1] ?? '');
    // A word that a line end broke comes out whole or in two: letters are compared, not words.
    const out = counted([...allWords(result), ...furniture.flatMap(words)].join('').split(''));
    for (const [letter, times] of counted(
      words(input.replaceAll('\u00ad', '')).join('').split(''),
    )) {
      expect(out.get(letter)?.length ?? 0, `the letter ${letter}`).toBeGreaterThanOrEqual(
        times.length,
      );
    }
    const ids = result.resolution.paragraphs.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  const pieces = fc.constantFrom(
    'The General Assembly,',
    'Recalling its resolution 60/1,',
    'Recalling',
    '1. Decides to act;',
    '2. Requests',
    '3.',
    '(a) one;',
    '(b) two;',
    '(i) three',
    '– four;',
    'I',
    'II. Title',
    'A',
    'B',
    'Annex',
    'page 3',
    '',
    '',
    '\f',
    '12',
    'A/RES/60/1',
    '1 See there.',
    'word,1',
    'sub-',
    'mit',
    'Adopted without a vote.',
    '55th meeting',
    '19 April 2004',
    '[Adopted',
    'In favour:',
    '“Quoted',
    'end.”',
    'The States Parties,',
    'Article 1',
    '60/2. Another',
    'Whereas',
    'Now, therefore,',
    'Decides that:',
    'THE SECURITY COUNCIL,',
    '*',
    '_____',
    '\u00a0',
    'To this end,',
  );
  it('for 50,000 made-up texts', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            { weight: 9, arbitrary: pieces },
            { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
          ),
          { maxLength: 14 },
        ),
        (parts) => {
          expectNothingLost(parts.join('\n'));
        },
      ),
      { numRuns: 50_000 },
    );
  }, 300_000);

  it('for the first edition with any line taken out', () => {
    const lines = text.split('\n');
    for (let at = 0; at < lines.length; at += 1)
      expectNothingLost([...lines.slice(0, at), ...lines.slice(at + 1)].join('\n'));
  }, 120_000);
});
