import type { Span } from './model.ts';

/** One document named in a text, with the words that name it; "Add.1-4" names four. */
export interface SymbolMention {
  readonly span: Span;
  readonly symbols: readonly [string, ...string[]];
}

/**
 * A UN document symbol (un-conventions, "Symbols and docs.un.org"): organ, then parts joined by slashes; a suffix such
 * as Add., Corr. or Rev. may follow. The last part holds a figure, so that "HIV/AIDS" and "and/or" are none.
 */
const symbol =
  /(?<![\p{L}\p{N}/.])(?:A|E|S|ST|DP|CRC|CEDAW|CERD|CAT|CCPR|CMW|CRPD|HRI|UNEP|TD|FCCC|CBD)\/(?:[A-Z0-9][A-Za-z0-9.-]*\/)*[A-Z]*\.?[A-Z0-9-]*\d[A-Za-z0-9.-]*(?:\/(?:Add|Corr|Rev|Amend)\.\d+(?:\/Rev\.\d+)?)*/gu;

/** What a list adds to the symbol before it: "and Add.1-4", ", Corr.1 and 2". */
const addition =
  /^(?:,| and|, and) (Add|Corr|Rev)\.(\d+)(?:\s?(?:-|–|to)\s?(\d+))?((?:(?:,| and|, and) \d+(?![\d/.]\d))*)/;

/**
 * Every document named by symbol, in order; lists and ranges are spelled out, each part with its own place.
 * @example "E/CN.4/2004/76 and Add.1-4" names E/CN.4/2004/76 and then four addenda.
 */
export function findSymbols(text: string): readonly SymbolMention[] {
  return [...text.matchAll(symbol)].flatMap((match) => {
    const base = match[0].replace(/[.-]+$/, '');
    const mentions: SymbolMention[] = [
      { span: { start: match.index, end: match.index + base.length }, symbols: [base] },
    ];
    let end = match.index + base.length;
    for (
      let more = addition.exec(text.slice(end));
      more !== null;
      more = addition.exec(text.slice(end))
    ) {
      const [words, suffix = '', from = '', to, others = ''] = more;
      const numbers = [
        ...range(Number(from), Number(to ?? from)),
        ...[...others.matchAll(/\d+/g)].map(([figure]) => Number(figure)),
      ];
      const [first, ...rest] = numbers.map((number) => `${base}/${suffix}.${number}`);
      if (first === undefined) break;
      const start = end + words.indexOf(suffix);
      end += words.length;
      mentions.push({ span: { start, end }, symbols: [first, ...rest] });
    }
    return mentions;
  });
}

function range(from: number, to: number): number[] {
  return to < from || to - from > 99
    ? [from]
    : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/**
 * Where the UN keeps a document; slashes stay as they are.
 * @example documentAddress('A/RES/55/25') // 'https://docs.un.org/en/A/RES/55/25'
 */
export function documentAddress(of: string, language = 'en'): string {
  return `https://docs.un.org/${language}/${of.split('/').map(encodeURIComponent).join('/')}`;
}
