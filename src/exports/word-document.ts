import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  Paragraph,
  PageNumber,
  TextRun,
} from 'docx';
import { absolute, paragraphPath } from '../resolution/address.ts';
import { nameParagraph } from '../resolution/paragraph-name.ts';
import type { ResolutionExport } from './export.ts';
import { fixOfficeBytes } from './fix-office-bytes.ts';
import { citedResolution, unCitation } from './plain-text.ts';

const serif = 'Georgia';

/**
 * The resolution as a Word document (Office Open XML): real headings for the outline, each number a link to its
 * paragraph's page, opening phrases in italics, footnotes after the text.
 */
export const resolutionDocx: ResolutionExport = {
  scope: 'resolution',
  suffix: '.docx',
  label: 'Word document',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  write: async (resolution, _corpus, host) => {
    const { id, about, parsed, paragraphs } = resolution;
    const footnotes = new Map(
      parsed.footnotes.map(({ id: note, text }, index) => [note, { number: index + 1, text }]),
    );
    const link = (text: string, href: string): ExternalHyperlink =>
      new ExternalHyperlink({ link: href, children: [new TextRun({ text, style: 'Hyperlink' })] });
    const body = paragraphs.map((paragraph) => {
      const { text, openingPhrase, printedNumber } = paragraph;
      const name = nameParagraph(about.number, paragraph);
      const start = openingPhrase?.start ?? 0;
      const end = openingPhrase?.end ?? 0;
      return new Paragraph({
        spacing: { after: 160, line: 300 },
        indent: { left: 720, hanging: 720 },
        children: [
          link(
            printedNumber === null ? name.short : `${printedNumber}.`,
            absolute(host.site, host.base, paragraphPath(id, paragraph.id)),
          ),
          new TextRun('\t'),
          new TextRun(text.slice(0, start)),
          new TextRun({ text: text.slice(start, end), italics: true }),
          new TextRun(text.slice(end)),
        ],
      });
    });
    const document = new Document({
      title: `${about.body} resolution ${about.number}`,
      creator: 'Pilcrow',
      description: 'Unofficial reading copy',
      styles: {
        default: { document: { run: { font: serif, size: 22, language: { value: 'en-GB' } } } },
      },
      sections: [
        {
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [
                    new TextRun({
                      size: 16,
                      children: [
                        'Unofficial reading copy · ',
                        about.symbol,
                        ' · ',
                        PageNumber.CURRENT,
                        '/',
                        PageNumber.TOTAL_PAGES,
                      ],
                    }),
                  ],
                }),
              ],
            }),
          },
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(about.title)] }),
            new Paragraph({
              spacing: { after: 240 },
              children: [
                link(
                  unCitation(citedResolution(resolution, host)),
                  citedResolution(resolution, host).address,
                ),
              ],
            }),
            ...parsed.enactingFormulas.slice(0, 1).map(
              ({ text }) =>
                new Paragraph({
                  spacing: { after: 160 },
                  children: [new TextRun({ text, italics: true })],
                }),
            ),
            ...body,
            ...parsed.closing.map(
              ({ text }) =>
                new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(text)] }),
            ),
            ...[...footnotes.values()].map(
              ({ number, text }) =>
                new Paragraph({ children: [new TextRun({ text: `${number} ${text}`, size: 18 })] }),
            ),
          ],
        },
      ],
    });
    return fixOfficeBytes(new Uint8Array(await Packer.toArrayBuffer(document)), about.date);
  },
};
