import PptxGenJS from 'pptxgenjs';
import { nameParagraph } from '../resolution/paragraph-name.ts';
import { latestDate } from './collection.ts';
import type { Collection, Host, Placed, ResolutionExport, TopicExport } from './export.ts';
import { fixOfficeBytes } from './fix-office-bytes.ts';
import { citedParagraph, citedResolution, unCitation } from './plain-text.ts';
import { topicCollection } from './topics.ts';

const ink = '1F1B16';
const accent = '8F2A1B';
const muted = '5C5448';

/** A size at which the words fit a slide of 16:9, in points. */
const sizeFor = (length: number): number =>
  length < 240 ? 26 : length < 420 ? 21 : length < 700 ? 17 : length < 1000 ? 14 : 12;

interface Deck {
  /** In the file's properties. */
  readonly name: string;
  /** On the first slide. */
  readonly title: string;
  readonly source: { readonly text: string; readonly address: string };
  readonly entries: readonly Placed[];
  readonly date: string;
}

/**
 * Slides (Office Open XML), one paragraph each: words, citation, link, and the citation again in the notes. Links
 * carry no `#`, which PowerPoint has cut off.
 */
async function writeDeck(
  { name, title, source, entries, date }: Deck,
  host: Host,
): Promise<Uint8Array> {
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_16x9';
  deck.title = name;
  deck.author = 'Pilcrow';
  deck.company = 'Unofficial reading copy';
  const front = deck.addSlide();
  front.addText(title, {
    x: 0.6,
    y: 1.6,
    w: 8.8,
    h: 1.2,
    fontFace: 'Georgia',
    fontSize: 36,
    bold: true,
    color: ink,
  });
  // A selection stands behind a `#`: its address is there to read, and each slide has its paragraph's.
  const linked = source.address.includes('#') ? {} : { hyperlink: { url: source.address } };
  front.addText([{ text: source.text, options: linked }], {
    x: 0.6,
    y: 3,
    w: 8.8,
    h: 0.8,
    fontSize: 14,
    color: muted,
  });
  front.addText('Unofficial reading copy', {
    x: 0.6,
    y: 4.9,
    w: 8.8,
    h: 0.4,
    fontSize: 11,
    color: muted,
  });
  for (const { paragraph, resolution } of entries) {
    const { text, openingPhrase } = paragraph;
    const { start, end } = openingPhrase ?? { start: 0, end: 0 };
    const cited = citedParagraph(paragraph, resolution, host);
    const slide = deck.addSlide();
    slide.addText(nameParagraph(resolution.about.number, paragraph).title, {
      x: 0.6,
      y: 0.3,
      w: 8.8,
      h: 0.5,
      fontFace: 'Georgia',
      fontSize: 16,
      bold: true,
      color: accent,
    });
    slide.addText(
      [
        { text: text.slice(0, start), options: {} },
        { text: text.slice(start, end), options: { italic: true } },
        { text: text.slice(end), options: {} },
      ].filter((run) => run.text !== ''),
      {
        x: 0.6,
        y: 0.9,
        w: 8.8,
        h: 3.9,
        fontFace: 'Georgia',
        fontSize: sizeFor(text.length),
        color: ink,
        valign: 'top',
      },
    );
    slide.addText([{ text: unCitation(cited), options: { hyperlink: { url: cited.address } } }], {
      x: 0.6,
      y: 4.95,
      w: 8.8,
      h: 0.5,
      fontSize: 11,
      color: muted,
    });
    slide.addNotes(`${unCitation(cited)}\nUnofficial reading copy.`);
  }
  const content = await deck.write({ outputType: 'uint8array' });
  if (!(content instanceof Uint8Array)) throw new Error('Expected the slides as bytes.');
  return fixOfficeBytes(content, date);
}

const format = {
  suffix: '.pptx',
  label: 'Slides (PowerPoint)',
  mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;

export const resolutionSlides: ResolutionExport = {
  ...format,
  scope: 'resolution',
  write: (resolution, _corpus, host) => {
    const { about, paragraphs } = resolution;
    const whole = citedResolution(resolution, host);
    return writeDeck(
      {
        name: `${about.body} resolution ${about.number}`,
        title: about.title,
        source: { text: unCitation(whole), address: whole.address },
        entries: paragraphs.map((paragraph) => ({ paragraph, resolution })),
        date: about.date,
      },
      host,
    );
  },
};

export const topicSlides: TopicExport = {
  ...format,
  scope: 'topic',
  mostParagraphs: 60,
  write: (topic, host) => collectionSlides(topicCollection(topic, host), host),
};

/** Paragraphs put together, as slides. */
export function collectionSlides(
  { title, note, address, entries }: Collection,
  host: Host,
): Promise<Uint8Array> {
  return writeDeck(
    {
      name: title,
      title,
      source: { text: [note, address].filter((part) => part !== '').join(' '), address },
      entries,
      date: latestDate(entries),
    },
    host,
  );
}
