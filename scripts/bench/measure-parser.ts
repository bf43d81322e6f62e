import { parseResolution } from '../../src/resolution/parse-resolution.ts';
import { inventResolution } from './invented-resolution.ts';

/** What reading a kind of text cost. */
export interface ParseCost {
  readonly input: string;
  readonly bytes: number;
  readonly milliseconds: number;
  /** Time for twice as much over time for this: near 2 is linear, near 4 is quadratic; null where nobody would wait. */
  readonly growth: number | null;
}

const BYTES = 500_000;
const NOBODY_WAITS = 3_000;

/** Texts that are what they should be, and texts that would make a careless pattern run away. */
const inputs: Readonly<Record<string, (bytes: number) => string>> = {
  'one long resolution': (bytes) => inventResolution(1, Math.round(bytes / 360), 1).text,
  'the same without blank lines': (bytes) =>
    inventResolution(1, Math.round(bytes / 360), 1).text.replaceAll(/\n+/g, '\n'),
  'one line without end': repeated('Recalling its resolution 1/1 and '),
  'spaces alone': repeated(' '),
  'line ends alone': repeated('\n'),
  'opening brackets': repeated('('),
  'opening quotation marks': repeated('“a '),
  'numbers of paragraphs': repeated('1. '),
  'one number a line': repeated('1.\n'),
  'labels of sub-paragraphs': repeated('(a) (i) '),
  'one label a line': repeated('(a)\n'),
  'page markers': repeated('page 2\n\n'),
  'broken words': repeated('co-\n'),
  'words without a space': repeated('a'),
  commas: repeated('a, '),
  headings: repeated('A\n\nI\n\n'),
  'footnote calls': repeated('Court,1 2 '),
  symbols: repeated('A/RES/1/1, '),
  'form feeds and soft hyphens': repeated('\f\u00AD'),
  'directions turned round': repeated('\u202Ea\u202C '),
};

function repeated(piece: string): (bytes: number) => string {
  return (bytes) => `The General Assembly,\n\n${piece.repeat(Math.round(bytes / piece.length))}`;
}

/** Reads half a megabyte and a whole one of every kind of input. */
export function* measureParser(): Generator<ParseCost> {
  for (const [input, write] of Object.entries(inputs)) {
    const milliseconds = timeOf(write(BYTES));
    const growth = milliseconds > NOBODY_WAITS ? null : timeOf(write(2 * BYTES)) / milliseconds;
    yield { input, bytes: BYTES, milliseconds, growth };
  }
}

function timeOf(text: string): number {
  let best = Infinity;
  for (let round = 0; round < 2; round += 1) {
    const start = performance.now();
    parseResolution({ text, file: 'official.en.txt' });
    best = Math.min(best, performance.now() - start);
    if (best > NOBODY_WAITS) break;
  }
  return best;
}
