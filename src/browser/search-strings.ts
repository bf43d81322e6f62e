import type { Note } from './search-plan.ts';

/**
 * Every word that the search itself says. Apart from strings.ts, so that the script which every page loads carries
 * only what it uses.
 */
export const searchStrings = {
  loading: 'Loading the search …',
  blocked:
    'This browser does not let the search engine run (WebAssembly is switched off). Addresses, symbols and names of instruments still work; for words, use the full text and the registers below.',
  failed: 'The search could not be loaded. Check the connection and try again.',
  retry: 'Try again',
  hits: (count: number): string => (count === 1 ? '1 paragraph' : `${count} paragraphs`),
  status: (count: number, query: string): string =>
    count === 0
      ? `No paragraph found for “${query}”`
      : `${searchStrings.hits(count)} found for “${query}”`,
  statusGoTo: (count: number): string =>
    count === 1 ? '1 place to go to' : `${count} places to go to`,
  goTo: 'Go to',
  hitsHeading: 'Paragraphs',
  more: (count: number): string => `Show ${count} more`,
  notCited: (words: string): string => `No paragraph cites ${words}.`,
  notIn: (words: string): string => `No paragraph has ${words}.`,
  noPhrase:
    'No paragraph has this phrase exactly. Without quotation marks its words are searched one by one.',
  partial: 'No paragraph has all of these words; these have some of them.',
  nothing: 'Try fewer or other words, or look in the registers below.',
  filteredOut: (count: number): string =>
    `${searchStrings.hits(count)} found, but none with the chosen filters.`,
  clearFilters: 'Clear all filters',
  filters: 'Filters',
  copyLink: 'Copy a link to this search',
  copied: 'Copied. The words of this search are in the link, after #.',
  notCopied: 'The browser does not allow copying. The link is now in the address bar.',
  facets: {
    part: 'Part',
    action: 'Opening words',
    addressee: 'Who is addressed',
    topic: 'Topic',
    instrument: 'Cites',
    resolution: 'Resolution',
  } satisfies Record<string, string>,
  kinds: {
    paragraph: 'Paragraph',
    resolution: 'Resolution',
    instrument: 'Cited instrument',
    topic: 'Topic',
    addressee: 'Addressee',
  },
  marked: (words: string): string => `Marked here: ${words}`,
  unmark: 'Remove the marks',
} as const;

/** @example describeNote({ kind: 'unknown-symbol', symbol: 'A/RES/68/999' }) */
export function describeNote(note: Note): string {
  switch (note.kind) {
    case 'out-of-range': {
      const asked = note.number === 0 ? 'such a paragraph' : `paragraph ${note.number}`;
      const operative = `operative paragraphs 1 to ${note.operative}`;
      const preambular = `preambular paragraphs 1 to ${note.preambular}`;
      const range = {
        operative,
        preambular,
        either: `${operative} and ${preambular}`,
      }[note.paragraphs];
      const kind = note.paragraphs === 'either' ? '' : `${note.paragraphs} `;
      return `${note.resolution} has no ${kind}${asked}. It has ${range}.`.replace(
        /no (operative|preambular) such a paragraph/,
        'no such paragraph',
      );
    }
    case 'no-such-item':
      return `${note.label} has no sub-paragraph ${note.item}.`;
    case 'unknown-symbol':
      return `“${note.symbol}” is not cited here.`;
    case 'mistaken-symbol':
      return `${note.symbol}: ${note.why}`;
    case 'corrected':
      return `No text has “${note.typed}”. Searched for “${note.read}” instead.`;
  }
}
