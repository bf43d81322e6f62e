import { AlignmentType, HeadingLevel, Paragraph, TextRun } from 'docx';
import type { PublishedParagraph, PublishedResolution } from '../corpus/corpus.ts';
import type { FootnoteCall } from '../resolution/model.ts';
import { inReadingOrder, type TextBlock } from '../resolution/reading-order.ts';
import type { Host, ResolutionExport, TopicExport } from './export.ts';
import { collectionDocument, notesAfter } from './collection-document.ts';
import { citedResolution, unCitation } from './plain-text.ts';
import { topicCollection } from './topics.ts';
import { calledRuns, link, placedBlock, writeWordFile } from './word-blocks.ts';

/** The footnotes called in a piece of the text, in order. */
function callsOf(block: TextBlock<PublishedParagraph>): readonly string[] {
  const of = (some: readonly { readonly footnoteCalls: readonly FootnoteCall[] }[]) =>
    some.flatMap(({ footnoteCalls }) => footnoteCalls.map(({ footnote }) => footnote));
  switch (block.kind) {
    case 'heading':
      return of([block.heading]);
    case 'formula':
      return [];
    case 'paragraph':
      return of([block.paragraph]);
    case 'closing':
      return of(block.lines);
    case 'annex':
      return of([block.annex, ...block.annex.blocks]);
  }
}

const format = {
  suffix: '.docx',
  label: 'Word document',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/**
 * The resolution as a Word document (Office Open XML): real headings for the outline, each number a link to its
 * paragraph's page, opening phrases in italics, footnotes that Word knows as such.
 */
export const resolutionDocx: ResolutionExport = {
  ...format,
  scope: 'resolution',
  write: (resolution, _corpus, host) => {
    const { about, parsed, paragraphs } = resolution;
    const cited = citedResolution(resolution, host);
    const own = numberedByWord(resolution);
    const texts = new Map(parsed.footnotes.map(({ id, text }) => [id, text]));
    return writeWordFile({
      title: `${about.body} resolution ${about.number}`,
      foot: about.symbol,
      date: about.date,
      footnotes: [...own.keys()].map((id) => texts.get(id) ?? ''),
      blocks: [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          children: calledRuns(
            null,
            {
              text: about.title,
              footnoteCalls: parsed.titleCalls.map((call) => ({ ...call, at: about.title.length })),
            },
            own,
          ),
        }),
        new Paragraph({
          spacing: { after: 240 },
          children: [link(unCitation(cited), cited.address)],
        }),
        ...inReadingOrder(parsed, paragraphs).flatMap((block) =>
          wholeTextBlock(block, resolution, host, own),
        ),
        ...notesAfter(resolution, (id) => !own.has(id)),
      ],
    });
  },
};

export const topicDocx: TopicExport = {
  ...format,
  scope: 'topic',
  mostParagraphs: 300,
  write: (topic, host) => collectionDocument(topicCollection(topic, host), host),
};

/**
 * Footnotes that can be Word's own: Word counts calls from 1 by itself, so this is used only where that gives the
 * printed labels; otherwise none.
 */
function numberedByWord({ parsed, paragraphs }: PublishedResolution): ReadonlyMap<string, number> {
  const calls = [
    ...parsed.titleCalls.map(({ footnote }) => footnote),
    ...inReadingOrder(parsed, paragraphs).flatMap(callsOf),
  ];
  const labels = new Map(parsed.footnotes.map(({ id, label }) => [id, label]));
  const same = calls.every(
    (id, index) => (labels.get(id) ?? '').replace(/\W/g, '') === String(index + 1),
  );
  return new Map(same ? calls.map((id, index) => [id, index + 1]) : []);
}

/** Any piece of the whole text; headings are Word's own, so that they stand in its outline. */
function wholeTextBlock(
  block: TextBlock<PublishedParagraph>,
  resolution: PublishedResolution,
  host: Host,
  own: ReadonlyMap<string, number>,
): readonly Paragraph[] {
  const spacing = { after: 160 };
  switch (block.kind) {
    case 'paragraph':
      return [placedBlock({ paragraph: block.paragraph, resolution }, host, own)];
    case 'heading': {
      const { label, title, footnoteCalls } = block.heading;
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          children: calledRuns(label, { text: title ?? '', footnoteCalls }, own),
        }),
      ];
    }
    case 'formula':
      return [
        new Paragraph({
          spacing,
          children: [new TextRun({ text: block.formula.text, italics: true })],
        }),
      ];
    case 'closing':
      return block.lines.map(
        (line) =>
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: calledRuns(null, line, own),
          }),
      );
    case 'annex': {
      const { label, title, footnoteCalls, blocks } = block.annex;
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          children: calledRuns(label, { text: title ?? '', footnoteCalls }, own),
        }),
        ...blocks.map(
          (one) =>
            new Paragraph({
              ...(one.kind === 'heading' ? { heading: HeadingLevel.HEADING_2 } : { spacing }),
              children: calledRuns(one.label, one, own),
            }),
        ),
      ];
    }
  }
}
