import { expect, test } from 'vitest';
import { citeParagraphs } from '../../src/resolution/cite-paragraphs.ts';

type Named = Parameters<typeof citeParagraphs>[0][number];

const pp = (number: number): Named => ({
  kind: 'preambular',
  number,
  printedNumber: null,
  looseAfter: null,
  section: null,
});
const op = (number: number, section: string | null = null): Named => ({
  kind: 'operative',
  number,
  printedNumber: String(number),
  looseAfter: null,
  section,
});
const unnumbered = (number: number, looseAfter: number | null): Named => ({
  ...op(number),
  printedNumber: null,
  looseAfter,
});

test.each<[string, readonly Named[]]>([
  ['para. 8', [op(8)]],
  ['paras. 8 and 14', [op(14), op(8)]],
  ['paras. 8-10 and 14', [op(8), op(9), op(10), op(14)]],
  ['paras. 8, 9 and 14', [op(8), op(9), op(14)]],
  ['third preambular paragraph', [pp(3)]],
  ['third and fifth preambular paragraphs', [pp(3), pp(5)]],
  ['first to fourth and sixth preambular paragraphs', [pp(1), pp(2), pp(3), pp(4), pp(6)]],
  ['third preambular paragraph and paras. 8 and 14', [pp(3), op(8), op(14)]],
  [
    'section II, paras. 1 and 2, and section III, para. 1',
    [op(1, 'ii'), op(2, 'ii'), op(1, 'iii')],
  ],
  ['second operative paragraph', [unnumbered(2, null)]],
  ['para. 7 and second unnumbered paragraph after para. 7', [op(7), unnumbered(7, 2)]],
])('%s', (words, paragraphs) => {
  expect(citeParagraphs(paragraphs)).toBe(words);
});
