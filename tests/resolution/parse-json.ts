import type { FootnoteCall, Item, Span } from '../../src/resolution/model.ts';
import type { ParseResult } from '../../src/resolution/parse-resolution.ts';

/** A parse as a reviewer reads it: words instead of offsets, nothing that can be worked out from the rest. */
export function toReadable({ resolution, problems }: ParseResult): object {
  const cut = (text: string, span: Span | null): string | null =>
    span === null ? null : text.slice(span.start, span.end);
  const items = (list: readonly Item[], text: string): object[] =>
    list.map((item) => ({
      [item.label]: text.slice(item.words.start, item.words.end),
      ...(item.items.length > 0 ? { items: items(item.items, text) } : {}),
    }));
  const calls = (text: string, list: readonly FootnoteCall[]): object =>
    list.length === 0
      ? {}
      : {
          calls: list.map(
            ({ at, footnote }) => `${footnote} after "${text.slice(Math.max(0, at - 12), at)}"`,
          ),
        };
  return {
    title: resolution.title,
    body: resolution.body,
    number: resolution.number,
    symbol: resolution.symbol,
    date: resolution.date,
    formulas: resolution.enactingFormulas.map(({ text }) => text),
    ...calls(resolution.title, resolution.titleCalls),
    headings: resolution.headings.map(({ id, kind, label, title, before, footnoteCalls }) => ({
      id,
      kind,
      label,
      title,
      before,
      ...calls(title ?? '', footnoteCalls),
    })),
    paragraphs: resolution.paragraphs.map((paragraph) => ({
      id: paragraph.id,
      lines: [paragraph.lines.first, paragraph.lines.last],
      opening: cut(paragraph.text, paragraph.openingPhrase),
      text: paragraph.text,
      ...(paragraph.items.length > 0 ? { items: items(paragraph.items, paragraph.text) } : {}),
      ...calls(paragraph.text, paragraph.footnoteCalls),
      ...(paragraph.anomalies.length > 0
        ? { anomalies: paragraph.anomalies.map(({ kind }) => kind) }
        : {}),
    })),
    annexes: resolution.annexes.map(({ id, title, blocks, footnoteCalls }) => ({
      id,
      title,
      ...calls(title ?? '', footnoteCalls),
      blocks: blocks.map((block) => ({
        kind: block.kind,
        label: block.label,
        text: block.text,
        ...calls(block.text, block.footnoteCalls),
      })),
    })),
    footnotes: resolution.footnotes.map(({ id, text }) => ({ id, text })),
    closing: resolution.closing.map(({ kind, text, footnoteCalls }) => ({
      kind,
      text,
      ...calls(text, footnoteCalls),
    })),
    leftovers: resolution.leftovers.map(({ kind, text }) => ({ kind, text })),
    problems: problems.map(({ code, line, message }) => ({ code, line, message })),
  };
}

/** Every word that comes out of a parse, wherever it stands. */
export function allWords({ resolution }: ParseResult): readonly string[] {
  const {
    title,
    number,
    symbol,
    enactingFormulas,
    headings,
    paragraphs,
    annexes,
    footnotes,
    closing,
    leftovers,
  } = resolution;
  const texts = [
    title,
    number ?? '',
    symbol ?? '',
    ...enactingFormulas.map(({ text }) => text),
    ...headings.map(({ label, title: name }) => `${label ?? ''} ${name ?? ''}`),
    ...paragraphs.map(({ printedNumber, text }) => `${printedNumber ?? ''} ${text}`),
    ...annexes.flatMap(({ label, title: name, blocks }) => [
      label,
      name ?? '',
      ...blocks.map((block) => `${block.label ?? ''} ${block.text}`),
    ]),
    ...footnotes.map(({ label, text }) => `${label} ${text}`),
    ...closing.map(({ text }) => text),
    ...leftovers.map(({ text }) => text),
  ];
  return texts.flatMap((text) => text.match(/[\p{L}]+/gu) ?? []);
}
