import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  formatSelection,
  listParagraphs,
  parseSelection,
  unreadablePieces,
} from '../../src/resolution/selection.ts';

it.for([
  [
    '#chr-2004-45/op-8,op-14,pp-3',
    [{ resolution: 'chr-2004-45', paragraphs: ['op-8', 'op-14', 'pp-3'] }],
  ],
  [
    'chr-2004-45/op-8..op-10',
    [{ resolution: 'chr-2004-45', paragraphs: ['op-8', 'op-9', 'op-10'] }],
  ],
  ['chr-2004-45/OP-8%2Cop-8', [{ resolution: 'chr-2004-45', paragraphs: ['op-8'] }]],
  [
    'a/op-1;b/pp-2',
    [
      { resolution: 'a', paragraphs: ['op-1'] },
      { resolution: 'b', paragraphs: ['pp-2'] },
    ],
  ],
  ['', []],
  ['<script>/op-1', []],
  ['chr-2004-45/"><b>,op-1', [{ resolution: 'chr-2004-45', paragraphs: ['op-1'] }]],
  ['%E0%A4%A', []],
] as const)('%s is read', ([fragment, expected]) => {
  expect(parseSelection(fragment)).toEqual(expected);
});

it('what is written is read back', () => {
  const id = fc.constantFrom('op-1', 'op-12', 'pp-3', 'a-op-1');
  const selection = fc.record({
    resolution: fc.constantFrom('chr-2004-45', 'a-res-60-251'),
    paragraphs: fc.uniqueArray(id, { minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(selection, { minLength: 1, maxLength: 3 }), (selections) => {
      expect(parseSelection(`#${formatSelection(selections)}`)).toEqual(selections);
    }),
  );
});

it.for([
  [[8, 9, 10, 14], '8-10 and 14'],
  [[1, 2], '1 and 2'],
  [[3], '3'],
  [[5, 3, 4, 9, 11, 12, 13], '3-5, 9 and 11-13'],
] as const)('%j is listed as %s', ([numbers, words]) => {
  expect(listParagraphs(numbers)).toBe(words);
});

it.for([
  ['chr-2004-45/op-8..op-10,pp-3', []],
  ['chr-2004-45/op-8,op_9, ,op-3..op-1', ['op_9', 'op-3..op-1']],
  ['§/op-8;chr-2004-45/op-1/extra', ['§/op-8', 'extra']],
  ['', []],
] as const)('of %s, these pieces name nothing: %j', ([fragment, expected]) => {
  expect(unreadablePieces(`#${fragment}`)).toEqual(expected);
});
