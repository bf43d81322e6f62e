import { collectionDocument } from './collection-document.ts';
import { collectionCsv } from './csv.ts';
import type { Collection, Host, Placed } from './export.ts';
import type { paragraphRecord, resolutionRecord } from './records.ts';
import { qrCode } from './qr-code.ts';
import { collectionSlides } from './slides.ts';

// One script of its own, which the page of selections loads when a reader asks for a file.

/** A resolution's JSON as published here, and the paragraphs that a reader chose from it. */
export interface Chosen {
  readonly resolution: ReturnType<typeof resolutionRecord>;
  readonly paragraphs: readonly ReturnType<typeof paragraphRecord>[];
}

export interface SelectionFiles {
  /** @param address of the selection, absolute */
  readonly csv: (chosen: readonly Chosen[], address: string) => string;
  readonly docx: (chosen: readonly Chosen[], address: string) => Promise<Uint8Array>;
  readonly pptx: (chosen: readonly Chosen[], address: string) => Promise<Uint8Array>;
  /** The address as a QR code in SVG, for the hand-out. */
  readonly qr: (address: string) => string;
}

export const csv: SelectionFiles['csv'] = (chosen, address) =>
  collectionCsv(collect(chosen, address), hostOf(chosen));

export const docx: SelectionFiles['docx'] = (chosen, address) =>
  collectionDocument(collect(chosen, address), hostOf(chosen));

export const pptx: SelectionFiles['pptx'] = (chosen, address) =>
  collectionSlides(collect(chosen, address), hostOf(chosen));

export const qr: SelectionFiles['qr'] = qrCode;

function collect(chosen: readonly Chosen[], address: string): Collection {
  return {
    title: 'Selection of paragraphs',
    note: '',
    address,
    entries: chosen.flatMap(({ resolution, paragraphs }): Placed[] => {
      const { id, footnotes, session, ...about } = resolution;
      const quoted = {
        id,
        about: { ...about, ...(session === null ? {} : { session }) },
        parsed: {
          footnotes: footnotes.map((note) => ({ ...note, lines: { first: 0, last: 0 } })),
        },
      };
      return paragraphs.map(({ openingPhrase, ...paragraph }) => {
        const start = openingPhrase === null ? -1 : paragraph.text.indexOf(openingPhrase);
        return {
          resolution: quoted,
          paragraph: {
            ...paragraph,
            openingPhrase:
              openingPhrase === null || start < 0
                ? null
                : { start, end: start + openingPhrase.length },
          },
        };
      });
    }),
  };
}

/** The edition's own host, also where the page is read from a folder. @throws Error when nothing is chosen */
function hostOf([first]: readonly Chosen[]): Host {
  if (first === undefined) throw new Error('Expected at least one resolution.');
  const { address, id } = first.resolution;
  const url = new URL(address);
  return { site: url.origin, base: url.pathname.slice(0, -`${id}/`.length) };
}
