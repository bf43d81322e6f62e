import { renderSVG } from 'uqr';
import type { ParagraphExport, ResolutionExport } from './export.ts';
import { citedParagraph, citedResolution } from './plain-text.ts';

/**
 * An address as a QR code in SVG (ISO/IEC 18004), error correction M, with the quiet zone of four modules: dark on
 * white in any theme, for scanners; to be printed at two centimetres or more.
 */
export function qrCode(address: string): string {
  return renderSVG(address, { ecc: 'M', border: 4, whiteColor: '#fff', blackColor: '#000' });
}

const format = { label: 'QR code (SVG)', mediaType: 'image/svg+xml' } as const;

/** The paragraph's own address, for sheets and slides. */
export const paragraphQrCode: ParagraphExport = {
  ...format,
  scope: 'paragraph',
  suffix: '/qr.svg',
  write: (paragraph, resolution, host) =>
    `${qrCode(citedParagraph(paragraph, resolution, host).address)}\n`,
};

/** The address of the resolution, for its printed form. */
export const resolutionQrCode: ResolutionExport = {
  ...format,
  scope: 'resolution',
  suffix: '/qr.svg',
  write: (resolution, _corpus, host) => `${qrCode(citedResolution(resolution, host).address)}\n`,
};
