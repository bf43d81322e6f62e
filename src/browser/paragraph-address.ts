import type { SearchableResolution } from './search-vocabulary.ts';

/** A paragraph as somebody asks for it; the resolution need not have it. */
export interface AskedParagraph {
  /** "para. 12" says neither; it means the operative one where there is one. */
  readonly kind: 'operative' | 'preambular' | 'either';
  /** Section or part it stands in, e.g. `a` or `ii`; null when none was named. */
  readonly section: string | null;
  /** `last` as in "last preambular paragraph". */
  readonly number: number | 'last';
  /** Sub-paragraph ids from the outside in, e.g. `['a', 'i']`. */
  readonly items: readonly string[];
}

export interface AddressReading {
  /** The resolution that was named, or null when any of the edition may be meant. */
  readonly resolution: SearchableResolution | null;
  /** Empty when only a resolution was named. */
  readonly paragraphs: readonly AskedParagraph[];
  /** What was typed besides the address. */
  readonly rest: string;
}

const ordinals = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth',
  'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
]; // prettier-ignore
const cardinals = [
  'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
]; // prettier-ignore
const tens = ['twenty', 'thirty', 'forty', 'fifty'];

const number = '(\\d{1,3})(?:st|nd|rd|th)?';
const paragraphWord = '(?:paragraphs?|paras?|pars?)\\.?';
/** Each kind as people write it; "recital" is the word for a preambular paragraph outside the UN. */
const kindPattern = `(?:(?<op>o\\.?\\s?p\\.?s?|operative(?:\\s+${paragraphWord})?)|(?<pp>p\\.?\\s?p\\.?s?|(?:preambular|preambulatory|preamble)(?:\\s+${paragraphWord})?|recitals?)|(?<either>${paragraphWord}|[§¶]+))`;
const itemPattern = '(?:\\s*\\([a-z]{1,4}\\))+|\\s?[a-h](?:\\s*\\([ivx]+\\))?(?![a-z0-9])';
const headPattern = new RegExp(
  `^(?:(?:section|sect\\.?|part)\\s+(?<section>[a-z]{1,4})\\s*,?\\s*)?${kindPattern}(?![a-z])\\s*(?:no\\.?|number|#)?\\s*[-:]?\\s*(?=\\d)`,
);
const ordinalPattern = new RegExp(
  `^(?:the\\s+)?(?:${number}|(?<last>last|final))\\s+(?:(?<op>operative|op)|(?<pp>preambular|preambulatory|preamble|pp))(?:\\s+${paragraphWord})?(?![a-z])`,
);
const figurePattern = new RegExp(`^(\\d{1,3})(?![\\d/])(${itemPattern})?`);
const joinPattern = /^\s*(?:(?<to>-|to|through|until)|(?<and>,?\s*and|,|&|;))\s*/;

/**
 * Reads the ways in which people cite a paragraph: "OP 12", "para. 12 (a)", "PP3", "third preambular paragraph",
 * "2004/45, paras. 8-10", "chr-2004-45/op-8" or a pasted address of the site.
 * @returns null when what was typed does not begin with an address
 */
export function readAddress(
  typed: string,
  resolutions: readonly SearchableResolution[],
): AddressReading | null {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
  return (
    readPasted(text, resolutions) ??
    readResolutionFirst(text, resolutions) ??
    readParagraphFirst(text, resolutions)
  );
}

function readPasted(
  text: string,
  resolutions: readonly SearchableResolution[],
): AddressReading | null {
  for (const resolution of resolutions) {
    const found = new RegExp(
      `(?:^|/)${escape(resolution.id)}(?:/(?:([a-z]+)-)?(op|pp)-?(\\d{1,3})((?:/[a-z]{1,4})*))?(?:\\.[a-z.]+)?/?(?:index\\.html)?(?:[?#]\\S*)?$`,
    ).exec(text);
    if (found === null) continue;
    const [, section, kind, figure, items = ''] = found;
    if (kind === undefined) return { resolution, paragraphs: [], rest: '' };
    const asked: AskedParagraph = {
      kind: kind === 'op' ? 'operative' : 'preambular',
      section: section ?? null,
      number: Number(figure),
      items: items.split('/').filter((item) => item !== ''),
    };
    return { resolution, paragraphs: [asked], rest: '' };
  }
  return null;
}

function readResolutionFirst(
  text: string,
  resolutions: readonly SearchableResolution[],
): AddressReading | null {
  const named = readResolution(text, resolutions);
  if (named === null) return null;
  const asked = readParagraphs(named.rest) ?? readFigures(named.rest, 'either', null);
  if (asked === null) return { resolution: named.resolution, paragraphs: [], rest: named.rest };
  return { resolution: named.resolution, ...asked };
}

function readParagraphFirst(
  text: string,
  resolutions: readonly SearchableResolution[],
): AddressReading | null {
  const asked = readParagraphs(text) ?? readBareNumber(text);
  if (asked === null) return null;
  const named = readResolution(asked.rest.replace(/^(?:of|in|from)\s+/, ''), resolutions);
  if (named === null) return { resolution: null, ...asked };
  return { resolution: named.resolution, paragraphs: asked.paragraphs, rest: named.rest };
}

