import { buildElement } from './build-element.ts';
import { toExcerpt } from './excerpt.ts';
import type { LoadedHit } from './find-paragraphs.ts';
import { bareWord, toMarksHash } from './marked-words.ts';
import type { GoTo, Note } from './search-plan.ts';
import { describeNote, searchStrings } from './search-strings.ts';
import { addressOf } from './site-root.ts';

/** Words of a paragraph that a hit shows; most paragraphs are shorter than twice this. */
const EXCERPT_WORDS = 40;

/** What the search understood and what it could not. */
export function showNotes(notes: readonly Note[], messages: readonly string[]): HTMLElement[] {
  return [...notes.map(describeNote), ...messages].map((text) =>
    buildElement('p', { class: 'search-note' }, text),
  );
}

export function showGoTo(places: readonly GoTo[]): HTMLElement | null {
  if (places.length === 0) return null;
  return buildElement(
    'section',
    { class: 'go-to', 'aria-labelledby': 'go-to-heading' },
    buildElement('h2', { id: 'go-to-heading' }, searchStrings.goTo),
    buildElement(
      'ul',
      { class: 'plain-list' },
      ...places.map(({ kind, label, detail, path }) =>
        buildElement(
          'li',
          {},
          buildElement('a', { href: addressOf(path) }, label),
          ' ',
          buildElement(
            'span',
            { class: 'detail' },
            detail === '' || detail === label ? searchStrings.kinds[kind] : detail,
          ),
        ),
      ),
    ),
  );
}

/** A hit: the paragraph's name as link, and the stretch with most of the words, marked. */
export function showHit({ paragraph, words, marked }: LoadedHit): HTMLElement {
  const wordsToMark = [
    ...new Set([...marked].map((place) => bareWord(words[place] ?? '')).filter((word) => word)),
  ];
  const excerpt = toExcerpt(words, marked, EXCERPT_WORDS);
  return buildElement(
    'li',
    {},
    buildElement(
      'a',
      { href: addressOf(paragraph.url) + toMarksHash(wordsToMark) },
      paragraph.meta['label'] ?? paragraph.url,
    ),
    ' ',
    buildElement('span', { class: 'detail' }, paragraph.meta['title'] ?? ''),
    buildElement(
      'p',
      { class: 'excerpt' },
      excerpt.startsInside ? '… ' : null,
      ...excerpt.runs.map(({ text, isMarked }) =>
        isMarked ? buildElement('mark', {}, text) : text,
      ),
      excerpt.endsInside ? ' …' : null,
    ),
  );
}
