import type { ResolutionFile } from '../corpus/schemas.ts';
import { longDate } from '../resolution/long-date.ts';
import type { Paragraph } from '../resolution/model.ts';
import { ordinal, ordinalSuffix } from '../resolution/ordinal.ts';
import { nameLoose } from '../resolution/paragraph-name.ts';

/** A piece of a citation; plain, HTML and rich text are all written from the same pieces. */
export interface Run {
  readonly text: string;
  readonly italic?: true;
  readonly href?: string;
}

/** What is cited: a paragraph of a resolution, or with null the resolution itself. */
export interface Cited {
  readonly about: Pick<ResolutionFile, 'body' | 'number' | 'title' | 'symbol' | 'date' | 'session'>;
  readonly paragraph: Pick<
    Paragraph,
    'kind' | 'number' | 'printedNumber' | 'looseAfter' | 'section'
  > | null;
  /** Absolute. */
  readonly address: string;
}

export interface CitationStyle {
  readonly id: string;
  readonly label: string;
  readonly write: (cited: Cited) => readonly Run[];
}

const year = (iso: string): string => iso.slice(0, 4);

/** `section II, ` where numbering restarts in sections: "section III, paragraph 3, of its resolution". */
const within = ({ section }: { readonly section: string | null }): string =>
  section === null ? '' : `section ${section.toUpperCase()}, `;

/** `para. 23` or `third preambular paragraph`. */
function pinpoint({ paragraph }: Cited): string | null {
  if (paragraph === null) return null;
  const loose = nameLoose(paragraph, 'para.');
  if (loose !== null) return `${within(paragraph)}${loose}`;
  return paragraph.kind === 'operative' && paragraph.printedNumber !== null
    ? `${within(paragraph)}para. ${paragraph.printedNumber}`
    : `${within(paragraph)}${ordinal(paragraph.number)} ${paragraph.kind} paragraph`;
}

const joined = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(', ');
const plain = (text: string): Run => ({ text });
const italic = (text: string): Run => ({ text, italic: true });
const link = (href: string): Run => ({ text: href, href });

/**
 * All styles in the order in which the site offers them. Each holds organ, number, paragraph, symbol, date and address,
 * so that the paragraph can be found when the address is dead.
 */
