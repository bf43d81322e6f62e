import { describe, test } from 'vitest';
import { html } from '../../scripts/checks/html.ts';
import { expectFindings, siteWith, swap } from './small-site.ts';

describe('html', () => {
  test('finds invalid markup with its line', () => {
    expectFindings(
      html,
      siteWith('index.html', swap('<p>', '<p><p>one</p>')),
      "index.html:15 Stray end tag '</p>' (html-validate: close-order)",
    );
  });
});
