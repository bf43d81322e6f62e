import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { formatProblem, ProblemsError } from '../../src/resolution/problem.ts';

/** The official text of the small content. */
export const officialText = `Lamps
Assembly of Lighthouses Resolution: 1/1

The Assembly of Lighthouses,

Recalling the Convention on Lamps and the Convention on Oil,

1. Asks all keepers to keep the Convention on Lamps, and to keep lamps lit;

2. Decides to meet again.
`;

/** A whole content folder, small enough to be read in one go; every test breaks one thing of it. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  'vocabularies.yaml': `topics:
  - id: light
    label: Light
    definition: what lamps give
addressees:
  - id: keepers
    label: Keepers
    definition: those who keep lights
`,
  'sources.yaml': `s1:
  name: an invented book
`,
  'instruments/lamps.yaml': `kind: treaty
name: Convention on Lamps
short: Lamps Convention
shortForms:
  - the Convention
symbols:
  - symbol: A/RES/1/2
    support: seen
    sources:
      - s1
about: It says how lamps burn.
`,
  'instruments/oil.yaml': `kind: treaty
name: Convention on Oil
short: Oil Convention
about: It says what lamps burn.
relations:
  - type: supplements
    to: lamps
`,
  'resolutions/alh-1-1/official.en.txt': officialText,
  'resolutions/alh-1-1/resolution.yaml': `symbol: ALH/RES/1/1
number: 1/1
body: Assembly of Lighthouses
bodyAbbreviation: ALH
title: Lamps
date: 1999-03-01
source:
  name: invented
sha256: ${createHash('sha256').update(officialText).digest('hex')}
`,
  'resolutions/alh-1-1/annotations.yaml': `op-1:
  topics:
    - topic: light
      words: Lamps
  addressees:
    - addressee: keepers
      as: direct
      words: all keepers
`,
};

export type Change =
  | readonly [file: string, from: string, to: string]
  | readonly [file: string, content: string | Uint8Array];

/** Runs with the small content, changed, in a folder of its own. */
export function withContent<Result>(
  changes: readonly Change[],
  run: (content: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'pilcrow-corpus-'));
  try {
    const written = new Map(Object.entries(files));
    for (const [file, ...how] of changes) {
      const [from, to] = how;
      const before = written.get(file);
      if (to === undefined) written.set(file, from);
      else if (typeof before === 'string' && typeof from === 'string' && before.includes(from))
        written.set(
          file,
          before.replace(from, () => to),
        );
      else throw new Error(`Expected ${file} to hold ${JSON.stringify(from)}.`);
    }
    for (const [file, content] of written) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Another official text, with its hash recorded: the text itself is what is at fault. */
export function withText(replacement: string | Uint8Array): readonly Change[] {
  const hash = (words: string | Uint8Array): string =>
    createHash('sha256').update(words).digest('hex');
  return [
    ['resolutions/alh-1-1/official.en.txt', replacement],
    ['resolutions/alh-1-1/resolution.yaml', hash(officialText), hash(replacement)],
  ];
}

export const readSmall = (...changes: readonly Change[]): Corpus =>
  withContent(changes, (content) => readCorpus(content));

/** All problems as contributors read them, with paths inside the content folder. */
export function problemsOf(...changes: readonly Change[]): readonly string[] {
  return withContent(changes, (content) => {
    try {
      readCorpus(content);
      return [];
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      return error.problems.map((one) =>
        formatProblem(one).replaceAll(`${relative(process.cwd(), content)}/`, ''),
      );
    }
  });
}
