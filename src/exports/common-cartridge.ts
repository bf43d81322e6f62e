import { strToU8, zipSync, type Zippable } from 'fflate';
import type { PublishedParagraph, PublishedResolution } from '../corpus/corpus.ts';
import { absolute, paragraphPath } from '../resolution/address.ts';
import { firstWords, nameParagraph } from '../resolution/paragraph-name.ts';
import { escapeHtml as escapeXml } from './escape-html.ts';
import type { Host, ResolutionExport } from './export.ts';

/** One date for all entries of a ZIP: the first that the format can hold, so that the bytes stay the same. */
export const zipDate = new Date(1980, 0, 1);

/**
 * A Common Cartridge 1.1 of web links (IMS Global). 1.1 because Moodle's importer knows nothing newer; the namespace
 * stands in the first kilobyte, where Moodle looks for it; a root item, modules, then links, which is what Canvas
 * makes modules of; identifiers are the paragraphs' own, so that a second import updates.
 */
function cartridge(
  { id, about }: PublishedResolution,
  modules: readonly {
    readonly id: string;
    readonly title: string;
    readonly paragraphs: readonly PublishedParagraph[];
  }[],
  { site, base }: Host,
): Uint8Array {
  const label = (paragraph: PublishedParagraph): string =>
    `${nameParagraph(about.number, paragraph).short}: ${firstWords(paragraph.text, 80)}`;
  const all = [...new Set(modules.flatMap(({ paragraphs }) => paragraphs))];
  const item = (module: string, paragraph: PublishedParagraph): string =>
    `        <item identifier="I_${module}_${paragraph.id}" identifierref="R_${paragraph.id}"><title>${escapeXml(label(paragraph))}</title></item>\n`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M_${id}" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
  <metadata>
    <schema>IMS Common Cartridge</schema>
    <schemaversion>1.1.0</schemaversion>
    <lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string language="en">${escapeXml(`${about.body} resolution ${about.number}: ${about.title}`)}</lomimscc:string></lomimscc:title></lomimscc:general></lomimscc:lom>
  </metadata>
  <organizations>
    <organization identifier="O_1" structure="rooted-hierarchy">
      <item identifier="root">
${modules.map((module) => `      <item identifier="I_${module.id}"><title>${escapeXml(module.title)}</title>\n${module.paragraphs.map((paragraph) => item(module.id, paragraph)).join('')}      </item>\n`).join('')}      </item>
    </organization>
  </organizations>
  <resources>
${all.map((paragraph) => `    <resource identifier="R_${paragraph.id}" type="imswl_xmlv1p1"><file href="links/${paragraph.id}.xml"/></resource>\n`).join('')}  </resources>
</manifest>
`;
  const files: Zippable = { 'imsmanifest.xml': strToU8(manifest) };
  for (const paragraph of all) {
    files[`links/${paragraph.id}.xml`] = strToU8(`<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">
  <title>${escapeXml(label(paragraph))}</title>
  <url href="${escapeXml(absolute(site, base, paragraphPath(id, paragraph.id)))}" target="_blank"/>
</webLink>
`);
  }
  return zipSync(files, { mtime: zipDate, level: 9 });
}

export const resolutionCartridge: ResolutionExport = {
  scope: 'resolution',
  suffix: '.imscc',
  label: 'Course links (Common Cartridge)',
  mediaType: 'application/zip',
  write: (resolution, _corpus, host) =>
    cartridge(
      resolution,
      [
        {
          id: 'preambular',
          title: 'Preambular paragraphs',
          paragraphs: resolution.paragraphs.filter(({ kind }) => kind === 'preambular'),
        },
        {
          id: 'operative',
          title: 'Operative paragraphs',
          paragraphs: resolution.paragraphs.filter(({ kind }) => kind === 'operative'),
        },
      ].filter(({ paragraphs }) => paragraphs.length > 0),
      host,
    ),
};
