import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { checkUse } from '../../src/corpus/check-use.ts';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import { formatProblem } from '../../src/resolution/problem.ts';
import { type Change, withContent } from './small-content.ts';

const unused = (...changes: readonly Change[]): readonly string[] =>
  withContent(changes, (content) =>
    checkUse(readCorpus(content), content).map((one) =>
      formatProblem(one).replaceAll(`${relative(process.cwd(), content)}/`, ''),
    ),
  );

test('everything in the first edition is used', () => {
  const content = join(import.meta.dirname, '../../content');
  expect(checkUse(readCorpus(content), content).map(formatProblem)).toEqual([]);
});

test('an alias that no text prints is told at its line', () => {
  expect(
    unused(['instruments/lamps.yaml', 'about:', 'aliases:\n  - Treaty of Lamps\nabout:']),
  ).toEqual([
    'instruments/lamps.yaml:12:5 unused-alias: No text of this edition cites "Convention on Lamps" as "Treaty of Lamps".\n  Hint: Move it to "searchNames", where readers still find it, or mend its spelling.',
  ]);
});

test('an instrument that nothing leads to is an orphan; a relation or "see also" adopts it', () => {
  const wicks = 'kind: treaty\nname: Treaty of Wicks\nshort: Wicks\nabout: On wicks.\n';
  const orphan =
    'instruments/wicks.yaml:2:7 orphan-instrument: No paragraph cites "Treaty of Wicks", and nothing that is cited leads to it.\n  Hint: Say what it is related to, name it under "seeAlso" where it belongs, or delete the file.';
  expect(unused(['instruments/wicks.yaml', wicks])).toEqual([orphan]);
  expect(
    unused(['instruments/wicks.yaml', `${wicks}relations:\n  - type: follows\n    to: lamps\n`]),
  ).toEqual([]);
  expect(
    unused(
      ['instruments/wicks.yaml', wicks],
      [
        'instruments/oil.yaml',
        'about:',
        'seeAlso:\n  - instrument: wicks\n    why: they burn together\nabout:',
      ],
    ),
  ).toEqual([]);
});
