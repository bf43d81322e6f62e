import type { PublishedParagraph, PublishedResolution } from '../corpus/corpus.ts';
import { absolute, instrumentPath, paragraphPath, resolutionPath } from '../resolution/address.ts';
import { documentAddress } from '../resolution/document-symbol.ts';
import type { CitationTarget, Item } from '../resolution/model.ts';
import { nameParagraph } from '../resolution/paragraph-name.ts';
import type { Host } from './export.ts';

/** What other programs get of a resolution, without its paragraphs; the JSON Schema at /schema/ describes it. */
export function resolutionRecord({ id, about, parsed }: PublishedResolution, { site, base }: Host) {
  return {
    id,
    address: absolute(site, base, resolutionPath(id)),
    symbol: about.symbol,
    number: about.number,
    body: about.body,
    title: about.title,
    date: about.date,
    session: about.session ?? null,
    meeting: about.meeting ?? null,
    adoption: about.adoption ?? null,
    language: parsed.language,
    status: 'unofficial reading copy',
    enactingFormulas: parsed.enactingFormulas.map(({ text }) => text),
    footnotes: parsed.footnotes.map(({ id: footnote, label, text }) => ({
      id: footnote,
      label,
      text,
    })),
    closing: parsed.closing.map(({ kind, text }) => ({ kind, text })),
  };
}

/** What other programs get of a paragraph. */
export function paragraphRecord(
  paragraph: PublishedParagraph,
  { id, about }: PublishedResolution,
  host: Host,
) {
  const { text } = paragraph;
  const words = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    text.slice(start, end);
  return {
    id: paragraph.id,
    address: absolute(host.site, host.base, paragraphPath(id, paragraph.id)),
    title: nameParagraph(about.number, paragraph).title,
    kind: paragraph.kind,
    number: paragraph.number,
    printedNumber: paragraph.printedNumber,
    looseAfter: paragraph.looseAfter,
    section: paragraph.section,
    openingPhrase: paragraph.openingPhrase === null ? null : words(paragraph.openingPhrase),
    text,
    items: paragraph.items.map((item) => itemRecord(item, text)),
    footnoteCalls: paragraph.footnoteCalls,
    citations: paragraph.citations.map((citation) => ({
      words: citation.words,
      role: citation.role,
      foundBy: citation.foundBy,
      locator: citation.locator,
      how: citation.how,
      note: citation.note,
      targets: targetAddresses(citation.target, host),
      unresolved: citation.target.kind === 'unresolved' ? citation.target.reason : null,
    })),
    topics: paragraph.topics.map(({ topic, span }) => ({ topic, words: words(span) })),
    addressees: paragraph.addressees.map(({ addressee, standing, span }) => ({
      addressee,
      standing,
      words: words(span),
    })),
    notes: paragraph.notes.map(({ text: note, sic, span }) => ({
      note,
      sic,
      words: span === null ? null : words(span),
    })),
    lines: [paragraph.lines.first, paragraph.lines.last],
    sha256: paragraph.sha256,
  };
}

interface ItemRecord {
  readonly label: string;
  readonly text: string;
  readonly items: readonly ItemRecord[];
}

function itemRecord({ label, words, items }: Item, text: string): ItemRecord {
  return {
    label,
    text: text.slice(words.start, words.end),
    items: items.map((item) => itemRecord(item, text)),
  };
}

/** Where a citation leads, in full; empty when it has no link. */
export function targetAddresses(target: CitationTarget, { site, base }: Host): readonly string[] {
  switch (target.kind) {
    case 'instruments':
      return target.ids.map((instrument) => absolute(site, base, instrumentPath(instrument)));
    case 'documents':
      return target.symbols.map((symbol) => documentAddress(symbol));
    case 'resolution':
      return target.paragraphs.length === 0
        ? [absolute(site, base, resolutionPath(target.resolution))]
        : target.paragraphs.map((paragraph) =>
            absolute(site, base, paragraphPath(target.resolution, paragraph)),
          );
    case 'unresolved':
      return [];
  }
}
