import type {
  AddresseeTag,
  Citation,
  EditorialNote,
  Paragraph,
  ParagraphId,
  Resolution,
  TopicTag,
} from '../resolution/model.ts';
import type {
  InstrumentFile,
  RedirectsFile,
  ResolutionFile,
  SourcesFile,
  VocabulariesFile,
} from './schemas.ts';

/** A paragraph with all that the edition knows of it; spans are checked against its words. */
export interface PublishedParagraph extends Paragraph {
  /** SHA-256 of `text` (UTF-8), lower-case hex. */
  readonly sha256: string;
  readonly citations: readonly Citation[];
  readonly topics: readonly TopicTag[];
  readonly addressees: readonly AddresseeTag[];
  readonly notes: readonly EditorialNote[];
}

/** A resolution as published: parsed text and what resolution.yaml says of it. `id` is its folder and its address. */
export interface PublishedResolution {
  readonly id: string;
  readonly about: ResolutionFile;
  readonly parsed: Omit<Resolution, 'paragraphs'>;
  readonly paragraphs: readonly PublishedParagraph[];
  /** Exactly the bytes of the official file, as text. */
  readonly officialText: string;
}

export interface Instrument extends InstrumentFile {
  /** File name without ending, e.g. `cedaw`; its address is /instruments/cedaw/. */
  readonly id: string;
}

/** Everything under content/, validated and linked: the one input of collections, exports, index and checks. */
export interface Corpus {
  readonly resolutions: readonly PublishedResolution[];
  readonly instruments: readonly Instrument[];
  readonly topics: VocabulariesFile['topics'];
  readonly addressees: VocabulariesFile['addressees'];
  readonly sources: SourcesFile;
  /** Addresses that were given up, each with the one that answers now; none where the edition has no such file. */
  readonly redirects: RedirectsFile;
}

export interface ParagraphReference {
  readonly resolution: string;
  readonly paragraph: ParagraphId;
}
