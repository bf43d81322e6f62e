import type { NonEmpty, Span } from './model.ts';

/** One document named in a text, with the words that name it; "Add.1-4" names four. */
export interface SymbolMention {
  readonly span: Span;
  readonly symbols: NonEmpty<string>;
}

const organs =
  'A|E|S|T|ST|AT|DP|CRC|CEDAW|CERD|CAT|CCPR|CMW|CRPD|CED|HRI|UNEP|UNW|TD|FCCC|CBD|ICCD|CTOC|CAC|SPLOS|ISBA|NPT|CCW|CD|JIU|ECE|IDB|LOS|HS|HSP';
const suffix = String.raw`(?:Add|Corr|Rev|Amend)\.\d+`;

const bracketed = String.raw`(?:[A-Z]+(?:\.\d+)?\/)?RES\/\d+ ?(?:[A-Z] ?)?\((?:[IVXL]+|\d{4}|E?S-[IVXL]+)\)(?:\[[A-Z]\])?`;

/**
 * A UN document symbol (un-conventions, "Symbols and docs.un.org"): organ, then parts joined by slashes; a suffix such
 * as Add., Corr. or Rev. may follow. The last part holds a figure, so that "HIV/AIDS" and "and/or" are none. Resolutions
 * of old end with a session or year in brackets, "S/RES/1325 (2000)", and one document may carry two symbols joined by a
 * hyphen, "A/60/2-E/2005/3".
 */
const symbol = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.])(?:${organs})\/(?:${bracketed}|(?:[A-Z0-9][A-Za-z0-9.-]*\/)*[A-Z]*\.?[A-Z0-9-]*\d[A-Za-z0-9.-]*)(?:\/${suffix}(?:\/Rev\.\d+)?)*`,
  'gu',
);
const seam = new RegExp(String.raw`-(?=(?:${organs})\/)`);

/** What a list adds to the symbol before it: "and Add.1-4", ", Corr.1 and 2", "and Add.1/Corr.1". */
const addition = new RegExp(
  String.raw`^(?:,| and|, and|;) ((?:Add|Corr|Rev|Amend)\.)(\d+)((?:\/${suffix})+|(?:\s?(?:-|–|to)\s?\d+)?)`,
);
const tail = /\/((?:Add|Corr|Rev|Amend)\.)(\d+)$/;
const upTo = /^\s?(?:-|–|to)\s?(\d+)(?![\d/])/;
/** A bare figure goes on with the list only where the list goes on or ends: "Add.1 and 2 reports" is no second addendum. */
const figure = /^(?:,| and|, and) (\d{1,3})(?=[,;.)\]]|$| and \d)/;

/**
 * Every document named by symbol, in order; lists and ranges are spelled out, each part with its own place.
 * @example "E/CN.4/2004/76 and Add.1-4" names E/CN.4/2004/76 and then four addenda.
 */
export function findSymbols(text: string): readonly SymbolMention[] {
  return [...text.matchAll(symbol)].flatMap((match) => {
    const words = match[0].replace(/[.-]+$/, '');
    let end = match.index + words.length;
    const [first = '', ...others] = words.split(seam).map(normalizeSymbol);
    const own: string[] = [first, ...others];
    // "…/Add.1-4" and "…/Add.1 and 2": the symbol itself begins the list.
    const [, kind = '', from = ''] = tail.exec(words) ?? [];
    const base = first.replace(tail, '');
    if (from !== '' && others.length === 0) {
      const list = readFigures(text, end, Number(from));
      own.push(...list.numbers.slice(1).map((number) => `${base}/${kind}${number}`));
      end = list.end;
    }
    const mentions = [mention(match.index, end, own)];
    for (
      let more = addition.exec(text.slice(end, end + 80));
      more !== null;
      more = addition.exec(text.slice(end, end + 80))
    ) {
      const [passed, added = '', number = '', rest = ''] = more;
      const start = end + passed.indexOf(added);
      const of = `${first}/${added}`;
      if (rest.startsWith('/')) {
        end += passed.length;
        mentions.push(mention(start, end, [`${of}${number}${rest}`]));
        continue;
      }
      const list = readFigures(text, end + passed.length - rest.length, Number(number));
      end = list.end;
      mentions.push(
        mention(
          start,
          end,
          list.numbers.map((one) => `${of}${one}`),
        ),
      );
    }
    return mentions;
  });
}

function mention(start: number, end: number, symbols: readonly string[]): SymbolMention {
  const [first = '', ...rest] = symbols;
  return { span: { start, end }, symbols: [first, ...rest] };
}

/** The figures of "1-4", "1, 2 and 5" after the first, which has been read. */
function readFigures(
  text: string,
  from: number,
  first: number,
): { readonly numbers: readonly number[]; readonly end: number } {
  const numbers = [first];
  let end = from;
  for (;;) {
    const ahead = text.slice(end, end + 20);
    const range = upTo.exec(ahead);
    const last = numbers.at(-1) ?? first;
    if (range !== null && Number(range[1]) > last && Number(range[1]) - last < 100) {
      for (let next = last + 1; next <= Number(range[1]); next += 1) numbers.push(next);
      end += range[0].length;
      continue;
    }
    const one = figure.exec(ahead);
    if (one === null) return { numbers, end };
    numbers.push(Number(one[1]));
    end += one[0].length;
  }
}

/**
 * A symbol as the UN's catalogue writes it: no spaces, the letter of a part in square brackets at the end.
 * @example normalizeSymbol('A/RES/217 A (III)') // 'A/RES/217(III)[A]'
 */
export function normalizeSymbol(words: string): string {
  return words
    .replace(/^(.+\/RES\/\d+) ?([A-Z]) ?(\(.+\))$/, '$1$3[$2]')
    .replace(/^(.+\/RES\/\d+\/\d+) ([A-Z])$/, '$1[$2]')
    .replaceAll(' ', '');
}

/**
 * Where the UN keeps a document; slashes stay as they are. A part of a resolution is kept with the whole.
 * @example documentAddress('A/RES/55/25') // 'https://docs.un.org/en/A/RES/55/25'
 */
export function documentAddress(of: string, language = 'en'): string {
  const whole = of.replace(/\[[A-Z]\]$/, '');
  return `https://docs.un.org/${language}/${whole.split('/').map(encodeURIComponent).join('/')}`;
}
