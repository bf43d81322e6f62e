import { parseResolution } from '../../src/resolution/parse-resolution.ts';
import { inventResolution } from './invented-resolution.ts';

/** What reading one megabyte of a kind of text cost. */
export interface ParseCost {
  readonly input: string;
  readonly milliseconds: number;
  /** Time for two megabytes over time for one: near 2 is linear, near 4 is quadratic. */
  readonly growth: number;
}

const MEGABYTE = 1_000_000;

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

/** Reads a megabyte and two of every kind of input. */
export function* measureParser(): Generator<ParseCost> {
  for (const [input, write] of Object.entries(inputs)) {
    const one = timeOf(write(MEGABYTE));
    const two = timeOf(write(2 * MEGABYTE));
    yield { input, milliseconds: one, growth: two / one };
  }
}

function timeOf(text: string): number {
  const times: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    const start = performance.now();
    parseResolution({ text, file: 'official.en.txt' });
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
