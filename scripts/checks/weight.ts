import { gzipSync } from 'node:zlib';
import { destinationOf } from './destination.ts';
import { type Page, attributeOf } from './page.ts';
import type { BuiltSite, SiteCheck } from './site-check.ts';

/** What a server sends in its first round trip (ten packets): HTML and CSS of a paragraph fit into it. */
const LIMIT = 14 * 1024;

/** HTML and style sheets of each paragraph page weigh at most 14 KB as sent, gzipped. */
export const weight: SiteCheck = {
  name: 'weight',
  run(site, report) {
    const paragraphPages = new Set(
      site.corpus.resolutions.flatMap(({ id, paragraphs }) =>
        paragraphs.map((paragraph) => `${id}/${paragraph.id}/index.html`),
      ),
    );
    const styles = new Map<string, number>();
    const sizes: { readonly file: string; readonly bytes: number }[] = [];
    return {
      page(page) {
        if (!paragraphPages.has(page.file)) return;
        let css = 0;
        for (const file of styleSheetsOf(site, page)) {
          let size = styles.get(file);
          if (size === undefined) styles.set(file, (size = gzipSync(site.read(file)).length));
          css += size;
        }
        const html = gzipSync(page.html).length;
        sizes.push({ file: page.file, bytes: html + css });
        if (html + css > LIMIT)
          report(
            page.file,
            `HTML (${html} bytes) and CSS (${css}) come to ${html + css} bytes gzipped; ${LIMIT} is the limit.`,
          );
      },
      finish() {
        sizes.sort((a, b) => a.bytes - b.bytes);
        const median = sizes[Math.floor(sizes.length / 2)];
        const heaviest = sizes.at(-1);
        if (median === undefined || heaviest === undefined) return 'no paragraph page';
        return `${sizes.length} paragraph pages: median ${kilobytes(median.bytes)}, heaviest ${kilobytes(heaviest.bytes)} (${heaviest.file}); limit ${kilobytes(LIMIT)} gzipped`;
      },
    };
  },
};

function styleSheetsOf(site: BuiltSite, page: Page): Set<string> {
  const files = new Set<string>();
  for (const element of page.elements) {
    if (element.tagName !== 'link' || attributeOf(element, 'rel') !== 'stylesheet') continue;
    const target = destinationOf(site, page.file, attributeOf(element, 'href') ?? '');
    // A dead style sheet is for the check of links to report.
    if (target.kind === 'file') files.add(target.file);
  }
  return files;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
