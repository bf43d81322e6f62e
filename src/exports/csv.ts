import { absolute, paragraphPath } from '../resolution/address.ts';
import type { Collection, Host, QuotedParagraph, ResolutionExport } from './export.ts';
import { targetAddresses } from './records.ts';

/** A cell that no spreadsheet takes for a formula (OWASP, "CSV Injection"), quoted as RFC 4180 asks. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows with CRLF and a byte-order mark, without which Excel reads UTF-8 as something else. */
function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

const columns = ['id', 'number', 'kind', 'opening', 'text', 'address'];

function row(
  { id, number, kind, openingPhrase, text }: QuotedParagraph,
  resolution: string,
  { site, base }: Host,
): readonly (string | number)[] {
  return [
    id,
    number,
    kind,
    openingPhrase === null ? '' : text.slice(openingPhrase.start, openingPhrase.end),
    text,
    absolute(site, base, paragraphPath(resolution, id)),
  ];
}

export const resolutionCsv: ResolutionExport = {
  scope: 'resolution',
  suffix: '.csv',
  label: 'Table (CSV)',
  mediaType: 'text/csv; charset=utf-8',
  write: ({ id, paragraphs }, _corpus, host) =>
    csv([columns, ...paragraphs.map((paragraph) => row(paragraph, id, host))]),
};

/** Paragraphs put together, as a table that names the resolution in each row. */
export function collectionCsv({ entries }: Collection, host: Host): string {
  return csv([
    ['resolution', 'symbol', ...columns],
    ...entries.map(({ paragraph, resolution: { id, about } }) => [
      `${about.body} resolution ${about.number}`,
      about.symbol,
      ...row(paragraph, id, host),
    ]),
  ]);
}

export const citationsCsv: ResolutionExport = {
  scope: 'resolution',
  suffix: '/citations.csv',
  label: 'Citations (CSV)',
  mediaType: 'text/csv; charset=utf-8',
  write: ({ paragraphs }, _corpus, host) =>
    csv([
      ['paragraph', 'words', 'role', 'found by', 'how', 'targets', 'no link because', 'note'],
      ...paragraphs.flatMap((paragraph) =>
        paragraph.citations.map(({ words, role, foundBy, how, target, note }) => [
          paragraph.id,
          words,
          role,
          foundBy,
          how ?? '',
          targetAddresses(target, host).join(' '),
          target.kind === 'unresolved' ? target.reason : '',
          note ?? '',
        ]),
      ),
    ]),
};
