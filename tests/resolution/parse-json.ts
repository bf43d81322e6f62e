import type { Item, Span } from '../../src/resolution/model.ts';
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
  return {
    title: resolution.title,
    body: resolution.body,
    number: resolution.number,
    symbol: resolution.symbol,
    date: resolution.date,
    formulas: resolution.enactingFormulas.map(({ text }) => text),
    headings: resolution.headings.map(({ id, kind, label, title, before }) => ({
      id,
      kind,
      label,
      title,
      before,
    })),
    paragraphs: resolution.paragraphs.map((paragraph) => ({
      id: paragraph.id,
      lines: [paragraph.lines.first, paragraph.lines.last],
      opening: cut(paragraph.text, paragraph.openingPhrase),
      text: paragraph.text,
      ...(paragraph.items.length > 0 ? { items: items(paragraph.items, paragraph.text) } : {}),
      ...(paragraph.footnoteCalls.length > 0
        ? {
            calls: paragraph.footnoteCalls.map(
              ({ at, footnote }) =>
                `${footnote} after "${paragraph.text.slice(Math.max(0, at - 12), at)}"`,
            ),
          }
        : {}),
      ...(paragraph.anomalies.length > 0
        ? { anomalies: paragraph.anomalies.map(({ kind }) => kind) }
        : {}),
    })),
    annexes: resolution.annexes.map(({ id, title, blocks }) => ({
      id,
      title,
      blocks: blocks.map(({ kind, label, text }) => ({ kind, label, text })),
    })),
    footnotes: resolution.footnotes.map(({ id, text }) => ({ id, text })),
    closing: resolution.closing.map(({ kind, text }) => ({ kind, text })),
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
