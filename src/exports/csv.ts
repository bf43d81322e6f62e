import { absolute, paragraphPath } from '../resolution/address.ts';
import type { ResolutionExport } from './export.ts';
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

export const resolutionCsv: ResolutionExport = {
  scope: 'resolution',
  suffix: '.csv',
  label: 'Table (CSV)',
  mediaType: 'text/csv; charset=utf-8',
  write: ({ id, paragraphs }, _corpus, { site, base }) =>
    csv([
      ['id', 'number', 'kind', 'opening', 'text', 'address'],
      ...paragraphs.map(({ id: paragraph, number, kind, openingPhrase, text }) => [
        paragraph,
        number,
        kind,
        openingPhrase === null ? '' : text.slice(openingPhrase.start, openingPhrase.end),
        text,
        absolute(site, base, paragraphPath(id, paragraph)),
      ]),
    ]),
};

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
