import { findSymbols } from './document-symbol.ts';
import { createNameFinder, type NameMention } from './find-names.ts';
import { findNumberedResolutions, type NumberedResolution } from './find-numbered-resolutions.ts';
import { findOwnReferences, type OwnReference } from './find-paragraph-references.ts';
import type { InstrumentId, Span } from './model.ts';

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
      readonly kind: 'name' | 'group' | 'short-form';
      readonly span: Span;
      readonly ids: readonly InstrumentId[];
    }
  | {
      readonly kind: 'symbols';
      readonly span: Span;
      readonly symbols: readonly [string, ...string[]];
    }
  | ({ readonly kind: 'numbered-resolution' } & NumberedResolution)
  | ({ readonly kind: 'own' } & OwnReference);

interface Meaning {
  readonly instrument: Nameable;
  readonly full: boolean;
}

/** A finder for one edition: build it once, use it for every paragraph. */
export function buildCitationFinder(
  instruments: readonly Nameable[],
): (text: string) => readonly Mention[] {
  const finder = createNameFinder<Meaning>();
  for (const instrument of instruments) {
    for (const name of instrument.names) finder.add(name, { instrument, full: true });
    for (const name of instrument.shortForms) finder.add(name, { instrument, full: false });
  }
  return (text) => {
    const names = longestNames(finder.find(text).filter((mention) => !beginsTitle(text, mention)));
    const symbols = findSymbols(text).map((mention): Mention => ({ kind: 'symbols', ...mention }));
    const others = [
      ...symbols,
      ...findNumberedResolutions(text).map((one): Mention => ({
        kind: 'numbered-resolution',
        ...one,
      })),
      ...findOwnReferences(text).map((one): Mention => ({ kind: 'own', ...one })),
    ];
    // A number inside a title is part of the title.
    const free = others.filter(({ span }) => names.every((name) => apart(name.span, span)));
    return [...names.map(toMention), ...free].sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
    );
  };
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
  const ids = (full.length > 0 ? full : meanings).map(({ instrument }) => instrument.id);
  if (full.length === 0) return { kind: 'short-form', span, ids };
  return {
    kind: full.every(({ instrument }) => instrument.kind === 'group') ? 'group' : 'name',
    span,
    ids,
  };
}

const apart = (a: Span, b: Span): boolean => a.end <= b.start || a.start >= b.end;

const isInside = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start &&
  inner.end <= outer.end &&
  inner.end - inner.start < outer.end - outer.start;
