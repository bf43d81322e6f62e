import type { Run } from './citation-styles.ts';
import { escapeHtml } from './escape-html.ts';

/** A citation as HTML: italics and link survive in word processors. */
export function runsToHtml(runs: readonly Run[]): string {
  return runs
    .map(({ text, italic, href }) => {
      const words = escapeHtml(text);
      const styled = italic === true ? `<i>${words}</i>` : words;
      return href === undefined ? styled : `<a href="${escapeHtml(href)}">${styled}</a>`;
    })
    .join('');
}
