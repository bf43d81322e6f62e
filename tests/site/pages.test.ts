import { expect, test } from 'vitest';
import {
  attributeOf,
  type Element,
  hasClass,
  type Page,
  toPage,
  visibleText,
} from '../../scripts/checks/page.ts';
import { readSite, siteFiles } from './site.ts';

const resolution = 'chr-2004-45';
const order = [
  ...Array.from({ length: 18 }, (_, index) => `pp-${index + 1}`),
  ...Array.from({ length: 25 }, (_, index) => `op-${index + 1}`),
];

const open = (path: string): Page => toPage(path, readSite(`${path}index.html`));
const paragraphPage = (id: string): Page => open(`${resolution}/${id}/`);

function first(page: Page, isMeant: (element: Element) => boolean): Element {
  const element = page.elements.find(isMeant);
  if (element === undefined) throw new Error(`Expected such an element in ${page.file}.`);
  return element;
}

const textOf = (element: Element): string => visibleText(element).replaceAll(/\s+/g, ' ').trim();
const allText = (page: Page): string => textOf(first(page, ({ tagName }) => tagName === 'main'));
const relation = (page: Page, rel: string): string | null => {
  const link = page.elements.find(
    (element) => element.tagName === 'a' && attributeOf(element, 'rel') === rel,
  );
  return link === undefined ? null : attributeOf(link, 'href');
};

test('previous and next lead through all 43 paragraphs and end where the text ends', () => {
  for (const [index, id] of order.entries()) {
    const page = paragraphPage(id);
    const address = (other: string | undefined) =>
      other === undefined ? null : `/${resolution}/${other}/`;
    expect([id, relation(page, 'prev'), relation(page, 'next')]).toEqual([
      id,
      address(order[index - 1]),
      address(order[index + 1]),
    ]);
  }
});

test('previous and next tell the opening words of what they lead to', () => {
  const next = first(paragraphPage('op-22'), (element) => attributeOf(element, 'rel') === 'next');
  expect(textOf(next)).toMatch(/^OP 23 › Urges Governments to provide or strengthen training/);
});

test('titles are neutral: they say which paragraph, not what it is about', () => {
  for (const [id, title] of [
    ['op-23', 'Resolution 2004/45, para. 23 · Pilcrow'],
    ['pp-3', 'Resolution 2004/45, preambular para. 3 · Pilcrow'],
  ] as const) {
    expect(textOf(first(paragraphPage(id), ({ tagName }) => tagName === 'title'))).toBe(title);
  }
});

test('preambular paragraphs say that their number is ours, operative ones carry the printed one', () => {
  expect(allText(paragraphPage('pp-3'))).toContain('preambular paragraphs carry no printed number');
  expect(allText(paragraphPage('op-3'))).not.toContain('no printed number');
  expect(textOf(first(paragraphPage('op-3'), (element) => hasClass(element, 'number')))).toBe('3.');
});

test.each([
  ['op-2', 'Calls upon'],
  ['op-1', 'Takes note with appreciation'],
  ['op-21', 'Also calls upon'],
  ['pp-13', 'Seriously concerned'],
  ['pp-2', 'Recalling also'],
])('the opening phrase of %s, "%s", is in italics as a whole', (id, phrase) => {
  const words = first(paragraphPage(id), (element) => hasClass(element, 'opening'));
  expect([words.tagName, textOf(words)]).toEqual(['i', phrase]);
});

test('an official oddity stays in the words, and the page says beside them that it is official', () => {
  const page = paragraphPage('op-2');
  const words = textOf(first(page, (element) => hasClass(element, 'words')));
  expect(words).toContain('Calls upon on all Governments');
  expect(words).not.toMatch(/\bsic\b/);
  expect(allText(page)).toMatch(/\(sic\)/);
});

test('a page tells the lines of the official file and the digest of its words', () => {
  const text = allText(paragraphPage('op-23'));
  expect(text).toMatch(/Lines of the official file \d+ to \d+/);
  expect(text).toMatch(/[0-9a-f]{64}/);
});

test('the outline of the resolution leads to every paragraph in order', () => {
  const page = open(`${resolution}/`);
  const outline = first(page, (element) => hasClass(element, 'outline'));
  const addresses = page.elements
    .slice(page.elements.indexOf(outline))
    .filter((element) => element.tagName === 'a' && textOf(element).match(/^(PP|OP) \d+/) !== null)
    .map((element) => attributeOf(element, 'href'));
  expect(addresses.slice(0, order.length)).toEqual(order.map((id) => `/${resolution}/${id}/`));
});

test('every paragraph is there as JSON and as plain text too', () => {
  const files = new Set(siteFiles());
  for (const id of order) {
    expect(files).toContain(`${resolution}/${id}.json`);
    expect(files).toContain(`${resolution}/${id}.txt`);
  }
  expect(readSite(`${resolution}/op-23.txt`)).toContain(
    'Urges Governments to provide or strengthen training',
  );
});

test('the emblem of the United Nations is nowhere, and every page says that the copy is unofficial', () => {
  for (const file of siteFiles().filter(
    (name) => name.endsWith('.html') && !name.includes('/embed/'),
  )) {
    expect([file, readSite(file).includes('Unofficial')]).toEqual([file, true]);
  }
  expect(siteFiles().filter((file) => /emblem|un-logo|unlogo/i.test(file))).toEqual([]);
});
