import { resolutionCartridge, topicCartridge } from './common-cartridge.ts';
import { citationsCsv, resolutionCsv } from './csv.ts';
import { inventory, llms, sitemap } from './edition.ts';
import { embedCard, embedScript, embedStyle, oembed } from './embed.ts';
import { resolutionEpub } from './epub.ts';
import type { Export } from './export.ts';
import { apacheFile, headersFile, nginxFile, redirectsFile } from './hosts.ts';
import { paragraphJson, resolutionJson } from './json.ts';
import { paragraphSchema, resolutionSchema } from './json-schema.ts';
import { paragraphJsonLd } from './json-ld.ts';
import { paragraphQrCode, resolutionQrCode } from './qr-code.ts';
import { resolutionSlides, topicSlides } from './slides.ts';
import { resolutionDocx, topicDocx } from './word-document.ts';
import { paragraphText, resolutionText } from './plain-text.ts';
import { referenceManagerExports } from './reference-managers.ts';

/** Every form in which the edition leaves the site. A new one is a file of its own and a line here. */
export const registry: readonly Export[] = [
  paragraphJson,
  paragraphJsonLd,
  paragraphQrCode,
  paragraphText,
  resolutionJson,
  resolutionQrCode,
  resolutionText,
  ...referenceManagerExports,
  resolutionCsv,
  citationsCsv,
  resolutionCartridge,
  resolutionSlides,
  resolutionDocx,
  resolutionEpub,
  topicCartridge,
  topicSlides,
  topicDocx,
  embedCard,
  oembed,
  embedStyle,
  embedScript,
  paragraphSchema,
  resolutionSchema,
  redirectsFile,
  headersFile,
  nginxFile,
  apacheFile,
  sitemap,
  llms,
  inventory,
];
