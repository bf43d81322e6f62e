import { headOf, type Mention } from './find-citations.ts';
import type { NumberedResolution } from './find-numbered-resolutions.ts';
import { howCited } from './how-cited.ts';
import { locatorAfter, locatorBefore } from './locator.ts';
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
import { settleOrgan } from './resolution-organ.ts';

export interface ResolveContext {
  /** The resolution itself: its folder and organ. */
  readonly own: { readonly id: string; readonly organ: string };
  /** The instrument of its organ: what "the Commission" means when nothing else does. */
  readonly body: InstrumentId | null;
  /** The instrument whose symbol this is; `A/RES/55/25|annex II` where it is a part of a document. */
  readonly bySymbol: ReadonlyMap<string, InstrumentId>;
  /** Resolutions of this edition by `organ|number` and by symbol. */
  readonly resolutions: ReadonlyMap<string, string>;
  /** Whose session an instrument is: "its sixtieth session" is one of the organ that speaks. */
  readonly sessionOf: ReadonlyMap<InstrumentId, InstrumentId>;
}

/** What was named so far: a short form stands for one of these. */
interface Named {
  readonly ids: Set<InstrumentId>;
  /** Heads of titles that nothing here has: "the Convention" may mean one of them. */
  readonly unknown: Set<string>;
  /** Numbered resolutions, for "that resolution". */
  readonly resolutions: CitationTarget[];
  /** Organs, for "its session"; null for one that nothing here has. */
  readonly organs: (InstrumentId | null)[];
}

const nothing = (): Named => ({ ids: new Set(), unknown: new Set(), resolutions: [], organs: [] });

/**
 * Settles what the mentions of a resolution name, paragraph after paragraph. A short form stands for the one thing
 * named before that it fits: first in its own paragraph, then anywhere above. With none or several it stays
 * unresolved and says so.
 */
export function resolveCitations(
  paragraphs: readonly { readonly paragraph: Paragraph; readonly mentions: readonly Mention[] }[],
  context: ResolveContext,
): readonly (readonly Citation[])[] {
  const known = new Set(paragraphs.map(({ paragraph }) => paragraph.id));
  const above = nothing();
  return paragraphs.map(({ paragraph, mentions }) => {
    const here = nothing();
    const citations: Citation[] = [];
    for (const mention of mentions) {
      if (mention.kind === 'unknown-title') {
        here.unknown.add(mention.head);
        here.organs.push(null);
        continue;
      }
      const { span } = mention;
      const words = paragraph.text.slice(span.start, span.end);
      const locator = locatorOf(mention, paragraph.text);
      const settled = settle(mention, { words, locator, paragraph, here, above, known, context });
      if (settled === null) continue;
      const { role, target } = settled;
      if (target.kind === 'instruments' && role === 'explicit')
        for (const id of target.ids) here.ids.add(id);
      if (mention.kind === 'numbered-resolution') here.resolutions.push(target);
      if (mention.kind === 'actor' || mention.kind === 'short-form')
        here.organs.push(target.kind === 'instruments' ? target.ids[0] : null);
      const how = howCited(paragraph, span.start);
      citations.push({ span, words, role, target, foundBy: 'rule', locator, how, note: null });
    }
    for (const id of here.ids) above.ids.add(id);
    for (const head of here.unknown) above.unknown.add(head);
    return citations;
  });
}

/** Only documents have articles and paragraphs: "paragraph 2 of General Assembly resolution …" is not the Assembly's. */
function locatorOf(mention: Mention, text: string): string | null {
  const { start, end } = mention.span;
  switch (mention.kind) {
    case 'own':
      return mention.items;
    case 'that':
      return mention.locator;
    case 'actor':
    case 'group':
    case 'unknown-title':
      return null;
    case 'name':
    case 'short-form':
    case 'symbols':
    case 'numbered-resolution':
      return locatorBefore(text, start) ?? locatorAfter(text, end);
  }
}

interface Place {
  readonly words: string;
  readonly locator: string | null;
  readonly paragraph: Paragraph;
  readonly here: Named;
  readonly above: Named;
  readonly known: ReadonlySet<ParagraphId>;
  readonly context: ResolveContext;
}

type Settled = { readonly target: CitationTarget; readonly role: Citation['role'] };

function settle(
  mention: Exclude<Mention, { kind: 'unknown-title' }>,
  place: Place,
): Settled | null {
  const { locator, here, context } = place;
  switch (mention.kind) {
    case 'group':
      return { role: 'collective', target: one(mention.ids) };
    case 'name':
    case 'actor':
      return { role: 'explicit', target: one(mention.ids) };
    case 'short-form':
      return settleShortForm(mention, place);
    case 'symbols':
      return toDocuments(mention.symbols, locator, context);
    case 'numbered-resolution':
      return settleNumber(mention, locator, context);
    case 'that': {
      const [only, second] = here.resolutions;
      return {
        role: 'back-reference',
        target:
          only !== undefined && second === undefined
            ? only
            : unresolved('paragraph-of-another-document'),
      };
    }
    case 'own':
      return { role: 'self', target: settleOwn(mention, place) };
  }
}

