/**
 * The shapes of a resolution: what the parser produces and everything after it reads.
 * Spans are half-open ranges of UTF-16 offsets into a paragraph's `text`; lines are 1-based and inclusive.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Every line of the official file has exactly one role; `leftover` is named and reported, never dropped. */
export const lineRoles = [
  'blank',
  'letterhead',
  'title',
  'number',
  'enacting-formula',
  'heading',
  'preambular',
  'operative',
  'page-marker',
  'footnote',
  'annex',
  'closing',
  'other-resolution',
  'leftover',
] as const;
export type LineRole = (typeof lineRoles)[number];

export interface SourceLine {
  readonly number: number;
  readonly role: LineRole;
  /** The id of the paragraph, footnote, heading or annex that owns the line; null for furniture and blanks. */
  readonly owner: string | null;
}

export type ParagraphKind = 'preambular' | 'operative';

/**
 * `pp-3`, `op-23`; in a part or a section with numbering of its own `a-op-1`, `ii-pp-2`.
 * Part of a printed address: it never changes.
 */
export type ParagraphId = `${string}pp-${string}` | `${string}op-${string}`;

/** A sub-paragraph: (a), (i), a dash. `span` covers label and words, its own items included. */
export interface Item {
  /** As printed, e.g. `(a)`, `(i)`, `–`. */
  readonly label: string;
  /** Address segment below the paragraph, e.g. `a` or `a-i`; unique within the paragraph. */
  readonly id: string;
  readonly span: Span;
  /** The words without the label. */
  readonly words: Span;
  readonly items: readonly Item[];
}

export interface FootnoteCall {
  /** Offset in the paragraph's text at which the call stood; its figure is not part of the words. */
  readonly at: number;
  readonly footnote: string;
  /** The footnote's label as printed, e.g. `1` or `*`. */
  readonly label: string;
}

/** Words outside the paragraphs, with the calls of footnotes that stood in them. */
export interface CalledText {
  readonly text: string;
  readonly footnoteCalls: readonly FootnoteCall[];
}

/** An official oddity that is kept verbatim and told to the reader. */
export interface Anomaly {
  readonly kind: 'page-break' | 'ending' | 'joined-word' | 'label' | 'lost-footnote';
  /** Place in the text; for a page break the offset at which the page ended. */
  readonly span: Span;
  readonly lines: LineRange;
  readonly note: string;
}

export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly id: ParagraphId;
  /** Preambular paragraphs and unnumbered operative ones are counted by us. */
  readonly number: number;
  /** As printed, without full stop, or null where the print carries none. */
  readonly printedNumber: string | null;
  /**
   * Among numbered operative paragraphs one without a number: the how-manieth it is after the one printed `number` (0
   * where it stands before the first). Null for all others.
   */
  readonly looseAfter: number | null;
  /** All words of the paragraph in order, items and their labels included; runs of white space are one space. */
  readonly text: string;
  /** The whole phrase that the UN sets in italics, or null where none could be told. */
  readonly openingPhrase: Span | null;
  /** Further verbs of the same standing inside the paragraph ("and encourages Governments"). */
  readonly furtherPhrases: readonly Span[];
  readonly items: readonly Item[];
  readonly footnoteCalls: readonly FootnoteCall[];
  readonly anomalies: readonly Anomaly[];
  readonly lines: LineRange;
  /** Id of the part (A, B) or section it stands in, or null. */
  readonly section: string | null;
}

/** A heading inside the text: part A or B of a resolution, or a section I, II with or without a title. */
export interface Heading {
  readonly id: string;
  readonly kind: 'part' | 'section';
  readonly label: string | null;
  readonly title: string | null;
  /** Calls in the title. */
  readonly footnoteCalls: readonly FootnoteCall[];
  readonly lines: LineRange;
  /** The first paragraph that follows it, or null when nothing does. */
  readonly before: ParagraphId | null;
}

export interface EnactingFormula {
  readonly text: string;
  readonly body: string;
  readonly lines: LineRange;
  readonly section: string | null;
}

export interface Footnote {
  /** `fn-1` */
  readonly id: string;
  /** As printed, e.g. `1` or `*`. */
  readonly label: string;
  readonly text: string;
  readonly lines: LineRange;
}

/** One block of an annex: a heading, an article, a numbered or plain paragraph. Its numbers are not operative. */
export interface AnnexBlock extends CalledText {
  readonly kind: 'heading' | 'paragraph';
  readonly label: string | null;
  readonly lines: LineRange;
}

