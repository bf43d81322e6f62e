import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { absolute, paragraphPath } from '../resolution/address.ts';
import type { CalledText, FootnoteCall } from '../resolution/model.ts';
import { nameParagraph } from '../resolution/paragraph-name.ts';
import type { Host, Placed } from './export.ts';
import { fixOfficeBytes } from './fix-office-bytes.ts';

export const link = (text: string, href: string): ExternalHyperlink =>
  new ExternalHyperlink({ link: href, children: [new TextRun({ text, style: 'Hyperlink' })] });

/** Words outside the paragraphs, with their label before them and the calls of footnotes in them. */
export function calledRuns(
  label: string | null,
  { text, footnoteCalls }: CalledText,
  footnotes: ReadonlyMap<string, number>,
): readonly ParagraphChild[] {
  const cuts = [0, ...footnoteCalls.map(({ at }) => at), text.length];
  return [
    ...(label === null || label === '' ? [] : [new TextRun(`${label} `)]),
    ...cuts.slice(1).flatMap((at, index) => {
      const call = footnoteCalls[index];
      return [
        new TextRun(text.slice(cuts[index], at)),
        ...(call === undefined ? [] : [callRun(call, footnotes)]),
      ];
    }),
  ];
}

/** A call as Word's own where Word counts it by itself, otherwise with its printed label. */
function callRun(
  { footnote, label }: FootnoteCall,
  footnotes: ReadonlyMap<string, number>,
): TextRun | FootnoteReferenceRun {
  const number = footnotes.get(footnote);
  return number === undefined
    ? new TextRun({ text: label, superScript: true })
    : new FootnoteReferenceRun(number);
}

/**
 * A paragraph of a resolution: its number as a link to its page, opening phrase in italics, calls to footnotes.
 * @param footnotes ids of footnotes to the numbers Word knows them by; others are called by their printed label
 */
export function placedBlock(
  { paragraph, resolution }: Placed,
  host: Host,
  footnotes: ReadonlyMap<string, number>,
): Paragraph {
  const { text, openingPhrase, printedNumber, footnoteCalls } = paragraph;
  const { start, end } = openingPhrase ?? { start: 0, end: 0 };
  const cuts = [...new Set([0, start, end, ...footnoteCalls.map(({ at }) => at), text.length])];
  cuts.sort((a, b) => a - b);
  const runs = cuts.flatMap((from, index) => [
    ...footnoteCalls.filter(({ at }) => at === from).map((call) => callRun(call, footnotes)),
    ...(index + 1 < cuts.length
      ? [
          new TextRun({
            text: text.slice(from, cuts[index + 1]),
            italics: from >= start && from < end,
          }),
        ]
      : []),
  ]);
  return new Paragraph({
    spacing: { after: 160, line: 300 },
    indent: { left: 720, hanging: 720 },
    children: [
      link(
        printedNumber === null
          ? nameParagraph(resolution.about.number, paragraph).short
          : `${printedNumber}.`,
        absolute(host.site, host.base, paragraphPath(resolution.id, paragraph.id)),
      ),
      new TextRun('\t'),
      ...runs,
    ],
  });
}

interface WordFile {
  readonly title: string;
  /** Stands at the foot of every page. */
  readonly foot: string;
  readonly blocks: readonly Paragraph[];
  /** Texts of Word's own footnotes, in the order of their numbers. */
  readonly footnotes: readonly string[];
  readonly date: string;
}

export async function writeWordFile({
  title,
  foot,
  blocks,
  footnotes,
  date,
}: WordFile): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Pilcrow',
    description: 'Unofficial reading copy',
    styles: {
      default: { document: { run: { font: 'Georgia', size: 22, language: { value: 'en-GB' } } } },
    },
    footnotes: Object.fromEntries(
      footnotes.map((text, index) => [
        index + 1,
        { children: [new Paragraph({ children: [new TextRun({ text, size: 18 })] })] },
      ]),
    ),
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
                      `Unofficial reading copy · ${foot} · `,
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
        children: blocks,
      },
    ],
  });
  return fixOfficeBytes(new Uint8Array(await Packer.toArrayBuffer(document)), date);
}
