import { expect, test } from 'vitest';
import { attributeOf, toPage } from '../../scripts/checks/page.ts';
import { readSite } from './site.ts';

/** The metadata of a page as the translator of Zotero reads it: names without case, contents in order. */
function metadata(path: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const element of toPage(path, readSite(path)).elements) {
    if (element.tagName !== 'meta') continue;
    const name = attributeOf(element, 'name') ?? attributeOf(element, 'property');
    if (name === null) continue;
    const list = found.get(name.toLowerCase()) ?? [];
    found.set(name.toLowerCase(), [...list, attributeOf(element, 'content') ?? '']);
  }
  return found;
}

// Measured with Zotero's translation server: each of these was a wrong item when it was otherwise.
test.each([
  'chr-2004-45/op-23/index.html',
  'chr-2004-45/pp-3/index.html',
  'chr-2004-45/index.html',
])('%s is a report of one corporate author to Zotero', (path) => {
  const meta = metadata(path);
  const one = (name: string): string => {
    const contents = meta.get(name) ?? [];
    expect(contents, name).toHaveLength(1);
    return contents[0] ?? '';
  };
  // Without the comma at its end an organ is cut into first name and surname.
  expect(one('citation_author')).toMatch(/^UN [^,]+,$/);
  // Institution and number make it a report; with title and date alone it is an article of a journal.
  expect(one('citation_technical_report_institution')).toBe('United Nations');
  expect(one('citation_technical_report_number')).toBe('E/CN.4/RES/2004/45');
  expect(one('citation_title')).toContain('2004/45');
  expect(one('citation_publication_date')).toBe('2004/04/19');
  // A statute is read only of an article; of a website it becomes a web page.
  expect(one('dc.type')).toBe('statute');
  expect(one('og:type')).toBe('article');
  // No journal, no book, no conference: any of them outweighs the report.
  for (const name of meta.keys())
    expect(name).not.toMatch(/^citation_(?:journal|conference|book|inbook|dissertation)/);
  expect(one('citation_public_url')).toMatch(/^https?:\/\/.+\/$/);
});
