import { describe, expect, test } from 'vitest';
import { weight } from '../../scripts/checks/weight.ts';
import { operativePage, siteWith, tryCheck } from './small-site.ts';

describe('weight', () => {
  test('finds a page that is too heavy, and prints the figures', () => {
    const noise = Array.from({ length: 9000 }, (_, i) =>
      ((i * 2_654_435_761) >>> 7).toString(36),
    ).join(' ');
    const { found, figures } = tryCheck(
      weight,
      siteWith(operativePage, (text) => text + noise),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /HTML \(\d{5} bytes\) and CSS \(\d+\) come to \d{5} bytes gzipped; 14336 is the limit\.$/,
    );
    expect(figures).toContain('2 paragraph pages: median');
  });
});
