/** What a single line looks like. Shapes are evidence; where a line stands decides what it is. */

/** Furniture of a page: it may stand anywhere, in the middle of a sentence too. */
const pageMarkers: readonly RegExp[] = [
  /^[-–—\s]*page \d{1,4}(?: of \d{1,4})?[-–—\s]*$/i,
  /^\/?(?:\.\s?){3}$|^\/\u2026$|^\u2026$/,
  /^\d{1,3}\/\d{1,3}(?:\s+\d{2}-\d{5}.*)?$/,
  /^(?:\d{2}-\d{5}.*)?\s\d{1,3}\/\d{1,3}$/,
  /^\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{6})?(?:\s+\*\d+\*)?(?:\s+\d{1,3}(?:\/\d{1,3})?)?$/,
  /^GE\.\d{2}-\d{5}.*$/,
  /^\*\d{7,}\*$/,
  /^[-–—]\s?\d{1,4}\s?[-–—]$/,
];

export const isPageMarker = (text: string): boolean =>
  pageMarkers.some((shape) => shape.test(text));

/** A document symbol alone on its line: a running head after the first page. */
export const isSymbolLine = (text: string): boolean =>
  /^(?:[AES]|ST|DP|UNEP)\/[A-Z0-9./() -]+$/.test(text);

export const numberStart = /^(\d{1,3})\s?[.)]\s*(?=\S)/;

export const labelStart = /^(\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)|[-–—•])\s+(?=\S)/;

/** The organ speaks: "The Commission on Human Rights,", "Therefore the General Assembly", up to a comma or the line's end. */
export const formula =
  /^[“"'‘]?(?:(?:[Nn]ow,? )?[Tt]herefore,? |[Aa]ccordingly,? )?[Tt]he ([A-Z][\p{L}’'-]*(?: (?:[A-Z][\p{L}’'-]*|of|on|for|and|the|in|to|against|with|its)){0,15})[,.:]?$/u;

const closings: readonly (readonly [
  kind: 'meeting' | 'date' | 'adoption' | 'vote' | 'report' | 'sponsors',
  shape: RegExp,
])[] = [
  ['meeting', /^\[?\(?\d{1,5}(?:st|nd|rd|th) (?:\(?\w+\)? )?(?:plenary )?meeting\b/i],
  [
    'date',
    /^\[?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}[.\]]?$/,
  ],
  ['adoption', /^[[(]?(?:resolution )?(?:unanimously )?adopted\b/i],
  ['vote', /^(?:in favour|against|abstaining|abstentions?|absent|non-voting)\s?:/i],
  ['report', /^\[?see (?:chap|E\/|A\/)/i],
  ['sponsors', /^[*]+\s|^\[?co-?sponsors?\b/i],
];

export const closingKind = (text: string) =>
  closings.find(([, shape]) => shape.test(text))?.[0] ?? null;

export const annexStart = /^(?:ANNEX|Annex|APPENDIX|Appendix)(?:\s+([IVX]+|[A-Z]|\d+))?$/;

/** A or I alone, or "I. Title": a part or section. */
export const headingStart =
  /^(?:([A-Z]|[IVX]{1,5})\.?|((?:[IVX]{1,5}|[A-Z])\.) ([A-Z].{2,80}[^.,;:]))$/;

/** A sentence or clause of the resolution may end here. */
export const isEnded = (text: string): boolean =>
  /(?:[,;.:]|; and|, and|[,;.]["”’)\]]*|\)\.?)$/.test(text);
