import { describe, expect, test } from 'vitest';
import { firstDifference, officialWordsOf, wordsOf } from '../../scripts/checks/official-words.ts';
import type { PublishedParagraph } from '../../src/corpus/corpus.ts';
import { paragraphs, smallCorpus } from './small-site.ts';

const [, operative] = paragraphs as readonly [PublishedParagraph, PublishedParagraph];
const [resolution] = smallCorpus().resolutions;

test.each([
  ['ﬁrmly convinced', 'firmly convinced'],
  ['no\u00A0break, non\u2011breaking', 'no break, non-breaking'],
  ['co\u00ADoper\u200Bation', 'cooperation'],
])('the words of %j are %j', (text, plain) => {
  expect(wordsOf(text)).toEqual(plain.split(' '));
});

test.each([
  ['1. Invites all', 'Invites all'],
  ['1.Invites all', 'Invites all'],
  ['  (1) Invites all', 'Invites all'],
  ['1.\tInvites 1. May', 'Invites 1. May'],
])('the printed number of %j stands apart from the words', (line, plain) => {
  if (resolution === undefined) throw new Error('Expected a resolution.');
  const lines = ['', '', '', line];
  const paragraph = { ...operative, lines: { first: 4, last: 4 } };
  expect(officialWordsOf(resolution, lines, paragraph)).toEqual(plain.split(' '));
});

describe('a page may differ from the file', () => {
  const joinedWord: PublishedParagraph = {
    ...operative,
    text: 'Invites all lamplighters',
    anomalies: [
      {
        kind: 'joined-word',
        span: { start: 12, end: 24 },
        lines: { first: 4, last: 6 },
        note: 'broken over two lines',
      },
    ],
  };
  const footnoted: PublishedParagraph = {
    ...operative,
    footnoteCalls: [
      { at: 7, footnote: 'fn-1', label: '1' },
      { at: 9, footnote: 'fn-2', label: '2' },
    ],
  };

  test.each([
    [
      'in a word that the parser says it joined',
      joinedWord,
      'all lamp- lighters',
      'all lamplighters',
    ],
    ['in a hyphen at a line end that stays', operative, 'all lamp- lighters', 'all lamp-lighters'],
    ['in a call that was glued to a word', footnoted, 'the Court,1 in 20132', 'the Court, in 2013'],
    ['in a call with the stroke of older prints', footnoted, 'the Court,1/ in', 'the Court, in'],
    ['in a call in brackets', footnoted, 'the Court,[1] in', 'the Court, in'],
    ['in a call that stood alone at the end', footnoted, 'the Court, 2/', 'the Court,'],
    ['in a call that stood alone', footnoted, 'the Court, 1 in', 'the Court, in'],
  ])('%s', (_where, paragraph, official, found) => {
    expect(firstDifference(wordsOf(official), wordsOf(found), paragraph)).toBeNull();
  });

  test.each([
    [
      'a joined word of which the parser says nothing',
      operative,
      'all lamp- lighters',
      'all lamplighters',
      'lamp- lighters',
    ],
    ['a figure that is no call', operative, 'the Court,1 in', 'the Court, in', 'Court,1 in'],
    ['a loose figure that is no call', footnoted, 'the Court, 3 in', 'the Court, in', '3 in'],
  ])('but not in %s', (_what, paragraph, official, found, different) => {
    const difference = firstDifference(wordsOf(official), wordsOf(found), paragraph);
    expect(difference?.official).toBe(different);
  });
});
