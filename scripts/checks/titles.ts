import { addressOf } from './destination.ts';
import { type Page, attributeOf, visibleText } from './page.ts';
import type { SiteCheck } from './site-check.ts';

/** Search engines and link previews cut what is longer. */
const LONGEST_DESCRIPTION = 320;

/** Every page says what it is, once: language, a title of its own, a description and its canonical address. */
export const titles: SiteCheck = {
  name: 'titles',
  run(site, report) {
    const firstWith = new Map<string, string>();
    const canonicals: { readonly file: string; readonly address: string }[] = [];
    let pages = 0;
    return {
      page(page) {
        if (page.isRedirect) return;
        pages += 1;
        const complain = (message: string): void => report(page.file, message);
        const html = page.elements.find(({ tagName }) => tagName === 'html');
        if (html === undefined || !/^[a-z]{2,3}(-|$)/.test(attributeOf(html, 'lang') ?? ''))
          complain('The page does not say its language: <html lang="…"> is expected.');

        const description = metaOf(page, 'description');
        if (description === null || description.trim() === '')
          complain('The page has no <meta name="description">.');
        else if (description.length > LONGEST_DESCRIPTION)
          complain(
            `The description has ${description.length} characters; ${LONGEST_DESCRIPTION} at most are expected.`,
          );

        const headings = page.elements.filter(({ tagName }) => tagName === 'h1');
        if (headings.length !== 1) complain(`One <h1> is expected; ${headings.length} were found.`);

        const title = titleOf(page);
        if (title === '') complain('The page has no title.');
        const canonical = canonicalOf(page);
        const own = `${site.origin}${addressOf(site, page.file)}`;
        if (page.file === '404.html') return;
        if (canonical === null) complain('The page names no canonical address.');
        else canonicals.push({ file: page.file, address: canonical });
        // A card or print form may share the title of the page that it points to.
        if (title === '' || canonical !== own) return;
        const other = firstWith.get(title);
        if (other === undefined) firstWith.set(title, page.file);
        else complain(`The title "${title}" is already that of ${other}.`);
      },
      finish() {
        for (const { file, address } of canonicals) {
          const path = address.slice(site.origin.length + site.base.length);
          const isHere = address.startsWith(site.origin + site.base);
          if (!isHere || !site.files.has(`${decodeURI(path)}index.html`))
            report(
              file,
              `The canonical address ${address} is no page of this site (${site.origin}${site.base}).`,
            );
        }
        return `${pages} pages, ${firstWith.size} titles, each its own`;
      },
    };
  },
};

function titleOf(page: Page): string {
  const title = page.elements.find(
    ({ tagName, parentNode }) => tagName === 'title' && parentNode?.nodeName === 'head',
  );
  return title === undefined ? '' : visibleText(title).trim();
}

function metaOf(page: Page, name: string): string | null {
  for (const element of page.elements)
    if (element.tagName === 'meta' && attributeOf(element, 'name') === name)
      return attributeOf(element, 'content');
  return null;
}

function canonicalOf(page: Page): string | null {
  for (const element of page.elements)
    if (element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical')
      return attributeOf(element, 'href');
  return null;
}
