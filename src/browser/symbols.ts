import { instrumentPath, resolutionPath } from '../resolution/address.ts';
import type { GoTo, Note } from './search-plan.ts';
import type { SearchableInstrument, SearchVocabulary } from './search-vocabulary.ts';

export interface SymbolReading {
  readonly typed: string;
  readonly goTo: readonly GoTo[];
  readonly notes: readonly Note[];
  /** Whose citing paragraphs are the hits. */
  readonly instruments: readonly SearchableInstrument[];
  readonly rest: string;
}

const collapse = (symbol: string): string => symbol.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** `E/CN.4/2004/76`, `55/25`, `A RES 55 25`, `1325 (2000)`: has a figure, and a slash or the word RES. */
const looksLikeSymbol =
  /^(?:[a-z][a-z0-9.]*(?:\/[a-z0-9.()-]*)*\/[a-z0-9.()-]*\d[a-z0-9.()-]*|\d{1,4}\/\d{1,4}|(?:[a-z]+[\s./]+)?res(?:olution)?[\s./]+\d{1,4}(?:[\s/]+\d{1,4}|\s*\(\d{4}\))?)$/;

/**
 * Finds a document symbol in what was typed, spaces and case aside. One that nothing here carries is named as
 * unknown and never searched by its pieces: "A/RES/68/999" must not find a text because it has an "(a)".
 */
export function findSymbol(typed: string, vocabulary: SearchVocabulary): SymbolReading | null {
  const chunks = typed
    .replace(/\s*\/\s*/g, '/')
    .split(/\s+/)
    .filter((chunk) => /[a-z0-9]/i.test(chunk));
  for (let length = Math.min(chunks.length, 6); length > 0; length -= 1) {
    for (let from = 0; from + length <= chunks.length; from += 1) {
      const symbol = trimSymbol(chunks.slice(from, from + length).join(' '));
      const rest = [...chunks.slice(0, from), ...chunks.slice(from + length)].join(' ');
      const known = readKnown(symbol, vocabulary);
      if (known !== null) return { ...known, typed: symbol, rest };
      if (looksLikeSymbol.test(symbol.toLowerCase())) {
        return {
          typed: symbol,
          goTo: [],
          notes: [{ kind: 'unknown-symbol', symbol }],
          instruments: [],
          rest,
        };
      }
    }
  }
  return null;
}

function readKnown(
  symbol: string,
  { instruments, resolutions }: SearchVocabulary,
): Pick<SymbolReading, 'goTo' | 'notes' | 'instruments'> | null {
  const asked = collapse(symbol);
  if (!/\d/.test(asked)) return null;
  for (const resolution of resolutions) {
    const mistaken = resolution.mistakenFor.find((other) => collapse(other.symbol) === asked);
    if (mistaken === undefined) continue;
    return {
      goTo: [
        {
          kind: 'resolution',
          label: `${resolution.bodyAbbreviation} resolution ${resolution.number}`,
          detail: resolution.title,
          path: resolutionPath(resolution.id),
        },
      ],
      notes: [{ kind: 'mistaken-symbol', symbol: mistaken.symbol, why: mistaken.why }],
      instruments: [],
    };
  }
  const isNumber = /^\d{1,4}\/\d{1,4}$/.test(symbol);
  // An addendum or a revision is cited with its document.
  const document = collapse(symbol.replace(/\/(?:add|corr|rev)\.?.*$/i, ''));
  const carriers = instruments.filter(({ symbols }) =>
    symbols.some((carried) => {
      const known = collapse(carried);
      return known === asked || known === document || (isNumber && carried.endsWith(`/${symbol}`));
    }),
  );
  if (carriers.length === 0) return null;
  return {
    goTo: carriers.map((carrier): GoTo => ({
      kind: 'instrument',
      label: carrier.short,
      detail: carrier.name,
      path: instrumentPath(carrier.id),
    })),
    notes: [],
    instruments: carriers,
  };
}

/** Without the punctuation of a sentence around it; the bracket of "1325 (2000)" is its own. */
function trimSymbol(text: string): string {
  const bare = text.replace(/^[("'\s]+|["',;:.\s]+$/g, '');
  return bare.includes('(') ? bare : bare.replace(/\)+$/, '');
}
