import { expect, test } from 'vitest';
import { inventResolution } from '../../scripts/bench/invented-resolution.ts';

test('the same seed invents the same resolution', () => {
  expect(inventResolution(7, 40, 1)).toEqual(inventResolution(7, 40, 1));
  expect(inventResolution(7, 40, 2).text).not.toBe(inventResolution(7, 40, 1).text);
});

test('invented resolutions have the length of real ones and their structures', () => {
  const texts = Array.from({ length: 50 }, (_, index) => inventResolution(index, 40, 1).text);
  const words = texts.map((text) => text.split(/\s+/).length);
  const mean = words.reduce((sum, count) => sum + count, 0) / words.length / 40;
  // The real one has 2,098 words in 43 paragraphs: 49 a paragraph.
  expect(mean).toBeGreaterThan(42);
  expect(mean).toBeLessThan(60);
  const all = texts.join('\n');
  for (const structure of [/^25\. [A-Z]/m, /^\(b\) [A-Z]/m, /^page 3$/m, /resolution \d+\/\d+/])
    expect(all).toMatch(structure);
});
