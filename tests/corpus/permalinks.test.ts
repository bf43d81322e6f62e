import { expect, test } from 'vitest';
import { comparePermalinks, permalinksOf, readPermalinks } from '../../src/corpus/permalinks.ts';
import { formatProblem } from '../../src/resolution/problem.ts';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import { readSmall, withContent } from './small-content.ts';

const [resolution] = readSmall().resolutions;
if (resolution === undefined) throw new Error('Expected a resolution.');
const now = permalinksOf(resolution);

const told = (locked: Readonly<Record<string, string>>): readonly string[] =>
  comparePermalinks(locked, now, 'lock.json').map(formatProblem);

test('every paragraph has an address, with the hash of its words', () => {
  expect(Object.entries(now)).toEqual(resolution.paragraphs.map(({ id, sha256 }) => [id, sha256]));
});

test('addresses that are still there with their words are no problem, and new ones are none', () => {
  expect(told(now)).toEqual([]);
  expect(told({})).toEqual([]);
});

test('a lost address and changed words are told at their lines', () => {
  expect(
    told({ 'pp-1': now['pp-1'] ?? '', 'op-1': '0'.repeat(64), 'op-9': '0'.repeat(64) }),
  ).toEqual([
    'lock.json:3:3 changed-words: The words at "op-1" are not those it was published with.\n  Hint: Restore the official text. If the words were wrong before, tell your readers and mend this line by hand.',
    'lock.json:4:3 lost-address: The published address "op-9" has no page any more.\n  Hint: Printed links lead here: bring the paragraph back, or say in content/redirects.yaml which address answers now.',
  ]);
});

test('a lost address that a redirect answers is no problem, changed words still are', () => {
  const locked = { 'op-1': '0'.repeat(64), 'op-9': '0'.repeat(64) };
  expect(comparePermalinks(locked, now, 'lock.json', () => true).map(({ code }) => code)).toEqual([
    'changed-words',
  ]);
});

test('the first edition’s lock holds all of its addresses', () => {
  const content = `${import.meta.dirname}/../../content`;
  for (const one of readCorpus(content).resolutions)
    expect(readPermalinks(content, one.id)).toEqual(permalinksOf(one));
});

test('a resolution that was never published has an empty lock', () => {
  withContent([], (content) => {
    expect(readPermalinks(content, 'alh-1-1')).toEqual({});
  });
});
