import type { Corpus, PublishedParagraph, PublishedResolution } from '../corpus/corpus.ts';
import { actionOf } from '../resolution/action.ts';
import { nameParagraph } from '../resolution/paragraph-name.ts';
import { escapeHtml } from './escape-html.ts';

interface Entry {
  readonly label: string;
  readonly definition: string | null;
  readonly paragraphs: readonly PublishedParagraph[];
}

/** Names of paragraphs as links into the book's text. */
export function linksToText(
  paragraphs: readonly PublishedParagraph[],
  { about }: PublishedResolution,
): string {
  return paragraphs
    .map(
      (paragraph) =>
        `<a href="text.xhtml#${escapeHtml(paragraph.id)}">${escapeHtml(nameParagraph(about.number, paragraph).short)}</a>`,
    )
    .join(', ');
}

/** Topics, addressees and opening words of a resolution, each with its paragraphs: the registers of the site, as XHTML. */
export function writeRegisters(
  resolution: PublishedResolution,
  { topics, addressees }: Corpus,
): string {
  const { paragraphs } = resolution;
  const having = (is: (paragraph: PublishedParagraph) => boolean): readonly PublishedParagraph[] =>
    paragraphs.filter(is);
  const actions = Map.groupBy(
    paragraphs.filter(({ openingPhrase }) => openingPhrase !== null),
    ({ text, openingPhrase }) =>
      actionOf(text.slice(openingPhrase?.start, openingPhrase?.end)).label,
  );
  const registers: readonly (readonly [heading: string, entries: readonly Entry[]])[] = [
    [
      'Topics',
      topics.map(({ id, label, definition }) => ({
        label,
        definition,
        paragraphs: having((one) => one.topics.some(({ topic }) => topic === id)),
      })),
    ],
    [
      'Addressees',
      addressees.map(({ id, label, definition }) => ({
        label,
        definition,
        paragraphs: having((one) => one.addressees.some(({ addressee }) => addressee === id)),
      })),
    ],
    [
      'Opening words',
      [...actions]
        .map(([label, own]) => ({ label, definition: null, paragraphs: own }))
        .sort((a, b) => (a.label < b.label ? -1 : 1)),
    ],
  ];
  return registers
    .map(
      ([heading, entries]) =>
        [heading, entries.filter((one) => one.paragraphs.length > 0)] as const,
    )
    .filter(([, entries]) => entries.length > 0)
    .map(
      ([heading, entries]) =>
        `<section><h2>${heading}</h2>\n<dl>${entries
          .map(
            ({ label, definition, paragraphs: own }) =>
              `<dt>${escapeHtml(label)}</dt><dd>${definition === null ? '' : `${escapeHtml(definition)} `}${linksToText(own, resolution)}</dd>`,
          )
          .join('\n')}</dl></section>`,
    )
    .join('\n');
}