export interface Annex {
  /** `annex`, `annex-i` */
  readonly id: string;
  readonly label: string;
  readonly title: string | null;
  /** Calls in the title. */
  readonly footnoteCalls: readonly FootnoteCall[];
  readonly blocks: readonly AnnexBlock[];
  readonly lines: LineRange;
}

export interface ClosingLine extends CalledText {
  readonly kind: 'meeting' | 'date' | 'adoption' | 'vote' | 'report' | 'sponsors' | 'other';
  readonly lines: LineRange;
}

/** Text that belongs to no part of this resolution, kept by name so that no word is lost. */
export interface Leftover {
  readonly kind: 'letterhead' | 'other-resolution' | 'leftover';
  readonly text: string;
  readonly lines: LineRange;
}

export interface Resolution {
  readonly language: string;
  readonly title: string;
  readonly titleCalls: readonly FootnoteCall[];
  /** The organ in full, e.g. `Commission on Human Rights`. */
  readonly body: string;
  /** As cited in running text, e.g. `2004/45`, `60/251`, `1325 (2000)`, `217 A (III)`. */
  readonly number: string | null;
  /** The document symbol, e.g. `E/CN.4/RES/2004/45`; null where none follows from the text. */
  readonly symbol: string | null;
  readonly enactingFormulas: readonly EnactingFormula[];
  readonly paragraphs: readonly Paragraph[];
  readonly headings: readonly Heading[];
  readonly annexes: readonly Annex[];
  readonly footnotes: readonly Footnote[];
  readonly closing: readonly ClosingLine[];
  readonly leftovers: readonly Leftover[];
  readonly lines: readonly SourceLine[];
  /** Adoption date as ISO 8601 (`2004-04-19`) where the text tells it. */
  readonly date: string | null;
  /** e.g. `55th meeting` */
  readonly meeting: string | null;
}

/* ---- Citations ---- */

/** The file name of an instrument under content/instruments, e.g. `cedaw`. */
export type InstrumentId = string;

/**
 * explicit: name or symbol stands in the text · back-reference: short form of something named before ·
 * collective: a group without a closed list · generic: an unnamed category, never linked ·
 * implicit: an editor's inference, shown as ours · self: this resolution or its author.
 */
export type CitationRole =
  'explicit' | 'back-reference' | 'collective' | 'generic' | 'implicit' | 'self';

export type NonEmpty<T> = readonly [T, ...T[]];

/** A citation resolves to exactly one thing, or says by name why it has no link. */
export type CitationTarget =
  | { readonly kind: 'instruments'; readonly ids: NonEmpty<InstrumentId> }
  /** A document that has a symbol but no page here: linked to the UN's document system. */
  | { readonly kind: 'documents'; readonly symbols: NonEmpty<string> }
  /** Another resolution of this edition, or a paragraph of one (this one included). */
  | {
      readonly kind: 'resolution';
      readonly resolution: string;
      readonly paragraphs: readonly ParagraphId[];
    }
  | { readonly kind: 'unresolved'; readonly reason: UnresolvedReason };

export type UnresolvedReason =
  | 'no-antecedent'
  | 'several-antecedents'
  | 'unnamed-category'
  | 'open-list'
  | 'unknown-instrument'
  | 'paragraph-of-another-document'
  | 'no-such-paragraph';

export interface Citation {
  readonly span: Span;
  /** The exact words of the text under `span`. */
  readonly words: string;
  readonly role: CitationRole;
  readonly target: CitationTarget;
  readonly foundBy: 'rule' | 'annotation';
  /** Article or paragraph of the target, e.g. `article 12, paragraph 3`. */
  readonly locator: string | null;
  /** How it is cited, from the governing opening phrase or verb, e.g. `Welcoming the entry into force`. */
  readonly how: string | null;
  /** The editor's note, always shown as ours. */
  readonly note: string | null;
}

/* ---- What editors add, always quoting the words it rests on ---- */

export interface TopicTag {
  readonly topic: string;
  readonly span: Span;
}

/** direct: asked to act · indirect: reached through the direct one · partner: "in cooperation with" · self: the organ · mentioned: named only. */
export type AddresseeStanding = 'direct' | 'indirect' | 'partner' | 'self' | 'mentioned';

export interface AddresseeTag {
  readonly addressee: string;
  readonly standing: AddresseeStanding;
  readonly span: Span;
}

/** A remark of the edition on the words, e.g. `sic` on "Calls upon on". */
export interface EditorialNote {
  readonly span: Span | null;
  readonly text: string;
  /** True where the words are odd in the official text and kept as they are. */
  readonly sic: boolean;
}
