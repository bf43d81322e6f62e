import type { Corpus, PublishedParagraph, PublishedResolution } from '../corpus/corpus.ts';

/** Where the edition will live; every absolute address in an export comes from here. */
export interface Host {
  /** e.g. `https://example.org` */
  readonly site: string;
  /** e.g. `/` or `/resolutions` */
  readonly base: string;
  /** Whether paragraphs have pictures for previews there. */
  readonly pictures?: boolean;
}

interface Format {
  /** What readers are offered, e.g. `BibTeX`; null for files that programs look for by themselves. */
  readonly label: string | null;
  readonly mediaType: string;
}

/** A paragraph in another form: its page's address with an extension, or a file below it. */
export interface ParagraphExport extends Format {
  readonly scope: 'paragraph';
  /** After the address without its final slash, e.g. `.json` or `/oembed.json`. */
  readonly suffix: string;
  readonly write: (
    paragraph: PublishedParagraph,
    resolution: PublishedResolution,
    host: Host,
  ) => string;
}

export interface ResolutionExport extends Format {
  readonly scope: 'resolution';
  readonly suffix: string;
  readonly write: (
    resolution: PublishedResolution,
    corpus: Corpus,
    host: Host,
  ) => string | Uint8Array | Promise<string | Uint8Array>;
}

/** What a document or a slide needs of a paragraph. */
export type QuotedParagraph = Pick<
  PublishedParagraph,
  | 'id'
  | 'kind'
  | 'number'
  | 'printedNumber'
  | 'looseAfter'
  | 'section'
  | 'text'
  | 'openingPhrase'
  | 'footnoteCalls'
>;

/** What a document or a slide needs of a resolution, to quote from it. */
export interface QuotedResolution {
  readonly id: string;
  readonly about: Pick<
    PublishedResolution['about'],
    'body' | 'number' | 'title' | 'symbol' | 'date' | 'session'
  >;
  readonly parsed: Pick<PublishedResolution['parsed'], 'footnotes'>;
}

/** A paragraph with the resolution it stands in. */
export interface Placed {
  readonly paragraph: QuotedParagraph;
  readonly resolution: QuotedResolution;
}

/** Paragraphs of any resolutions put together under one address: a topic, or a reader's selection. */
export interface Collection {
  readonly title: string;
  /** What holds them together, in a sentence; may be empty. */
  readonly note: string;
  /** Absolute. */
  readonly address: string;
  readonly entries: readonly Placed[];
}

/** A topic and its paragraphs, in the order of the edition; at least one. */
export interface TopicParagraphs {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly entries: readonly [Placed, ...Placed[]];
}

export interface TopicExport extends Format {
  readonly scope: 'topic';
  /** After the topic's address without its final slash, e.g. `.imscc`. */
  readonly suffix: string;
  /** A topic with more paragraphs is no use in this form, and would cost every build. */
  readonly mostParagraphs: number;
  readonly write: (topic: TopicParagraphs, host: Host) => Uint8Array | Promise<Uint8Array>;
}

/** A file for the whole edition at an address of its own. */
export interface EditionExport extends Format {
  readonly scope: 'edition';
  readonly path: `/${string}`;
  readonly write: (corpus: Corpus, host: Host) => string | Uint8Array;
}

export type Export = ParagraphExport | ResolutionExport | TopicExport | EditionExport;
