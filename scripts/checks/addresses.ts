import { permalinksOf, readPermalinks } from '../../src/corpus/permalinks.ts';
import { destinationOf } from './destination.ts';
import { type Page, attributeOf } from './page.ts';
import type { SiteCheck } from './site-check.ts';

/** What is printed on paper still answers: every locked address exists with the words it was locked with. */
export const addresses: SiteCheck = {
  name: 'addresses',
  run(site, report) {
    const redirects = new Map<string, string>();
    const caseless = new Map<string, string>();
    return {
      page(page) {
        const same = caseless.get(page.file.toLowerCase());
        if (same === undefined) caseless.set(page.file.toLowerCase(), page.file);
        else report(page.file, `The address differs from that of ${same} in capitals only.`);
        if (/^(?:.*\/)?[^/]+\.html$/.test(page.file) && !/(^|\/)(index|404)\.html$/.test(page.file))
          report(
            page.file,
            'A page is expected as index.html in a folder: addresses end in a slash.',
          );
        if (page.isRedirect) redirects.set(page.file, redirectOf(page));
      },
      finish() {
        let locked = 0;
        for (const resolution of site.corpus.resolutions) {
          const { id } = resolution;
          const now = permalinksOf(resolution);
          for (const [paragraph, sha256] of Object.entries(readPermalinks(site.content, id))) {
            locked += 1;
            const file = `${id}/${paragraph}/index.html`;
            if (!site.files.has(file))
              report(file, 'This published address is gone: a page or a redirect is expected.');
            else if (!redirects.has(file) && now[paragraph] !== sha256)
              report(file, `The words changed: their hash is locked as ${sha256}.`);
          }
        }
        for (const [file, refresh] of redirects) {
          const [, delay, target = ''] =
            /^\s*(\d+)\s*;\s*url=["']?(.*?)["']?\s*$/i.exec(refresh) ?? [];
          if (delay !== '0') report(file, `The redirect "${refresh}" does not answer at once.`);
          const destination = destinationOf(site, file, target);
          if (destination.kind !== 'file')
            report(file, `The redirect leads to "${target}", no page of the site.`);
          else if (redirects.has(destination.file))
            report(file, `The redirect leads to ${target}, which redirects again.`);
        }
        return `${locked} locked addresses answer with their words; ${redirects.size} redirects of one step`;
      },
    };
  },
};

function redirectOf(page: Page): string {
  for (const element of page.elements)
    if (attributeOf(element, 'http-equiv')?.toLowerCase() === 'refresh')
      return attributeOf(element, 'content') ?? '';
  return '';
}
