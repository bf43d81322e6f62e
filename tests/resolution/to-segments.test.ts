import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toSegments, type Mark, type Segment } from '../../src/resolution/to-segments.ts';

const words = (segments: readonly Segment<string>[]): string =>
  segments
    .map((segment) => (segment.kind === 'text' ? segment.text : words(segment.children)))
    .join('');

it('cuts a text at the borders of its marks, nested ones inside', () => {
  expect(
    toSegments('Recalls the Convention;', [
      { start: 8, end: 22, purpose: 'citation' },
      { start: 0, end: 7, purpose: 'opening' },
      { start: 12, end: 22, purpose: 'inner' },
      { start: 22, end: 22, purpose: 'call' },
    ]),
  ).toEqual([
    { kind: 'run', purpose: 'opening', children: [{ kind: 'text', text: 'Recalls' }] },
    { kind: 'text', text: ' ' },
    {
      kind: 'run',
      purpose: 'citation',
      children: [
        { kind: 'text', text: 'the ' },
        {
          kind: 'run',
          purpose: 'inner',
          children: [
            { kind: 'text', text: 'Convention' },
            { kind: 'run', purpose: 'call', children: [] },
          ],
        },
      ],
    },
    { kind: 'text', text: ';' },
  ]);
});

it('marks that cross are an error that names both', () => {
  expect(() =>
    toSegments('Recalls the Convention;', [
      { start: 0, end: 11, purpose: 'a' },
      { start: 8, end: 22, purpose: 'b' },
    ]),
  ).toThrow('8–22 ("the Convention") crosses 0–11 ("Recalls the")');
});

it('a mark outside the text is an error', () => {
  expect(() => toSegments('abc', [{ start: 5, end: 6, purpose: 'a' }])).toThrow('inside 0–3');
});

it('keeps every character once and in order, whatever nests', () => {
  const text = 'abcdefghijklmnopqrstuvwxyz';
  // Halving ranges never cross.
  const nested = fc.array(fc.tuple(fc.nat(3), fc.nat(7))).map((picks) =>
    picks.map(([level, place]): Mark<string> => {
      const size = 24 >> level;
      const start = (place % (1 << level)) * size;
      return { start, end: start + size, purpose: `${level}/${place}` };
    }),
  );
  fc.assert(
    fc.property(nested, (marks) => {
      expect(words(toSegments(text, marks))).toBe(text);
    }),
  );
});
