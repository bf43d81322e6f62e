import type {
  CalledText,
  Citation,
  FootnoteCall,
  Item,
  Paragraph,
  Span,
} from '../resolution/model.ts';
import { type Mark, type Segment, toSegments } from '../resolution/to-segments.ts';
import { escapeHtml } from './escape-html.ts';

/** Where the words lead; every answer is a finished address for the page that is being written. */
export interface WordsLinks {
  /** The page of what a citation names, or null to leave the words without a link. */
  readonly citation?: (citation: Citation, index: number) => string | null;
  /** The id of the element that says what a citation is, for screen readers; null where the page has none. */
  readonly citationNote?: (citation: Citation, index: number) => string | null;
  /** The `id` attribute of a sub-paragraph. */
  readonly itemAnchor?: (item: Item) => string;
  readonly footnote?: (footnoteId: string) => string;
}

type Purpose =
  | { readonly kind: 'opening-phrase' }
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'label' }
  | {
      readonly kind: 'citation';
      readonly href: string;
      readonly index: number;
      readonly citation: Citation;
    }
  | { readonly kind: 'footnote-call'; readonly footnote: string; readonly label: string };

type Linked = Mark<Extract<Purpose, { kind: 'citation' }>>;

/**
 * The words of a paragraph as HTML, escaped: `<p>` for running words, `<ol>` for sub-paragraphs, opening phrase in `<i>`.
 * Without the tags it is exactly `paragraph.text`; footnote calls are `<sup>` and are the only figures added.
 */
export function wordsToHtml(
  paragraph: Pick<
    Paragraph,
    'text' | 'openingPhrase' | 'furtherPhrases' | 'items' | 'footnoteCalls'
  > & {
    readonly citations?: readonly Citation[];
  },
  links: WordsLinks = {},
): string {
  const structure: Mark<Purpose>[] = [
    ...markItems(paragraph.items),
    ...(paragraph.openingPhrase === null
      ? []
      : [{ ...paragraph.openingPhrase, purpose: { kind: 'opening-phrase' as const } }]),
  ];
  const cited =
    links.citation === undefined ? [] : markCitations(paragraph.citations ?? [], links.citation);
  // A list cannot stand inside a link: a citation around a sub-paragraph is listed, but not marked in the words.
  const fitting = cited.filter((mark) =>
    structure.every(
      (other) => !crosses(mark, other) && !(other.purpose.kind === 'item' && contains(mark, other)),
    ),
  );
  return writeBlocks(
    toSegments<Purpose>(paragraph.text, [
      ...structure,
      ...fitting,
      ...markCalls(paragraph.footnoteCalls),
    ]),
    links,
  );
}

/** Words outside the paragraphs (titles, annexes, closing lines) as HTML, escaped, with the calls of footnotes. */
export function calledTextToHtml(
  { text, footnoteCalls }: CalledText,
  links: Pick<WordsLinks, 'footnote'> = {},
): string {
  return writeInline(toSegments<Purpose>(text, markCalls(footnoteCalls)), links);
}

/**
 * Which citations become links in the words. A link cannot stand inside a link, so of nested ones the outer counts,
 * unless it is only a collective name around exact ones; of crossing ones the earlier. All stay listed beside the text.
 */