export const citationStyles: readonly CitationStyle[] = [
  {
    id: 'un-footnote',
    label: 'United Nations, footnote',
    /** UN Editorial Manual: organ in full, "resolution", number, "para."; symbol and date added for readers elsewhere. */
    write: (cited) => {
      const { body, number, symbol, date } = cited.about;
      return [
        plain(
          `${joined(`${body} resolution ${number}`, pinpoint(cited))} (${symbol}, ${longDate(date)}), `,
        ),
        link(cited.address),
      ];
    },
  },
  {
    id: 'un-text',
    label: 'United Nations, running text',
    /** UN Editorial Manual: "paragraph 12 of resolution …"; the word is written out in running text. */
    write: (cited) => {
      const { body, number, symbol, date } = cited.about;
      const { paragraph } = cited;
      const where =
        paragraph === null
          ? ''
          : paragraph.kind === 'operative' && paragraph.printedNumber !== null
            ? `${within(paragraph)}paragraph ${paragraph.printedNumber}${paragraph.section === null ? '' : ','} of `
            : `the ${nameLoose(paragraph, 'paragraph') ?? `${ordinal(paragraph.number)} ${paragraph.kind} paragraph`} of `;
      return [
        plain(`${where}${body} resolution ${number} of ${longDate(date)} (${symbol}, `),
        link(cited.address),
        plain(')'),
      ];
    },
  },
  {
    id: 'pp-op',
    label: 'Short form of negotiations',
    /** PP and OP with a number, as written and spoken in negotiations; the preambular count is ours. */
    write: (cited) => {
      const { body, number, symbol, date } = cited.about;
      const { paragraph } = cited;
      const where =
        paragraph === null
          ? ''
          : `${nameLoose(paragraph, 'OP') ?? `${paragraph.section === null ? '' : `${paragraph.section.toUpperCase()}.`}${paragraph.kind === 'operative' ? 'OP' : 'PP'}${paragraph.printedNumber ?? paragraph.number}`}, `;
      return [
        plain(`${where}${body} resolution ${number} (${symbol}, ${longDate(date)}), `),
        link(cited.address),
      ];
    },
  },
  {
    id: 'oscola',
    label: 'OSCOLA',
    /** OSCOLA 2006, International Law section 13: body, "Res" with number, date in brackets, UN Doc symbol, then the paragraph. */
    write: (cited) => {
      const { body, number, symbol, date } = cited.about;
      return [
        plain(
          joined(
            `UN ${body} Res ${number} (${longDate(date)}) UN Doc ${symbol}`,
            oscolaPinpoint(cited),
          ),
        ),
        plain(' <'),
        link(cited.address),
        plain('>'),
      ];
    },
  },
  {
    id: 'aglc',
    label: 'AGLC',
    /** AGLC 4, rules 9.2.2 to 9.2.13, in their order: title in italics, "Res" number, session ("60th sess"), UN Doc, date in brackets, pinpoint. */
    write: (cited) => {
      const { body, number, symbol, date, title, session } = cited.about;
      const details = joined(
        `UN ${body} Res ${number}`,
        session === undefined ? null : aglcSession(session),
        `UN Doc ${symbol}`,
      );
      return [
        italic(title),
        plain(
          `, ${details} (${longDate(date)})${cited.paragraph === null ? '' : ` ${oscolaPinpoint(cited) ?? ''}`} <`,
        ),
        link(cited.address),
        plain('>'),
      ];
    },
  },
  {
    id: 'bluebook',
    label: 'Bluebook',
    /** Bluebook 21, rule 21.7.2: "U.N." and the organ, in full as few know its abbreviation, "Res.", pinpoint with ¶, U.N. Doc. symbol, date in brackets (month abbreviated, rule T12). */
    write: (cited) => {
      const { body, number, symbol, date } = cited.about;
      const { paragraph } = cited;
      const where =
        paragraph === null
          ? null
          : paragraph.kind === 'operative' && paragraph.printedNumber !== null
            ? `¶ ${paragraph.printedNumber}`
            : (nameLoose(paragraph, '¶') ??
              `${paragraph.kind === 'operative' ? 'operative' : 'pmbl.'} ¶ ${paragraph.number}`);
      return [
        plain(
          `${joined(`U.N. ${body} Res. ${number}`, where, `U.N. Doc. ${symbol}`)} (${bluebookDate(date)}), `,
        ),
        link(cited.address),
      ];
    },
  },
  {
    id: 'apa',
    label: 'APA',
    /** APA 7, section 11: resolution as a legal reference; organ as author, year, title in italics with number and symbol; the paragraph follows. */
    write: (cited) => {
      const { body, number, symbol, date, title } = cited.about;
      return [
        plain(`United Nations, ${body}. (${year(date)}). `),
        italic(title),
        plain(
          ` (Resolution ${number}, ${symbol}, ${longDate(date)}${cited.paragraph === null ? '' : `, ${pinpoint(cited) ?? ''}`}). `,
        ),
        link(cited.address),
      ];
    },
  },
  {
    id: 'chicago',
    label: 'Chicago',
    /** Chicago Manual 17, 14.298: organ, number, title in quotation marks, symbol, date in brackets, paragraph, address. */
    write: (cited) => {
      const { body, number, symbol, date, title } = cited.about;
      return [
        plain(
          `${joined(`United Nations, ${body}`, `Resolution ${number}`)}, “${title},” ${joined(`${symbol} (${longDate(date)})`, pinpoint(cited))}, `,
        ),
        link(cited.address),
        plain('.'),
      ];
    },
  },
  {
    id: 'mla',
    label: 'MLA',
    /** MLA 9: government author, title in italics, number and symbol, date with the month abbreviated, location, address. */
    write: (cited) => {
      const { body, number, symbol, date, title } = cited.about;
      return [
        plain(`United Nations, ${body}. `),
        italic(title),
        plain(`. ${joined(`Resolution ${number}`, symbol, mlaDate(date), pinpoint(cited))}. `),
        link(cited.address),
        plain('.'),
      ];
    },
  },
];

/** OSCOLA and AGLC write neither full stop nor comma in abbreviations. */
function oscolaPinpoint({ paragraph }: Cited): string | null {
  if (paragraph === null) return null;
  return paragraph.kind === 'operative' && paragraph.printedNumber !== null
    ? `${within(paragraph)}para ${paragraph.printedNumber}`
    : `${within(paragraph)}${nameLoose(paragraph, 'para') ?? `${paragraph.kind} para ${paragraph.number}`}`;
}

/** AGLC 4, rule 9.2.6: `60th sess` for "sixtieth session"; a session named otherwise stays as it is. */
function aglcSession(session: string): string {
  const [, words] = /^(\S+) session$/i.exec(session) ?? [];
  const number = Array.from({ length: 99 }, (_, index) => index + 1).find(
    (one) => ordinal(one) === words?.toLowerCase(),
  );
  return number === undefined ? session : `${number}${ordinalSuffix(number)} sess`;
}

const shortMonths = [
  'Jan.',
  'Feb.',
  'Mar.',
  'Apr.',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

function bluebookDate(iso: string): string {
  return `${shortMonths[Number(iso.slice(5, 7)) - 1] ?? ''} ${Number(iso.slice(8, 10))}, ${year(iso)}`;
}

function mlaDate(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${shortMonths[Number(iso.slice(5, 7)) - 1] ?? ''} ${year(iso)}`;
}

/** A citation as plain text. */
export function citationText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
