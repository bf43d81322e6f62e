import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseResolution } from '../../src/resolution/parse-resolution.ts';
import { allWords, toReadable } from './parse-json.ts';

// Invented resolutions in the forms of organs and ages; each folder is a text and the parse a reviewer agreed to.
const folder = join(import.meta.dirname, '../fixtures/texts');
const update = process.env['UPDATE_FIXTURES'] === '1' && process.env['CI'] === undefined;

describe('a text in the form of a resolution is read as its fixture says', () => {
  it.for(readdirSync(folder))('%s', (name) => {
    const text = readFileSync(join(folder, name, 'official.en.txt'), 'utf8');
    const expectation = join(folder, name, 'expected.json');
    const parsed = toReadable(parseResolution({ text, file: 'official.en.txt' }));
    if (update) writeFileSync(expectation, `${JSON.stringify(parsed, null, 2)}\n`);
    expect(existsSync(expectation), `Write ${name}/expected.json and read it`).toBe(true);
    expect(parsed).toEqual(JSON.parse(readFileSync(expectation, 'utf8')));
  });

  it.for(readdirSync(folder))('no word of %s is lost or said twice', (name) => {
    const text = readFileSync(join(folder, name, 'official.en.txt'), 'utf8');
    const { resolution, problems } = parseResolution({ text, file: name });
    // Number, symbol and title are not words but what the front says: their lines are judged by the fixture.
    const parsed = {
      problems,
      resolution: { ...resolution, title: '', number: null, symbol: null },
    };
    const markers = new Set(
      resolution.lines
        .filter(({ role }) => ['page-marker', 'number', 'title'].includes(role))
        .map(({ number }) => number),
    );
    const written = text
      .split(/\r\n|\r|\n/)
      .filter((_, index) => !markers.has(index + 1))
      .join('\n')
      .replace(/[\u00ad\u200b\ufeff]/g, '');
    // A word broken at a line end is one word, or two joined by a hyphen: letters alone are compared.
    const letters = (words: string): string => [...words.replace(/[^\p{L}]/gu, '')].sort().join('');
    expect(letters(allWords(parsed).join(''))).toBe(letters(written));
  });

  it('there are at least fifteen of them', () => {
    expect(readdirSync(folder).length).toBeGreaterThanOrEqual(15);
  });
});
