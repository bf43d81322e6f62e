import { AlignmentType, HeadingLevel, Paragraph, TextRun } from 'docx';
import type { PublishedResolution } from '../corpus/corpus.ts';
import { absolute, topicPath } from '../resolution/address.ts';
import type { ResolutionExport, TopicExport } from './export.ts';
import { citedResolution, unCitation } from './plain-text.ts';
import { byResolution, latestDate } from './topics.ts';
import { link, placedBlock, writeWordFile } from './word-blocks.ts';

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
        new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(about.title)] }),
        new Paragraph({
          spacing: { after: 240 },
          children: [link(unCitation(cited), cited.address)],
        }),
        ...parsed.enactingFormulas.slice(0, 1).map(
          ({ text }) =>
            new Paragraph({
              spacing: { after: 160 },
              children: [new TextRun({ text, italics: true })],
            }),
        ),
        ...paragraphs.map((paragraph) => placedBlock({ paragraph, resolution }, host, own)),
        ...parsed.closing.map(
          ({ text }) =>
            new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(text)] }),
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
  write: (topic, host) =>
    writeWordFile({
      title: topic.label,
      foot: topic.label,
      date: latestDate(topic),
      footnotes: [],
      blocks: [
        new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(topic.label)] }),
        new Paragraph({
          spacing: { after: 240 },
          children: [
            new TextRun(`${topic.definition} `),
            link(
              absolute(host.site, host.base, topicPath(topic.id)),
              absolute(host.site, host.base, topicPath(topic.id)),
            ),
          ],
        }),
        ...byResolution(topic).flatMap(([resolution, entries]) => {
          const { about } = resolution;
          const cited = citedResolution(resolution, host);
          const called = new Set(
            entries.flatMap(({ paragraph }) =>
              paragraph.footnoteCalls.map(({ footnote }) => footnote),
            ),
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
            ...entries.map((entry) => placedBlock(entry, host, new Map())),
            ...notesAfter(resolution, (id) => called.has(id)),
          ];
        }),
      ],
    }),
};

/**
 * Footnotes that can be Word's own: Word counts calls from 1 by itself, so this is used only where that gives the
 * printed labels; otherwise none.
 */
function numberedByWord({ parsed, paragraphs }: PublishedResolution): ReadonlyMap<string, number> {
  const calls = paragraphs.flatMap(({ footnoteCalls }) =>
    footnoteCalls.map(({ footnote }) => footnote),
  );
  const labels = new Map(parsed.footnotes.map(({ id, label }) => [id, label]));
  const same = calls.every(
    (id, index) => (labels.get(id) ?? '').replace(/\W/g, '') === String(index + 1),
  );
  return new Map(same ? calls.map((id, index) => [id, index + 1]) : []);
}

function notesAfter(
  { parsed }: PublishedResolution,
  stands: (id: string) => boolean,
): readonly Paragraph[] {
  return parsed.footnotes
    .filter(({ id }) => stands(id))
    .map(
      ({ label, text }) =>
        new Paragraph({ children: [new TextRun({ text: `${label} ${text}`, size: 18 })] }),
    );
}