function markCitations(
  citations: readonly Citation[],
  href: NonNullable<WordsLinks['citation']>,
): readonly Linked[] {
  const candidates: (Linked & { collective: boolean })[] = [];
  citations.forEach((citation, index) => {
    if (citation.role === 'implicit' || citation.role === 'generic') return;
    const address = href(citation, index);
    if (address === null) return;
    candidates.push({
      ...citation.span,
      purpose: { kind: 'citation', href: address, index, citation },
      collective: citation.role === 'collective',
    });
  });
  const chosen: Linked[] = [];
  const byPreference = candidates.toSorted(
    (a, b) =>
      Number(a.collective) - Number(b.collective) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  for (const candidate of byPreference) {
    if (chosen.every((other) => candidate.end <= other.start || candidate.start >= other.end)) {
      chosen.push(candidate);
    }
  }
  return chosen;
}

function markCalls(calls: readonly FootnoteCall[]): Mark<Purpose>[] {
  return calls.map(({ at, footnote, label }) => ({
    start: at,
    end: at,
    purpose: { kind: 'footnote-call', footnote, label },
  }));
}

function markItems(items: readonly Item[]): Mark<Purpose>[] {
  return items.flatMap((item) => [
    { ...item.span, purpose: { kind: 'item' as const, item } },
    {
      start: item.span.start,
      end: item.span.start + item.label.length,
      purpose: { kind: 'label' as const },
    },
    ...markItems(item.items),
  ]);
}

function crosses(a: Span, b: Span): boolean {
  return (
    (a.start < b.start && a.end > b.start && a.end < b.end) ||
    (b.start < a.start && b.end > a.start && b.end < a.end)
  );
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** Running words and lists in turn: a list cannot stand inside `<p>`. */
function writeBlocks(segments: readonly Segment<Purpose>[], links: WordsLinks): string {
  return groupItems(segments)
    .map((group) =>
      group.items
        ? writeList(group.segments, links)
        : `<p>${writeInline(group.segments, links)}</p>`,
    )
    .join('');
}

function writeList(segments: readonly Segment<Purpose>[], links: WordsLinks): string {
  const items = segments.map((segment) => {
    // The white space between two sub-paragraphs.
    if (segment.kind === 'text') return segment.text;
    const { purpose, children } = segment;
    if (purpose.kind !== 'item') throw new Error(`Expected a sub-paragraph, got ${purpose.kind}.`);
    const anchor =
      links.itemAnchor === undefined ? '' : ` id="${escapeHtml(links.itemAnchor(purpose.item))}"`;
    const body = groupItems(children)
      .map((group) =>
        group.items ? writeList(group.segments, links) : writeInline(group.segments, links),
      )
      .join('');
    return `<li${anchor}>${body}</li>`;
  });
  return `<ol class="items">${items.join('')}</ol>`;
}

/** Splits into runs of sub-paragraphs (white space between them included) and everything else. */
function groupItems(segments: readonly Segment<Purpose>[]) {
  const groups: { items: boolean; segments: Segment<Purpose>[] }[] = [];
  segments.forEach((segment, index) => {
    const isItem = segment.kind === 'run' && segment.purpose.kind === 'item';
    const next = segments[index + 1];
    const isGap =
      segment.kind === 'text' &&
      segment.text.trim() === '' &&
      groups.at(-1)?.items === true &&
      (next === undefined || (next.kind === 'run' && next.purpose.kind === 'item'));
    const last = groups.at(-1);
    if (last !== undefined && last.items === (isItem || isGap)) last.segments.push(segment);
    else groups.push({ items: isItem || isGap, segments: [segment] });
  });
  return groups;
}

function writeInline(segments: readonly Segment<Purpose>[], links: WordsLinks): string {
  return segments
    .map((segment) =>
      segment.kind === 'text'
        ? escapeHtml(segment.text)
        : writeRun(segment.purpose, segment.children, links),
    )
    .join('');
}

function writeRun(
  purpose: Purpose,
  children: readonly Segment<Purpose>[],
  links: WordsLinks,
): string {
  const inner = writeInline(children, links);
  switch (purpose.kind) {
    case 'opening-phrase':
      return `<i class="opening">${inner}</i>`;
    case 'label':
      return `<span class="label">${inner}</span>`;
    case 'citation': {
      const { href, index, citation } = purpose;
      const described = links.citationNote?.(citation, index) ?? null;
      const note =
        described === null
          ? ''
          : ` data-cite="${index}" aria-describedby="${escapeHtml(described)}"`;
      return `<a class="cite" href="${escapeHtml(href)}"${note}>${inner}</a>`;
    }
    case 'footnote-call': {
      const label = escapeHtml(purpose.label);
      if (links.footnote === undefined) return `<sup class="call">${label}</sup>`;
      return `<sup class="call"><a href="${escapeHtml(links.footnote(purpose.footnote))}">${label}</a></sup>`;
    }
    case 'item':
      throw new Error('Expected sub-paragraphs in a list, not among running words.');
  }
}
