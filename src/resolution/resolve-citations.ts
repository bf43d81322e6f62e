import type { Mention } from './find-citations.ts';
import { organOfNumber, type NumberedResolution } from './find-numbered-resolutions.ts';
import { locatorBefore } from './find-paragraph-references.ts';
import type {
  Citation,
  CitationTarget,
  InstrumentId,
  NonEmpty,
  Paragraph,
  ParagraphId,
  UnresolvedReason,
} from './model.ts';
import { symbolOf } from './read-front.ts';

export interface ResolveContext {
  /** The resolution itself: its folder, organ and number. */
  readonly own: { readonly id: string; readonly organ: string };
  /** The instrument of its organ: what "the Commission" means when nothing else does. */
  readonly body: InstrumentId | null;
  /** The instrument whose symbol this is, without page or paragraph. */
  readonly bySymbol: ReadonlyMap<string, InstrumentId>;
  /** Resolutions of this edition by `organ|number`. */
  readonly resolutions: ReadonlyMap<string, string>;
}

/**
 * Settles what the mentions of a resolution name, paragraph after paragraph. A short form stands for the one thing
 * named before that it fits: first in its own paragraph, then anywhere above. With none or several it stays
 * unresolved and says so.
 */
export function resolveCitations(
  paragraphs: readonly { readonly paragraph: Paragraph; readonly mentions: readonly Mention[] }[],
  context: ResolveContext,
): readonly (readonly Citation[])[] {
  const { body } = context;
  const ids = new Set(paragraphs.map(({ paragraph }) => paragraph.id));
  const namedAbove = new Set<InstrumentId>(body === null ? [] : [body]);
  return paragraphs.map(({ paragraph, mentions }) => {
    const namedHere = new Set<InstrumentId>();
    const how =
      paragraph.openingPhrase === null
        ? null
        : paragraph.text.slice(paragraph.openingPhrase.start, paragraph.openingPhrase.end);
    const citations = mentions.map((mention): Citation => {
      const { target, role } = settle(mention, namedHere, namedAbove, ids, context);
      if (target.kind === 'instruments' && role === 'explicit')
        for (const id of target.ids) namedHere.add(id);
      return {
        span: mention.span,
        words: paragraph.text.slice(mention.span.start, mention.span.end),
        role,
        target,
        foundBy: 'rule',
        locator: locatorBefore(paragraph.text, mention.span.start),
        how,
        note: null,
      };
    });
    for (const id of namedHere) namedAbove.add(id);
    return citations;
  });
}

function settle(
  mention: Mention,
  namedHere: ReadonlySet<InstrumentId>,
  namedAbove: ReadonlySet<InstrumentId>,
  paragraphs: ReadonlySet<ParagraphId>,
  { own, body, bySymbol, resolutions }: ResolveContext,
): { readonly target: CitationTarget; readonly role: Citation['role'] } {
  switch (mention.kind) {
    case 'group':
      return { role: 'collective', target: one(mention.ids, 'several-antecedents') };
    case 'name':
      return { role: 'explicit', target: one(mention.ids, 'several-antecedents') };
    case 'short-form': {
      const here = mention.ids.filter((id) => namedHere.has(id));
      const above = mention.ids.filter((id) => namedAbove.has(id));
      const organ = mention.ids.filter((id) => id === body);
      const candidates = here.length > 0 ? here : organ.length > 0 ? organ : above;
      return { role: 'back-reference', target: one(candidates, 'several-antecedents') };
    }
    case 'symbols': {
      const ids = [...new Set(mention.symbols.flatMap((symbol) => bySymbol.get(symbol) ?? []))];
      const [first, ...rest] = ids;
      const known = mention.symbols.every((symbol) => bySymbol.has(symbol));
      return {
        role: 'explicit',
        target:
          known && first !== undefined
            ? { kind: 'instruments', ids: [first, ...rest] }
            : { kind: 'documents', symbols: mention.symbols },
      };
    }
    case 'numbered-resolution': {
      const organ = organOf(mention, own.organ);
      const symbol = organ === null ? null : symbolOf(organ, mention.number);
      if (organ === null || symbol === null)
        return { role: 'explicit', target: { kind: 'unresolved', reason: 'several-antecedents' } };
      const here = resolutions.get(`${organ}|${mention.number}`);
      if (here !== undefined)
        return {
          role: 'explicit',
          target: { kind: 'resolution', resolution: here, paragraphs: [] },
        };
      const instrument = bySymbol.get(symbol);
      return {
        role: 'explicit',
        target:
          instrument === undefined
            ? { kind: 'documents', symbols: [symbol] }
            : { kind: 'instruments', ids: [instrument] },
      };
    }
    case 'own': {
      const named = mention.numbers.map((number): ParagraphId => `op-${number}`);
      const missing = named.some((id) => !paragraphs.has(id));
      return {
        role: 'self',
        target: missing
          ? { kind: 'unresolved', reason: 'no-such-paragraph' }
          : { kind: 'resolution', resolution: own.id, paragraphs: named },
      };
    }
  }
}

function one(ids: readonly InstrumentId[], several: UnresolvedReason): CitationTarget {
  const [first, second] = ids;
  if (first === undefined) return { kind: 'unresolved', reason: 'no-antecedent' };
  if (second !== undefined) return { kind: 'unresolved', reason: several };
  const only: NonEmpty<InstrumentId> = [first];
  return { kind: 'instruments', ids: only };
}

/** Whose number it is: the organ named, this one for "its", or the one its form betrays. */
function organOf({ organ, number }: NumberedResolution, own: string): string | null {
  if (organ === 'own') return own;
  if (organ === 'Assembly') return 'General Assembly';
  if (organ === 'Council' || organ === 'Commission') return own.includes(organ) ? own : null;
  if (organ !== null) return organ;
  const betrayed = organOfNumber(number);
  if (betrayed !== null) return betrayed;
  // A year first is a commission's or the Economic and Social Council's, a session first the Assembly's, or one's own.
  if (/^(?:19|20)\d{2}\//.test(number)) return /^Commission|^Economic/.test(own) ? own : null;
  return own === 'Human Rights Council' ? null : 'General Assembly';
}