/** "2004/45", "CHR res. 2004/45", "Commission on Human Rights resolution 2004/45", "E/CN.4/RES/2004/45" */
function readResolution(
  text: string,
  resolutions: readonly SearchableResolution[],
): { resolution: SearchableResolution; rest: string } | null {
  for (const resolution of resolutions) {
    const body = [resolution.body, resolution.bodyAbbreviation].map((name) =>
      escape(name.toLowerCase()).replaceAll(' ', '\\s+'),
    );
    const figures = escape(resolution.number.toLowerCase())
      .replaceAll('/', '[/-]')
      .replaceAll(' ', '\\s*');
    const symbol = escape(resolution.symbol.toLowerCase()).replaceAll(' ', '\\s*');
    const found = new RegExp(
      `^(?:the\\s+)?(?:un\\s+)?(?:(?:${body.join('|')})\\s+)?(?:res(?:olutions?)?\\b[.:]?\\s*)?(?:no\\.?\\s*)?(?:${symbol}|${figures})(?![\\d/])[\\s,.;:]*`,
    ).exec(text);
    if (found !== null) return { resolution, rest: text.slice(found[0].length) };
  }
  return null;
}

type Paragraphs = Pick<AddressReading, 'paragraphs' | 'rest'>;

function readParagraphs(text: string): Paragraphs | null {
  const spelt = withFigures(text);
  const ordinal = ordinalPattern.exec(spelt);
  if (ordinal !== null) {
    const [whole, figure] = ordinal;
    const asked: AskedParagraph = {
      kind: ordinal.groups?.['op'] === undefined ? 'preambular' : 'operative',
      section: null,
      number: figure === undefined ? 'last' : Number(figure),
      items: [],
    };
    return { paragraphs: [asked], rest: trimRest(spelt.slice(whole.length)) };
  }
  const head = headPattern.exec(spelt);
  if (head === null) return null;
  return readFigures(
    spelt.slice(head[0].length),
    kindOf(head.groups ?? {}),
    head.groups?.['section'] ?? null,
  );
}

/** "8", "8 (a)", "8-10", "8, 9 and 12", "8-op 10" */
function readFigures(
  text: string,
  firstKind: AskedParagraph['kind'],
  section: string | null,
): Paragraphs | null {
  const paragraphs: AskedParagraph[] = [];
  let kind = firstKind;
  let rest = text;
  let joined: 'start' | 'and' | 'to' = 'start';
  for (;;) {
    const figure = figurePattern.exec(rest);
    if (figure === null) return joined === 'start' ? null : { paragraphs, rest: trimRest(rest) };
    const [whole, digits, items = ''] = figure;
    const asked: AskedParagraph = {
      kind,
      section,
      number: Number(digits),
      items: items.match(/[a-z]+/g) ?? [],
    };
    const from = paragraphs.at(-1)?.number;
    if (joined === 'to' && typeof from === 'number') {
      for (let between = from + 1; between < Number(digits) && between < from + 60; between += 1) {
        paragraphs.push({ ...asked, number: between, items: [] });
      }
    }
    paragraphs.push(asked);
    rest = rest.slice(whole.length);
    const join = joinPattern.exec(rest);
    if (join === null) return { paragraphs, rest: trimRest(rest) };
    const after = rest.slice(join[0].length);
    const head = headPattern.exec(after);
    const next = head === null ? after : after.slice(head[0].length);
    if (figurePattern.exec(next) === null) return { paragraphs, rest: trimRest(rest) };
    if (head !== null) kind = kindOf(head.groups ?? {});
    joined = join.groups?.['to'] === undefined ? 'and' : 'to';
    rest = next;
  }
}

/** A number alone, with or without sub-paragraph. */
function readBareNumber(text: string): Paragraphs | null {
  const asked = readFigures(text, 'either', null);
  return asked !== null && asked.rest === '' ? asked : null;
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): AskedParagraph['kind'] {
  if (groups['op'] !== undefined) return 'operative';
  return groups['pp'] === undefined ? 'either' : 'preambular';
}

/** Numbers written in words, as figures: "paragraph twelve", "twenty-third". */
function withFigures(text: string): string {
  return text
    .replace(/\b(twenty|thirty|forty|fifty)[- ]([a-z]+)\b/g, (whole, ten: string, unit: string) => {
      const value = Math.max(ordinals.indexOf(unit), cardinals.indexOf(unit)) + 1;
      return value < 1 || value > 9 ? whole : String((tens.indexOf(ten) + 2) * 10 + value);
    })
    .replace(/\b[a-z]+\b/g, (word) => {
      const value = Math.max(ordinals.indexOf(word), cardinals.indexOf(word)) + 1;
      return value === 0 ? word : String(value);
    });
}

const trimRest = (rest: string): string => rest.replace(/^[\s,.;:]+/, '').trim();

const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
