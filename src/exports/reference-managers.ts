import type { PublishedParagraph, PublishedResolution } from '../corpus/corpus.ts';
import type { ParagraphExport, ResolutionExport } from './export.ts';
import type { Cited } from './citation-styles.ts';
import { ordinal } from '../resolution/ordinal.ts';
import { nameLoose } from '../resolution/paragraph-name.ts';
import { citedParagraph, citedResolution } from './plain-text.ts';

// The traps of each format were measured with Zotero, bibutils and citation-js: see the comments at each writer.

/** A paragraph's place as a reference manager's free text: "para. 23", "third preambular paragraph". */
function place({ paragraph }: Cited): string | null {
  if (paragraph === null) return null;
  return paragraph.kind === 'operative' && paragraph.printedNumber !== null
    ? `para. ${paragraph.printedNumber}`
    : (nameLoose(paragraph, 'para.') ?? `${ordinal(paragraph.number)} ${paragraph.kind} paragraph`);
}

const title = (cited: Cited): string =>
  [`${cited.about.title}: ${cited.about.body} resolution ${cited.about.number}`, place(cited)]
    .filter((part) => part !== null)
    .join(', ');

/** Braces keep capitals; BibTeX's own characters are escaped. */
const bib = (text: string): string =>
  text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, (character) => `\\${character}`);

/** `@techreport` with a corporate author in double braces: Zotero makes it a report with all fields; the key is the page's id. */
function bibtex(cited: Cited, key: string): string {
  const { about, address } = cited;
  const [year = '', month = '', day = ''] = about.date.split('-');
  const months = [
    'jan',
    'feb',
    'mar',
    'apr',
    'may',
    'jun',
    'jul',
    'aug',
    'sep',
    'oct',
    'nov',
    'dec',
  ];
  const fields = [
    `  author = {{UN ${bib(about.body)}}}`,
    `  title = {{${bib(title(cited))}}}`,
    `  institution = {{United Nations}}`,
    `  type = {Resolution}`,
    `  number = {${bib(about.symbol)}}`,
    `  year = {${year}}`,
    `  month = ${months[Number(month) - 1] ?? 'jan'}`,
    `  day = {${Number(day)}}`,
    `  url = {${address}}`,
    `  note = {Unofficial reading copy}`,
  ];
  return `@techreport{${key},\n${fields.join(',\n')}\n}\n`;
}

/** `RPRT`, for `LEGAL` becomes a court case; the comma after the author keeps a body from being split into a person's names. */
function ris(cited: Cited): string {
  const { about, address } = cited;
  const lines = [
    ['TY', 'RPRT'],
    ['AU', `UN ${about.body},`],
    ['TI', title(cited)],
    ['PY', about.date.slice(0, 4)],
    ['DA', about.date.replaceAll('-', '/')],
    ['PB', 'United Nations'],
    ['SN', about.symbol],
    ['M1', about.symbol],
    ['UR', address],
    ['N1', 'Unofficial reading copy'],
    ['LA', 'en'],
  ];
  return `${lines.map(([tag, value]) => `${tag}  - ${value}`).join('\r\n')}\r\nER  - \r\n`;
}

/** Type `legislation` with a literal author; no `page`, which styles would print as "para. para. 23". */
function csl(cited: Cited, id: string): string {
  const { about, address } = cited;
  const at = place(cited);
  return `${JSON.stringify(
    [
      {
        id,
        type: 'legislation',
        title: title(cited),
        author: [{ literal: `UN ${about.body}` }],
        authority: about.body,
        number: about.symbol,
        ...(at === null ? {} : { section: at }),
        issued: { 'date-parts': [about.date.split('-').map(Number)] },
        URL: address,
        language: 'en',
        note: 'Unofficial reading copy',
      },
    ],
    null,
    2,
  )}\n`;
}

const key = ({ id }: PublishedResolution, paragraph: PublishedParagraph): string =>
  `un-${id}-${paragraph.id}`;

export const referenceManagerExports: readonly (ParagraphExport | ResolutionExport)[] = [
  {
    scope: 'paragraph',
    suffix: '.bib',
    label: 'BibTeX',
    mediaType: 'application/x-bibtex',
    write: (paragraph, resolution, host) =>
      bibtex(citedParagraph(paragraph, resolution, host), key(resolution, paragraph)),
  },
  {
    scope: 'paragraph',
    suffix: '.ris',
    label: 'RIS',
    mediaType: 'application/x-research-info-systems',
    write: (paragraph, resolution, host) => ris(citedParagraph(paragraph, resolution, host)),
  },
  {
    scope: 'paragraph',
    suffix: '.csl.json',
    label: 'CSL JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: (paragraph, resolution, host) =>
      csl(citedParagraph(paragraph, resolution, host), key(resolution, paragraph)),
  },
  {
    scope: 'resolution',
    suffix: '.bib',
    label: 'BibTeX',
    mediaType: 'application/x-bibtex',
    write: (resolution, _corpus, host) =>
      bibtex(citedResolution(resolution, host), `un-${resolution.id}`),
  },
  {
    scope: 'resolution',
    suffix: '.ris',
    label: 'RIS',
    mediaType: 'application/x-research-info-systems',
    write: (resolution, _corpus, host) => ris(citedResolution(resolution, host)),
  },
  {
    scope: 'resolution',
    suffix: '.csl.json',
    label: 'CSL JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: (resolution, _corpus, host) =>
      csl(citedResolution(resolution, host), `un-${resolution.id}`),
  },
];
