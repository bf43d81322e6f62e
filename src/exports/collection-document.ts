import { HeadingLevel, Paragraph, TextRun } from 'docx';
import { byResolution, latestDate } from './collection.ts';
import type { Collection, Host, QuotedResolution } from './export.ts';
import { citedResolution, unCitation } from './plain-text.ts';
import { link, placedBlock, writeWordFile } from './word-blocks.ts';

/** Paragraphs put together, as a Word document: under the resolutions they stand in, each number a link to its page. */
export function collectionDocument(collection: Collection, host: Host): Promise<Uint8Array> {
  const { title, note, address, entries } = collection;
  return writeWordFile({
    title,
    foot: title,
    date: latestDate(entries),
    footnotes: [],
    blocks: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
      new Paragraph({
        spacing: { after: 240 },
        children: [...(note === '' ? [] : [new TextRun(`${note} `)]), link(address, address)],
      }),
      ...byResolution(entries).flatMap(([resolution, own]) => {
        const { about } = resolution;
        const cited = citedResolution(resolution, host);
        const called = new Set(
          own.flatMap(({ paragraph }) => paragraph.footnoteCalls.map(({ footnote }) => footnote)),
        );
        return [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            children: [new TextRun(`${about.body} resolution ${about.number}: ${about.title}`)],
          }),
          new Paragraph({
            spacing: { after: 160 },
            children: [link(unCitation(cited), cited.address)],
          }),
          ...own.map((entry) => placedBlock(entry, host, new Map())),
          ...notesAfter(resolution, (id) => called.has(id)),
        ];
      }),
    ],
  });
}

/** Footnotes as text below the words, with their printed labels. */
export function notesAfter(
  { parsed }: Pick<QuotedResolution, 'parsed'>,
  stands: (id: string) => boolean,
): readonly Paragraph[] {
  return parsed.footnotes
    .filter(({ id }) => stands(id))
    .map(
      ({ label, text }) =>
        new Paragraph({ children: [new TextRun({ text: `${label} ${text}`, size: 18 })] }),
    );
}
