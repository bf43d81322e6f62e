import type { Mention } from './find-citations.ts';
import type {
  Citation,
  CitationTarget,
  InstrumentId,
  NonEmpty,
  Paragraph,
  UnresolvedReason,
} from './model.ts';

export interface ResolveContext {
  /** The organ whose resolution it is: what "the Commission" means when nothing else does. */
  readonly body: InstrumentId | null;
  /** The instrument whose symbol this is, without page or paragraph. */
  readonly bySymbol: ReadonlyMap<string, InstrumentId>;
}

/**
 * Settles what the mentions of a resolution name, paragraph after paragraph. A short form stands for the one thing
 * named before that it fits: first in its own paragraph, then anywhere above. With none or several it stays
 * unresolved and says so.
 */
export function resolveCitations(
  paragraphs: readonly { readonly paragraph: Paragraph; readonly mentions: readonly Mention[] }[],
  { body, bySymbol }: ResolveContext,
): readonly (readonly Citation[])[] {
  const namedAbove = new Set<InstrumentId>(body === null ? [] : [body]);
  return paragraphs.map(({ paragraph, mentions }) => {
    const namedHere = new Set<InstrumentId>();
    const how =
      paragraph.openingPhrase === null
        ? null
        : paragraph.text.slice(paragraph.openingPhrase.start, paragraph.openingPhrase.end);
    const citations = mentions.map((mention): Citation => {
      const { target, role } = settle(mention, namedHere, namedAbove, bySymbol, body);
      if (target.kind === 'instruments' && role === 'explicit')
        for (const id of target.ids) namedHere.add(id);
      return {
        span: mention.span,
        words: paragraph.text.slice(mention.span.start, mention.span.end),
        role,
        target,
        foundBy: 'rule',
        locator: null,
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
  bySymbol: ReadonlyMap<string, InstrumentId>,
  body: InstrumentId | null,
): { readonly target: CitationTarget; readonly role: Citation['role'] } {
  switch (mention.kind) {
    case 'group':
      return { role: 'collective', target: one(mention.ids, 'several-antecedents') };
    case 'name':
      return { role: 'explicit', target: one(mention.ids, 'several-antecedents') };
    case 'short-form': {
      const here = mention.ids.filter((id) => namedHere.has(id));
      const above = mention.ids.filter((id) => namedAbove.has(id));
      const own = mention.ids.filter((id) => id === body);
      const candidates = here.length > 0 ? here : own.length > 0 ? own : above;
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
  }
}

function one(ids: readonly InstrumentId[], several: UnresolvedReason): CitationTarget {
  const [first, second] = ids;
  if (first === undefined) return { kind: 'unresolved', reason: 'no-antecedent' };
  if (second !== undefined) return { kind: 'unresolved', reason: several };
  const only: NonEmpty<InstrumentId> = [first];
  return { kind: 'instruments', ids: only };
}