function settleShortForm(
  { ids, span: { start } }: Extract<Mention, { ids: readonly InstrumentId[] }>,
  { words, paragraph, here, above, context: { body, sessionOf } }: Place,
): Settled | null {
  const role = 'back-reference';
  if (/^its /i.test(words)) {
    const ours = ids.filter((id) => body !== null && sessionOf.get(id) === body);
    // "its" is another organ's session then, which is no mention of this one.
    if (ours.length === 0) return null;
    const last = here.organs.at(-1);
    const toIt = / to it at $/.test(paragraph.text.slice(Math.max(0, start - 7), start));
    if (last === undefined || last === body || toIt) return { role, target: one(ours) };
    return { role, target: unresolved('several-antecedents') };
  }
  const head = headOf(words);
  const organ = ids.filter((id) => id === body);
  const named = ids.filter((id) => here.ids.has(id));
  const candidates = [...new Set([...named, ...organ])];
  if (here.unknown.has(head) && (candidates.length > 0 || ids.some((id) => above.ids.has(id))))
    return { role, target: unresolved('several-antecedents') };
  if (candidates.length > 0) return { role, target: one(candidates) };
  const earlier = ids.filter((id) => above.ids.has(id));
  return above.unknown.has(head) && earlier.length > 0
    ? { role, target: unresolved('several-antecedents') }
    : { role, target: one(earlier) };
}

function settleNumber(
  { organ: named, noun, number }: NumberedResolution,
  locator: string | null,
  context: ResolveContext,
): Settled {
  const { own, resolutions } = context;
  const organ = settleOrgan(named, number, own.organ);
  const role = 'explicit';
  if (organ === null) return { role, target: unresolved('several-antecedents') };
  // Decisions are printed together, in volumes: they have no symbol that leads to each.
  const [first, ...rest] = noun === 'decision' ? [] : symbolsOf(organ, number);
  if (first === undefined) return { role, target: unresolved('unknown-instrument') };
  const here = resolutions.get(`${organ}|${number}`);
  return here === undefined
    ? toDocuments([first, ...rest], locator, context)
    : toResolution(here, context);
}

/** The symbols that follow from organ and number; "48/75 A and B" are two parts of one. */
function symbolsOf(organ: string, number: string): readonly string[] {
  const [, whole, parts] = /^(.+?) ?([A-Z](?:(?:,| and| to) [A-Z])+)$/.exec(number) ?? [];
  const numbers =
    whole === undefined || parts === undefined
      ? [number]
      : [...parts.matchAll(/[A-Z]/g)].map(([part]) => `${whole} ${part}`);
  return numbers.flatMap((each) => symbolOf(organ, each) ?? []);
}

function toDocuments(
  symbols: NonEmpty<string>,
  locator: string | null,
  context: ResolveContext,
): Settled {
  const { bySymbol, resolutions } = context;
  const [only, second] = symbols;
  const edition = second === undefined ? resolutions.get(only) : undefined;
  if (edition !== undefined) return toResolution(edition, context);
  const part = /^annex(?: [IVX]+)?/i.exec(locator ?? '')?.[0].replace(/^A/, 'a');
  const found = symbols.map(
    (symbol) =>
      (part === undefined ? undefined : bySymbol.get(`${symbol}|${part}`)) ?? bySymbol.get(symbol),
  );
  const ids = [...new Set(found.filter((id) => id !== undefined))];
  const [first, ...rest] = ids;
  return {
    role: 'explicit',
    target:
      first !== undefined && found.every((id) => id !== undefined)
        ? { kind: 'instruments', ids: [first, ...rest] }
        : { kind: 'documents', symbols },
  };
}

const toResolution = (resolution: string, { own }: ResolveContext): Settled => ({
  role: resolution === own.id ? 'self' : 'explicit',
  target: { kind: 'resolution', resolution, paragraphs: [] },
});

/** Numbers count within the part or section that speaks, unless another is named or only the whole has them. */
function settleOwn(
  { part, section, numbers }: Extract<Mention, { kind: 'own' }>,
  { paragraph, known, context: { own } }: Place,
): CitationTarget {
  const prefix = paragraph.id.replace(/(?:pp|op)-[^-]*$/, '');
  const outer = prefix.replace(/[^-]+-$/, '');
  const ways =
    section === null
      ? [prefix, outer, '']
      : [`${outer}${section}-`, `${prefix}${section}-`, `${section}-`];
  const kind = part === 'operative' ? 'op' : 'pp';
  for (const way of ways) {
    const paragraphs = numbers.map((number): ParagraphId => `${way}${kind}-${number}`);
    if (paragraphs.every((id) => known.has(id)))
      return { kind: 'resolution', resolution: own.id, paragraphs };
  }
  return unresolved('no-such-paragraph');
}

const unresolved = (reason: UnresolvedReason): CitationTarget => ({ kind: 'unresolved', reason });

function one(ids: readonly InstrumentId[]): CitationTarget {
  const [first, second] = ids;
  if (first === undefined) return unresolved('no-antecedent');
  if (second !== undefined) return unresolved('several-antecedents');
  return { kind: 'instruments', ids: [first] };
}
