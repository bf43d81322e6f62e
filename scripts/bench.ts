// What editions of several sizes cost to build, to search and to carry away, and what the parser makes of hostile texts: npm run bench [-- SIZE …]
import { measureBuild, type BuildCost } from './bench/measure-build.ts';
import type { FirstResult } from './bench/measure-search.ts';
import { measureParser } from './bench/measure-parser.ts';

const SEED = 1;
/** The first is the edition in content/ alone; then ten times and a hundred times its text, and more. */
const SIZES = [43, 430, 4_300, 10_000, 50_000];
/** Twice as much text may take twice as long, and some more for the noise of a shared machine. */
const LINEAR = 3.2;

const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);

console.log('Reading text, and how the time grows with twice as much:');
const runaway: string[] = [];
for (const { input, bytes, milliseconds, growth } of measureParser()) {
  const isRunaway = growth === null || (growth > LINEAR && milliseconds > 50);
  if (isRunaway) runaway.push(input);
  const speed = (bytes / 1000 / milliseconds).toFixed(1);
  const grows = growth === null ? '×?' : `×${growth.toFixed(1)}`;
  console.log(
    `  ${input.padEnd(32)} ${milliseconds.toFixed(0).padStart(6)} ms ${speed.padStart(8)} MB/s  ${grows}${isRunaway ? '  not linear' : ''}`,
  );
}

const costs: BuildCost[] = [];
console.log('\nBuilding invented editions:');
for (const size of sizes.length > 0 ? sizes : SIZES) {
  const cost = await measureBuild(size, SEED);
  costs.push(cost);
  console.log(`  ${cost.paragraphs} paragraphs: ${cost.seconds.toFixed(1)} s`);
}
console.log(`\n${table(costs)}`);
if (runaway.length > 0) {
  console.error(`\nThe parser is not linear for: ${runaway.join(', ')}.`);
  process.exitCode = 1;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function total(first: FirstResult): number {
  return first.engine + first.vocabulary + first.index + first.fragments;
}

/** One column for each edition, one row for each step and figure. */
function table(measured: readonly BuildCost[]): string {
  const steps = [...new Set(measured.flatMap((cost) => [...cost.steps.keys()]))];
  const rows: readonly (readonly [string, (cost: BuildCost) => string])[] = [
    ['paragraphs', ({ paragraphs }) => paragraphs.toLocaleString('en')],
    ...steps.map(
      (step) =>
        [`${step}, s`, (cost: BuildCost) => cost.steps.get(step)?.toFixed(1) ?? ''] as const,
    ),
    ['total, s', ({ seconds }) => seconds.toFixed(1)],
    [
      'peak memory, MB',
      ({ peakBytes }) => (peakBytes === null ? '?' : (peakBytes / 2 ** 20).toFixed(0)),
    ],
    ['site, MB', ({ bytes }) => (bytes / 2 ** 20).toFixed(1)],
    ['files', ({ files }) => files.toLocaleString('en')],
    ['search index, KB', ({ search }) => kilobytes(search.indexBytes)],
    ['to the first result, KB', ({ search }) => kilobytes(total(search.first))],
    ['  engine', ({ search }) => kilobytes(search.first.engine)],
    ['  words and names', ({ search }) => kilobytes(search.first.vocabulary)],
    ['  index and facets', ({ search }) => kilobytes(search.first.index)],
    ['  fragments', ({ search }) => kilobytes(search.first.fragments)],
    ['portable ZIP, MB', ({ search }) => (search.zipBytes / 2 ** 20).toFixed(1)],
    ['portable files', ({ search }) => search.portableFiles.toLocaleString('en')],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(
      ([name, figure]) =>
        name.padEnd(width) + measured.map((cost) => figure(cost).padStart(10)).join(''),
    )
    .join('\n');
}
