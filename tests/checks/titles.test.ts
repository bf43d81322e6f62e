import { describe, test } from 'vitest';
import { titles } from '../../scripts/checks/titles.ts';
import { expectFindings, operativePage, siteWith, swap } from './small-site.ts';

describe('titles', () => {
  test.each([
    ['no title', swap('<title>Paragraph 1', '<title>'), 'The page has no title.'],
    [
      'no language',
      swap(' lang="en"', ''),
      'The page does not say its language: <html lang="…"> is expected.',
    ],
    [
      'no description',
      swap('name="description"', 'name="x"'),
      'The page has no <meta name="description">.',
    ],
    [
      'no canonical address',
      swap('rel="canonical"', 'rel="next"'),
      'The page names no canonical address.',
    ],
    [
      'a canonical address elsewhere',
      swap('keepers.example/k-1-1', 'other.example/k-1-1'),
      'The canonical address https://other.example/k-1-1/op-1/ is no page of this site (https://keepers.example/).',
    ],
    [
      'two main headings',
      swap('<main>', '<main><h1>Again</h1>'),
      'One <h1> is expected; 2 were found.',
    ],
  ])('finds a page with %s', (_what, change, message) => {
    expectFindings(titles, siteWith(operativePage, change), `${operativePage} ${message}`);
  });

  test('finds a page with the title of another', () => {
    expectFindings(
      titles,
      siteWith(operativePage, swap('<title>Paragraph 1', '<title>Preambular 1')),
      `k-1-1/pp-1/index.html The title "Preambular 1" is already that of ${operativePage}.`,
    );
  });
});
