/** What a single line looks like. Shapes are evidence; where a line stands decides what it is. */

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December';

/** Furniture of a page: it may stand anywhere, in the middle of a sentence too. */
const pageMarkers: readonly RegExp[] = [
  /^[-–—\s]*page \d{1,4}(?: of \d{1,4})?[-–—\s]*$/i,
  /^\/?(?:\.\s?){3}$|^\/…$|^…$/,
  /^\d{1,3}\/\d{1,3}(?:\s\d{2}-\d{5}\b.*)?$/,
  /^\d{2}-\d{5}(?:\s?\([A-Z]\))?(?: [\d*/ ]+)?$/,
  /^\d{1,3} \d{2}-\d{5}(?:\s?\([A-Z]\))?$/,
  /^(?:\d{1,3} )?GE\.\d{2}-\d{5}\b.*$/,
  /^`{3,}$/,
  /^[A-Z]{1,2}\d{6,8}(?: \(?[A-Z]\)?)?(?: \d{6})*$/,
  /^\*\d{6,}\*(?: Please recycle.*)?$/,
  /^Please recycle\b.*$/,
  /^[-–—]\s?\d{1,4}\s?[-–—]$/,
  /^[_‗¯]{3,}$/,
];

export const isPageMarker = (text: string): boolean =>
  pageMarkers.some((shape) => shape.test(text));

/** A document symbol alone on its line, perhaps with a page: a running head after the first page. */
export const isSymbolLine = (text: string): boolean =>
  /^(?:[AES]|ST|DP|UNEP|TD|CRC|HRI)\/[A-Z0-9][A-Za-z0-9./()-]*(?: \(\d{4}\))?(?: page \d+)?$/i.test(
    text,
  ) && /\d/.test(text);

/** A figure alone: the number of a page when it stands at a page's edge. */
export const isBareFigure = (text: string): boolean => /^\d{1,3}$/.test(text);

/** "12. " or "12) " before words, or "12." alone on its line. */
export const numberStart = /^(\d{1,3})(?:\s?[.)](?:\s+(?=\S)|(?=[\p{L}("“]))|\.$)/u;

export const labelStart =
  /^(\((?:[a-z]{1,2}|[ivxIVX]{1,5}|[A-Z]|\d{1,2})\)|[a-z]\)|[-–—•·])(?:\s+(?=\S)|$)/;

/** "1." or "(a)" alone on a line, as copies from PDF give them: the words stand on the next line. */
export const isLabelAlone = (text: string): boolean =>
  /^\d{1,3}\.$/.test(text) || labelStart.exec(text)?.[0] === text;

/**
 * The organ speaks: "The Commission on Human Rights,", "Therefore the General Assembly", with or without a comma, a
 * full stop or an opening quotation mark. Group 1 is the organ.
 */
const organ = String.raw`[\p{Lu}][\p{L}’'-]*(?: (?:[\p{Lu}][\p{L}’'-]*|of|on|for|and|the|in|to|against|with|its|at))*`;
const speaks = String.raw`^[“"'‘]?(?:(?:(?:[Nn]ow,? )?[Tt]herefore|[Aa]ccordingly),? (?:the|The)|Resolved by the|The|THE)`;
export const formula = new RegExp(`${speaks} (${organ})(?:, therefore)?[,.:]?$`, 'u');

/** "Now, therefore," on a line of its own, before the organ. */
export const therefore = /^(?:Now,? )?[Tt]herefore,?$/;

/** "To this end, requests …": the purpose before the verb. */
export const toThisEnd = /^(?:And )?[Tt]o (?:this|that|these) ends?,? /;

/** "And to this end", "To this end," alone: what follows acts. */
export const leadIn = /^(?:And [Tt]|T)o (?:this|that|these) ends?,?$/;

/**
 * The organ and the first reason or act on one line: "The General Assembly, Recalling …", "The Economic and Social
 * Council, being charged …", "Resolved by the General Assembly to …". Group 1 is the formula, group 3 the last form.
 */
export const inlineFormula = new RegExp(
  `^((?:${speaks} (${organ}),|(Resolved by the \\p{Lu}[\\p{L} ]*?(?= (?:to|that)(?: |$))))) (?=\\p{L})`,
  'u',
);

/** A formula that goes on in the next line: it ends with a word that wants another. */
export const formulaBegins = new RegExp(`${speaks} ${organ}$`, 'u');

/** Parties that agree are no organ that resolves. */
export const isContractingParty = (body: string): boolean =>
  /^(?:States? Part|High Contracting|Contracting|Parties|Governments? (?:of|part)|Members? States of the|Signator)/i.test(
    body,
  );

export type ClosingShape = 'meeting' | 'date' | 'adoption' | 'vote' | 'report' | 'sponsors';

const dateShape = new RegExp(`^[\\[(]?\\d{1,2}(?:st|nd|rd|th)? (?:${months}),? \\d{4}[.\\])]*$`);

const closings: readonly (readonly [ClosingShape, RegExp])[] = [
  [
    'meeting',
    /^[[(]?(?:\d{1,5}(?:st|nd|rd|th)|[A-Z][a-z]*(?:[- ][a-z]+){0,6}?(?<=first|second|third|th)) (?:\(\w+\) )?(?:plenary |closing )?meeting[.,\])]?(?:\d{1,2}|\*)?(?: |$)/,
  ],
  ['date', dateShape],
  [
    'adoption',
    /^[[(]?(?:The (?:draft )?resolution was )?(?:[Rr]esolution )?(?:[Uu]nanimously )?(?:ADOPTED|Adopted|adopted)\b/,
  ],
  [
    'vote',
    /^[[(]?(?:In favour|Against|Abstaining|Abstentions?|Absent|Not voting|Non-voting)\b ?[:.]/i,
  ],
  ['vote', /^(?:RECORDED VOTE|Recorded vote|Vote) (?:ON|on)\b/],
  ['report', /^[[(]?[Ss]ee (?:chap|E\/|A\/)/],
  ['sponsors', /^[[(]?(?:Co-?)?[Ss]ponsors?\b.{0,40}:/],
];

export const closingShape = (text: string): ClosingShape | null =>
  closings.find(([, shape]) => shape.test(text))?.[0] ?? null;

/** A meeting, a date or a note in brackets at the beginning of a text that holds several of them. */
export const closingPiece = new RegExp(
  String.raw`^(?:(?:\d{1,5}(?:st|nd|rd|th)|\p{Lu}[\p{Ll}-]+(?: [\p{Ll}-]+){0,5}) (?:plenary |closing )?meeting[.,]?|\d{1,2} (?:${months}),? \d{4}[.,]?|\[[^\]]*\]\.?)(?: |$)`,
  'u',
);

export const annexStart =
  /^(?:ANNEX(?:ES)?|Annex(?:es)?|APPENDIX|Appendix|ENCLOSURE|Enclosure)(?:[ -]+([IVX]+|[A-Z]|\d+))?(?:\.?\*?|(?::| [–-]) ?\p{Lu}[^;]{2,100}[^;.,])$/u;

/** "A", "II", "Section III", "Part B", alone on a line. */
export const labelHeading = /^(?:(?:Section|SECTION|Part|PART) )?([A-Z]|[IVX]{1,6})\.?$/;

/** "II. Follow-up", "A. General matters", a label and a title that is no sentence. */
export const titledHeading = /^([A-Z]|[IVX]{1,6})\.? ((?:\p{Lu}|[“"])[^;:]{2,120}[^.,;:])$/u;

/** "Article 5", "Principle 2", "Rule 10", "Chapter I". */
export const articleHeading =
  /^(?:Article|ARTICLE|Principle|PRINCIPLE|Rule|RULE|Chapter|CHAPTER|Guideline)\s+(?:\d{1,3}|[IVX]+)\b/;

// Behind the mark may stand quotation marks and the call of a footnote: "2017,4", "report,1/", "report; 2/".
const ending = /(?:[,;.:!?…]|[;,] (?:and|or))(?:["”’')\]*\d]|\d\/| \d{1,3}\/)*$/;

/** A sentence or clause of the resolution may end here. */
export const isEnded = (text: string): boolean => ending.test(text);

/** Every number by which resolutions are cited, of every organ and age. */
export const numberShape = String.raw`(?:S-\d{1,2}|ES-\d{1,2}|\d{1,4})\/\d{1,4}(?: ?[A-Z](?:(?:,| and| to) [A-Z])*)?(?![\d\/])|\d{1,4} ?(?:[A-Z](?:(?:,| and| to) [A-Z])* ?)?\((?:(?:E?S-)?[IVXL]+|(?:19|20)\d{2})\)`;

/** "60/251. Human Rights Council", "Resolution 1325 (2000)", "RESOLUTION 217 A (III)". Groups: number, title. */
export const numberAndTitle = new RegExp(
  `^(?:(?:Draft )?(?:[Rr]esolution|RESOLUTION)s? ?:? ?)?(${numberShape})(?:,? (?:of|adopted on) \\d{1,2} \\p{Lu}\\p{Ll}+ \\d{4})?(?:\\s?\\.?\\s+(?=[\\p{Lu}“"']|\\d{4} \\p{Lu})(.+)|\\s?\\.?)$`,
  'u',
);

/** "A/HRC/RES/53/2", "UNEP/EA.6/RES.12": the symbol of a resolution. */
export const resolutionSymbol =
  /^[A-Z]+(?:\/[A-Z]{2,5}(?:\.\d+)?)?(?:\/[A-Z]{2}\.\d+)?\/RES[./](?:[A-Z0-9.-]+\/)?[\w-]+(?: ?\((?:[\w-]+)\))?(?:\[?[A-Z]?\]?)$/;

const isoMonths = months.split('|');
const dateInText = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${months}),? (\\d{4})\\b`);

/** The first date of a text as ISO 8601, or null. @example toIsoDate('on 19 April 2004') // '2004-04-19' */
export function toIsoDate(text: string): string | null {
  const [, day = '', month = '', year = ''] = dateInText.exec(text) ?? [];
  if (day === '') return null;
  const number = isoMonths.indexOf(month) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** "30 April 2003": a date, not the figure of a footnote. */
export const startsWithDate = (text: string): boolean =>
  new RegExp(`^\\d{1,2} (?:${months})\\b`).test(text);
