import { strToU8, zipSync, type Zippable } from 'fflate';
import { absolute, paragraphPath } from '../resolution/address.ts';
import { firstWords, nameParagraph } from '../resolution/paragraph-name.ts';
import { escapeHtml as escapeXml } from './escape-html.ts';
import type { Host, Placed, ResolutionExport, TopicExport } from './export.ts';
import { byResolution } from './collection.ts';

/** One date for all entries of a ZIP: the first that the format can hold, so that the bytes stay the same. */
export const zipDate = new Date(1980, 0, 1);

interface Module {
  readonly id: string;
  readonly title: string;
  readonly links: readonly (Placed & {
    /** The same in every cartridge made of the same paragraphs. */
    readonly id: string;
  })[];
}

/**
 * A Common Cartridge 1.1 of web links (IMS Global). 1.1 because Moodle's importer knows nothing newer; the namespace
 * stands in the first kilobyte, where Moodle looks for it; a root item, modules, then links, which is what Canvas
 * makes modules of; identifiers are the paragraphs' own, so that a second import updates.
 */
function cartridge(
  id: string,
  title: string,
  modules: readonly Module[],
  { site, base }: Host,
): Uint8Array {
  const label = ({ paragraph, resolution }: Placed): string =>
    `${nameParagraph(resolution.about.number, paragraph).short}: ${firstWords(paragraph.text, 80)}`;
  const all = modules.flatMap(({ links }) => links);
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M_${id}" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
  <metadata>
    <schema>IMS Common Cartridge</schema>
    <schemaversion>1.1.0</schemaversion>
    <lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string language="en">${escapeXml(title)}</lomimscc:string></lomimscc:title></lomimscc:general></lomimscc:lom>
  </metadata>
  <organizations>
    <organization identifier="O_1" structure="rooted-hierarchy">
      <item identifier="root">
${modules.map((module) => `      <item identifier="I_${module.id}"><title>${escapeXml(module.title)}</title>\n${module.links.map((link) => `        <item identifier="I_${module.id}_${link.id}" identifierref="R_${link.id}"><title>${escapeXml(label(link))}</title></item>\n`).join('')}      </item>\n`).join('')}      </item>
    </organization>
  </organizations>
  <resources>
${all.map((link) => `    <resource identifier="R_${link.id}" type="imswl_xmlv1p1"><file href="links/${link.id}.xml"/></resource>\n`).join('')}  </resources>
</manifest>
`;
  const files: Zippable = { 'imsmanifest.xml': strToU8(manifest) };
  for (const link of all) {
    files[`links/${link.id}.xml`] = strToU8(`<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">
  <title>${escapeXml(label(link))}</title>
  <url href="${escapeXml(absolute(site, base, paragraphPath(link.resolution.id, link.paragraph.id)))}" target="_blank"/>
</webLink>
`);
  }
  return zipSync(files, { mtime: zipDate, level: 9 });
}

const format = {
  suffix: '.imscc',
  label: 'Course links (Common Cartridge)',
  mediaType: 'application/zip',
} as const;

export const resolutionCartridge: ResolutionExport = {
  ...format,
  scope: 'resolution',
  write: (resolution, _corpus, host) => {
    const { id, about, paragraphs } = resolution;
    const module = (kind: 'preambular' | 'operative', title: string): Module => ({
      id: kind,
      title,
      links: paragraphs
        .filter((paragraph) => paragraph.kind === kind)
        .map((paragraph) => ({ id: paragraph.id, paragraph, resolution })),
    });
    return cartridge(
      id,
      `${about.body} resolution ${about.number}: ${about.title}`,
      [
        module('preambular', 'Preambular paragraphs'),
        module('operative', 'Operative paragraphs'),
      ].filter(({ links }) => links.length > 0),
      host,
    );
  },
};

/** One module for each resolution that the topic's paragraphs stand in. */
export const topicCartridge: TopicExport = {
  ...format,
  scope: 'topic',
  mostParagraphs: 1000,
  write: (topic, host) =>
    cartridge(
      `topic_${topic.id}`,
      topic.label,
      byResolution(topic.entries).map(([{ id, about }, entries]) => ({
        id,
        title: `${about.body} resolution ${about.number}: ${about.title}`,
        links: entries.map((entry) => ({ ...entry, id: `${id}_${entry.paragraph.id}` })),
      })),
      host,
    ),
};
