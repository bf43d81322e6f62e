import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseResolution } from '../../src/resolution/parse-resolution.ts';
import { layouts, toBlocks } from './layouts.ts';

const folder = join(import.meta.dirname, '../fixtures/texts');

/** What a text says, whatever its layout. */
function said(text: string) {
  const { resolution } = parseResolution({ text, file: 'layout' });
  return {
    paragraphs: resolution.paragraphs.map(({ id, text: words }) => `${id}: ${words}`),
    headings: resolution.headings.map(({ label, title }) => [label, title]),
    footnotes: resolution.footnotes.map(({ text: words }) => words),
  };
}

/** Where the layout itself is what tells, or its loss cannot be made good: looked at one by one. */
const layoutTells: readonly (readonly [text: string, layout: RegExp])[] = [
  // Words broken at line ends, and closing lines on the last line: the fixture is about its lines.
  ['hyphens', /./],
  ['assembly-from-pdf', /./],
  ['closing-on-the-last-line', /wrapped|every line|pages/],
  // The lead-in stands on a line of its own.
  ['declaration-with-lead-in', /no blank lines/],
  ['lead-in-without-comma', /no blank lines/],
  // Sentences without a verb of their own before the organ, or below a heading.
  ['sentences-before-the-organ', /no blank lines|every line/],
  ['resolved-by-the-assembly', /no blank lines/],
  // A title over two lines.
  ['adopted-text-without-blanks', /blank lines between|hanging|tabs/],
  // One-line paragraphs of equal indent, without numbers.
  ['unnumbered-acts', /indented/],
  // An organ over two lines is one only where no blank line parts them.
  ['organ-over-two-lines', /blank lines between|hanging|every line|tabs|pages/],
  // The call of a footnote is wrapped to a line of its own.
  ['notes-of-a-volume', /indented/],
  // A footnote's text over two lines, with a blank line inside.
  ['labels-alone', /every line/],
  ['title-with-participle-and-commas', /every line/],
];

const cases = readdirSync(folder).flatMap((name) => {
  const text = readFileSync(join(folder, name, 'official.en.txt'), 'utf8');
  const expected = said(text);
  const tried = Object.entries(layouts).filter(
    ([layout]) => !layoutTells.some(([one, which]) => one === name && which.test(layout)),
  );
  // A text that is refused has no paragraphs in any layout.
  return expected.paragraphs.length === 0 || tried.length === 0
    ? []
    : [{ name, blocks: toBlocks(text), expected, tried }];
});

describe.each(cases)('$name says the same', ({ blocks, expected, tried }) => {
  it.each(tried)('%s', (_, layout) => {
    expect(said(`${layout(blocks)}\n`)).toEqual(expected);
  });
});
