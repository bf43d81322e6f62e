import { findSymbols } from './document-symbol.ts';
import { createNameFinder, type NameMention } from './find-names.ts';
import { findNumberedResolutions, type NumberedResolution } from './find-numbered-resolutions.ts';
import {
  findOwnReferences,
  findThatReferences,
  type OwnReference,
} from './find-paragraph-references.ts';
import type { InstrumentId, NonEmpty, Span } from './model.ts';

/** What the finder knows of an instrument. */
export interface Nameable {
  readonly id: InstrumentId;
  /**
   * document: its title may hold other titles, which are then not cited · actor: a body or mandate, named also inside a
   * longer name · group: several things under one name.
   */
  readonly kind: 'document' | 'actor' | 'group';
  /** Full names: each stands for this instrument alone. */
  readonly names: readonly string[];
  /** Forms that need something named before, e.g. `the Convention`. */
  readonly shortForms: readonly string[];
}

/** A place in the words that names something; what it is is settled by resolve-citations. */
export type Mention =
  | {
      readonly kind: 'name' | 'actor' | 'group' | 'short-form';
      readonly span: Span;
      readonly ids: readonly InstrumentId[];
    }
  /** "Convention" in a title that nothing here has: no citation, but "the Convention" after it may mean it. */
  | { readonly kind: 'unknown-title'; readonly span: Span; readonly head: string }
  | { readonly kind: 'symbols'; readonly span: Span; readonly symbols: NonEmpty<string> }
  | ({ readonly kind: 'numbered-resolution' } & NumberedResolution)
  | ({ readonly kind: 'own' } & OwnReference)
  /** "paragraph 3 of that resolution" */
  | { readonly kind: 'that'; readonly span: Span; readonly locator: string };

interface Meaning {
  readonly instrument: Nameable;
  readonly full: boolean;
}

/** A finder for one edition: build it once, use it for every paragraph. */
export function buildCitationFinder(
  instruments: readonly Nameable[],
): (text: string) => readonly Mention[] {
  const finder = createNameFinder<Meaning>();
  const heads = new Set<string>();
  for (const instrument of instruments) {
    for (const name of instrument.names) finder.add(name, { instrument, full: true });
    for (const name of instrument.shortForms) {
      finder.add(name, { instrument, full: false });
      heads.add(headOf(name));
    }
  }
  return (text) => {
    const names = longestNames(finder.find(text).filter((mention) => !beginsTitle(text, mention)));
    const others: Mention[] = [
      ...findSymbols(text).map((one) => ({ kind: 'symbols', ...one }) as const),
      ...findNumberedResolutions(text).map(
        (one) => ({ kind: 'numbered-resolution', ...one }) as const,
      ),
      ...findOwnReferences(text).map((one) => ({ kind: 'own', ...one }) as const),
      ...findThatReferences(text).map((one) => ({ kind: 'that', ...one }) as const),
      ...findHeads(text, heads),
    ];
    // A number inside a title is part of the title.
    const free = others.filter(({ span }) => names.every((name) => apart(name.span, span)));
    return [...names.map(toMention), ...free].sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
    );
  };
}

/** The noun that a short form ends with. @example headOf('the Convention') // 'Convention' */
export const headOf = (words: string): string =>
  /[\p{L}\p{N}-]+(?=\P{L}*$)/u.exec(words)?.[0] ?? '';

/** Heads of titles; "Commission resolution 2003/1" names the Commission that is spoken of anyway. */
function findHeads(text: string, heads: ReadonlySet<string>): readonly Mention[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}-]*/gu)].flatMap(
    ({ 0: head, index }): Mention[] =>
      heads.has(head) &&
      !/^['’]?s? (?:[Rr]esolution|[Dd]ecision)/.test(
        text.slice(index + head.length, index + head.length + 20),
      )
        ? [{ kind: 'unknown-title', span: { start: index, end: index + head.length }, head }]
        : [],
  );
}

/** "the Convention" before "on the Rights of the Child" begins a title that has a name of its own. */
function beginsTitle(text: string, { span, meanings }: NameMention<Meaning>): boolean {
  return (
    meanings.every(({ full }) => !full) &&
    /^ (?:on|for|against|concerning|relating to|to|of|between)(?: (?:the|all|and))* \p{Lu}/u.test(
      text.slice(span.end, span.end + 40),
    )
  );
}

/** Of overlapping names the longest; inside it only actors count: a treaty's title inside a protocol's is not cited. */
function longestNames(mentions: readonly NameMention<Meaning>[]): readonly NameMention<Meaning>[] {
  const outer: NameMention<Meaning>[] = [];
  const byLength = mentions.toSorted(
    (a, b) =>
      b.span.end - b.span.start - (a.span.end - a.span.start) || a.span.start - b.span.start,
  );
  for (const mention of byLength) {
    if (outer.every((other) => apart(other.span, mention.span))) outer.push(mention);
  }
  const inner = mentions.filter(
    ({ span, meanings }) =>
      meanings.every(({ instrument }) => instrument.kind === 'actor') &&
      outer.some((other) => isInside(span, other.span)),
  );
  return [...outer, ...inner];
}

function toMention({ span, meanings }: NameMention<Meaning>): Mention {
  const full = meanings.filter((meaning) => meaning.full);
  const meant = (full.length > 0 ? full : meanings).map(({ instrument }) => instrument);
  const ids = meant.map(({ id }) => id);
  if (full.length === 0) return { kind: 'short-form', span, ids };
  if (meant.every(({ kind }) => kind === 'group')) return { kind: 'group', span, ids };
  return { kind: meant.every(({ kind }) => kind === 'actor') ? 'actor' : 'name', span, ids };
}

const apart = (a: Span, b: Span): boolean => a.end <= b.start || a.start >= b.end;

const isInside = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start &&
  inner.end <= outer.end &&
  inner.end - inner.start < outer.end - outer.start;
