import { withBase } from '../resolution/address.ts';
import type { ParagraphExport, ResolutionExport } from './export.ts';
import { paragraphRecord, resolutionRecord } from './records.ts';

const format = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

export const paragraphJson: ParagraphExport = {
  scope: 'paragraph',
  suffix: '.json',
  label: 'JSON',
  mediaType: 'application/json',
  write: (paragraph, resolution, host) =>
    format({
      $schema: new URL(withBase(host.base, '/schema/paragraph.json'), host.site).href,
      ...paragraphRecord(paragraph, resolution, host),
      resolution: resolutionRecord(resolution, host),
    }),
};

export const resolutionJson: ResolutionExport = {
  scope: 'resolution',
  suffix: '.json',
  label: 'JSON',
  mediaType: 'application/json',
  write: (resolution, _corpus, host) =>
    format({
      $schema: new URL(withBase(host.base, '/schema/resolution.json'), host.site).href,
      ...resolutionRecord(resolution, host),
      headings: resolution.parsed.headings.map(({ id, kind, label, title, before }) => ({
        id,
        kind,
        label,
        title,
        before,
      })),
      annexes: resolution.parsed.annexes.map(({ id, label, title, blocks }) => ({
        id,
        label,
        title,
        blocks: blocks.map(({ kind, label: own, text }) => ({ kind, label: own, text })),
      })),
      paragraphs: resolution.paragraphs.map((paragraph) =>
        paragraphRecord(paragraph, resolution, host),
      ),
    }),
};
