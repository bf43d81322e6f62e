import type { Corpus } from '../corpus/corpus.ts';
import {
  absolute,
  actionPath,
  addresseePath,
  instrumentPath,
  paragraphPath,
  resolutionExportPath,
  resolutionPath,
  topicPath,
} from '../resolution/address.ts';
import { actionOf } from '../resolution/action.ts';
import { nameParagraph } from '../resolution/paragraph-name.ts';
import { escapeHtml as escapeXml } from './escape-html.ts';
import type { EditionExport, Host } from './export.ts';

/** Every page that search engines should know, in the order of the site. */
function addresses({ resolutions, instruments, topics, addressees }: Corpus): readonly string[] {
  const actions = new Set(
    resolutions.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ openingPhrase, text }) =>
        openingPhrase === null
          ? []
          : [actionOf(text.slice(openingPhrase.start, openingPhrase.end)).id],
      ),
    ),
  );
  return [
    '/',
    ...resolutions.flatMap(({ id, paragraphs }) => [
      resolutionPath(id),
      ...paragraphs.map((paragraph) => paragraphPath(id, paragraph.id)),
    ]),
    ...['/instruments/', '/topics/', '/addressees/', '/actions/'],
    ...instruments.map(({ id }) => instrumentPath(id)),
    ...topics.map(({ id }) => topicPath(id)),
    ...addressees.map(({ id }) => addresseePath(id)),
    ...[...actions].sort().map(actionPath),
  ];
}

/** sitemaps.org protocol 0.9; no dates, for the texts do not change. */
export const sitemap: EditionExport = {
  scope: 'edition',
  path: '/sitemap.xml',
  label: null,
  mediaType: 'application/xml',
  write: (corpus, { site, base }) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses(
      corpus,
    )
      .map((path) => `  <url><loc>${escapeXml(absolute(site, base, path))}</loc></url>\n`)
      .join('')}</urlset>\n`,
};

/** llmstxt.org: what is here, for programs that read for people. */
export const llms: EditionExport = {
  scope: 'edition',
  path: '/llms.txt',
  label: null,
  mediaType: 'text/plain; charset=utf-8',
  write: ({ resolutions }, { site, base }) =>
    `# Pilcrow\n\n> United Nations resolutions, one paragraph a page. Unofficial reading copy: only the text published by the United Nations is authentic. Cite a paragraph by organ, number and paragraph number, with the symbol.\n\n## Resolutions\n\n${resolutions
      .map(
        ({ id, about }) =>
          `- [${about.body} resolution ${about.number}, ${about.title}](${absolute(site, base, resolutionPath(id))}): [plain text](${absolute(site, base, resolutionExportPath(id, '.txt'))}), [JSON](${absolute(site, base, resolutionExportPath(id, '.json'))})`,
      )
      .join('\n')}\n`,
};

/** Symbol or name → address, so that other sites can link without knowing ours. */
export const inventory: EditionExport = {
  scope: 'edition',
  path: '/inventory.json',
  label: null,
  mediaType: 'application/json',
  write: ({ resolutions, instruments }, host) => {
    const full = (path: string, { site, base }: Host): string => absolute(site, base, path);
    return `${JSON.stringify(
      {
        resolutions: resolutions.map(({ id, about, paragraphs }) => ({
          symbols: [about.symbol],
          names: [`${about.body} resolution ${about.number}`],
          address: full(resolutionPath(id), host),
          paragraphs: Object.fromEntries(
            paragraphs.map((paragraph) => [
              nameParagraph(about.number, paragraph).short,
              full(paragraphPath(id, paragraph.id), host),
            ]),
          ),
        })),
        instruments: instruments.map(
          ({
            id,
            name,
            short,
            abbreviations = [],
            aliases = [],
            searchNames = [],
            symbols = [],
          }) => ({
            symbols: symbols.map(({ symbol }) => symbol),
            names: [...new Set([name, short, ...abbreviations, ...aliases, ...searchNames])],
            address: full(instrumentPath(id), host),
          }),
        ),
      },
      null,
      1,
    )}\n`;
  },
};
