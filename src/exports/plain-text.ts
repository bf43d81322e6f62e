import type { PublishedParagraph } from '../corpus/corpus.ts';
import { absolute, paragraphPath, resolutionPath } from '../resolution/address.ts';
import type { Paragraph } from '../resolution/model.ts';
import { inReadingOrder, labelled, type TextBlock } from '../resolution/reading-order.ts';
import { citationStyles, citationText, type Cited } from './citation-styles.ts';
import type {
  Host,
  ParagraphExport,
  QuotedParagraph,
  QuotedResolution,
  ResolutionExport,
} from './export.ts';

/** The words as printed: an operative paragraph with its number, sub-paragraphs on lines of their own. */
export function wordsAsText({
  printedNumber,
  text,
  items,
}: Pick<Paragraph, 'printedNumber' | 'text' | 'items'>): string {
  const breaks = items.flatMap(function starts(item): number[] {
    return [item.span.start, ...item.items.flatMap(starts)];
  });
  const after = items.at(-1)?.span.end;
  const cuts = [
    0,
    ...breaks.filter((at) => at > 0),
    ...(after === undefined || after >= text.length ? [] : [after]),
  ];
  const lines = cuts.map((at, index) => text.slice(at, cuts[index + 1]).trim());
  return `${printedNumber === null ? '' : `${printedNumber}. `}${lines.filter((line) => line !== '').join('\n')}`;
}

/** What a citation needs to know of a resolution. */
export type Citable = Pick<QuotedResolution, 'id' | 'about'>;

/** What is cited, for the citation styles. */
export function citedParagraph(
  paragraph: QuotedParagraph,
  { id, about }: Citable,
  { site, base }: Host,
): Cited {
  return { about, paragraph, address: absolute(site, base, paragraphPath(id, paragraph.id)) };
}

export function citedResolution({ id, about }: Citable, { site, base }: Host): Cited {
  return { about, paragraph: null, address: absolute(site, base, resolutionPath(id)) };
}

/** The style that every export uses where it has room for one citation: the UN's own. */
export function unCitation(cited: Cited): string {
  const [first] = citationStyles;
  if (first === undefined) throw new Error('Expected at least one citation style.');
  return citationText(first.write(cited));
}

function blockAsText(block: TextBlock<PublishedParagraph>): string {
  switch (block.kind) {
    case 'heading':
      return labelled(block.heading.label, block.heading.title);
    case 'formula':
      return block.formula.text;
    case 'paragraph':
      return wordsAsText(block.paragraph);
    case 'closing':
      return block.lines.map(({ text }) => text).join('\n');
    case 'annex':
      return [
        labelled(block.annex.label, block.annex.title),
        ...block.annex.blocks.map(({ label, text }) => labelled(label, text)),
      ].join('\n\n');
  }
}

export const paragraphText: ParagraphExport = {
  scope: 'paragraph',
  suffix: '.txt',
  label: 'Plain text',
  mediaType: 'text/plain; charset=utf-8',
  write: (paragraph, resolution, host) =>
    `${wordsAsText(paragraph)}\n\n${unCitation(citedParagraph(paragraph, resolution, host))}\n`,
};

export const resolutionText: ResolutionExport = {
  scope: 'resolution',
  suffix: '.txt',
  label: 'Plain text',
  mediaType: 'text/plain; charset=utf-8',
  write: (resolution, _corpus, host) => {
    const { about, parsed, paragraphs } = resolution;
    const blocks = [
      about.title,
      `${about.body} resolution ${about.number}`,
      ...inReadingOrder(parsed, paragraphs).map(blockAsText),
      ...parsed.footnotes.map(({ label, text }) => `${label} ${text}`),
      unCitation(citedResolution(resolution, host)),
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  },
};
