import { cleanText, type CleanLine } from './clean-text.ts';
import { createCallFinder, cutCalls } from './find-calls.ts';
import { formulaAt } from './find-formula.ts';
import { findPartAbove } from './find-headings.ts';
import { finishParagraphs } from './finish-paragraphs.ts';
import { groupBody } from './group-body.ts';
import { attestedWords, joinLines } from './join-lines.ts';
import { toIsoDate } from './line-shapes.ts';
import { markFurniture } from './mark-furniture.ts';
import {
  type Annex,
  type CalledText,
  type ClosingLine,
  type EnactingFormula,
  type Heading,
  type Leftover,
  type LineRange,
  type Resolution,
} from './model.ts';
import type { LineOverride } from './line-override.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { readAnnex } from './read-annex.ts';
import { readFootnotes } from './read-footnotes.ts';
import { readFront, symbolOf } from './read-front.ts';
import { refuseText } from './refuse-text.ts';
import { splitInlineFormula } from './split-lines.ts';

export interface ParseSource {
  readonly text: string;
  /** As the editor knows it, for messages. */
  readonly file: string;
  readonly language?: string;
  readonly overrides?: ReadonlyMap<number, LineOverride>;
}

export interface ParseResult {
  readonly resolution: Resolution;
  readonly problems: readonly Problem[];
}

/**
 * Reads the official text of one resolution: position, numbering and punctuation decide, words are evidence.
 * Afterwards holds: every line has one role; every word stands once, in a paragraph, footnote, annex, heading, closing
 * line, title, formula or leftover; paragraph ids are unique. Never throws, whatever the text; what it cannot place is a
 * Problem.
 */
export function parseResolution({
  text,
  file,
  language = 'en',
  overrides = new Map(),
}: ParseSource): ParseResult {
  const lines = cleanText(text);
  const problems: Problem[] = [];
  const report = (code: ProblemCode, line: number, message: string, hint: string): void => {
    problems.push({ code, message, file, line, column: 1, hint });
  };
  const roles = markFurniture(lines, overrides);
  const owners = new Map<number, string>();
  const attested = attestedWords(lines);
  const textOf = (some: readonly CleanLine[]): string => joinLines(some, attested).text;
  const rangeOf = (some: readonly CleanLine[]): LineRange => ({
    first: some[0]?.number ?? 0,
    last: some.at(-1)?.number ?? 0,
  });

  const footnotes = readFootnotes({ lines, overrides, roles, owners, textOf, rangeOf });

  const written = splitInlineFormula(lines.filter(({ number }) => !roles.has(number)));
  const start = written.findIndex((_, index) => formulaAt(written, index) !== null);
  const found = start < 0 ? null : formulaAt(written, start);
  const refusal = refuseText(written, found?.body ?? null);
  if (refusal !== null || found === null) {
    report(
      'not-a-resolution',
      written[0]?.number ?? 1,
      refusal ?? 'No line names the organ that acts, such as "The General Assembly,".',
      'Pilcrow reads resolutions: an organ that speaks, reasons, and paragraphs that act. If this is one, put the organ on a line of its own by an override such as "7: enacting-formula" under "lines" in resolution.yaml.',
    );
    const leftovers: Leftover[] =
      written.length === 0
        ? []
        : [{ kind: 'leftover', text: textOf(written), lines: rangeOf(written) }];
    for (const line of written) roles.set(line.number, 'leftover');
    return {
      problems,
      resolution: finish({
        title: '',
        titleCalls: [],
        body: '',
        number: null,
        symbol: null,
        enactingFormulas: [],
        paragraphs: [],
        headings: [],
        annexes: [],
        closing: [],
        leftovers,
      }),
    };
  }

  const head = findPartAbove(written, start);
  const front = readFront(written.slice(0, head));
  for (const [line, role] of front.roles) roles.set(line, role);

  const body = groupBody(
    lines.filter(({ number }) => number >= (front.preambleFrom ?? written[head]?.number ?? 1)),
    roles,
  );
  // Texts are asked for their calls in the order of the file: title, headings and paragraphs, closing, annexes.
  const findCalls = createCallFinder(footnotes);
  const title = cutCalls(front.title, findCalls(front.title));
  const headingTitles: CalledText[] = [];
  const readHeadings = (upTo: number): void => {
    for (const { title: words } of body.headings
      .slice(headingTitles.length)
      .filter(({ before }) => before <= upTo))
      headingTitles.push(cutCalls(words ?? '', findCalls(words ?? '')));
  };
  const paragraphs = finishParagraphs(
    body.drafts,
    (index) => {
      readHeadings(index);
      return findCalls;
    },
    attested,
    report,
  );
  readHeadings(paragraphs.length);
  paragraphs.forEach((paragraph, index) => {
    for (const line of body.drafts[index]?.lines ?? []) {
      roles.set(line.number, paragraph.kind);
      owners.set(line.number, paragraph.id);
    }
  });

  const headings: Heading[] = body.headings.map(({ lines: own, before, ...heading }, index) => {
    for (const line of own) {
      roles.set(line.number, 'heading');
      owners.set(line.number, heading.id);
    }
    const { text: words = '', footnoteCalls = [] } = headingTitles[index] ?? {};
    return {
      ...heading,
      title: heading.title === null ? null : words,
      footnoteCalls,
      lines: rangeOf(own),
      before: paragraphs[before]?.id ?? null,
    };
  });
  const enactingFormulas: EnactingFormula[] = body.formulas.map(
    ({ lines: own, body: organ, section }) => {
      // A formula on the line of its first paragraph leaves the line to the paragraph.
      for (const line of own) {
        if (!owners.has(line.number)) roles.set(line.number, 'enacting-formula');
      }
      return { text: textOf(own), body: organ, lines: rangeOf(own), section };
    },
  );
  const closing: ClosingLine[] = body.closing.map(({ kind, lines: own }) => {
    // Closing lines on the line of the last words leave the line to the paragraph.
    for (const line of own) if (!owners.has(line.number)) roles.set(line.number, 'closing');
    const words = textOf(own);
    return { kind, ...cutCalls(words, findCalls(words, 'closing')), lines: rangeOf(own) };
  });
  const isGap = (line: CleanLine): boolean => roles.get(line.number - 1) === 'blank';
  const annexes: Annex[] = body.annexes.map((annex, position) =>
    readAnnex(annex, isGap, position, textOf, rangeOf, (words) =>
      cutCalls(words, findCalls(words)),
    ),
  );
  body.annexes.forEach((annex, index) => {
    for (const line of annex) {
      roles.set(line.number, 'annex');
      owners.set(line.number, annexes[index]?.id ?? 'annex');
    }
  });
  for (const line of body.other) roles.set(line.number, 'other-resolution');

  const others = lines.filter(({ number }) => roles.get(number) === 'other-resolution');
  const letterhead = lines.filter(({ number }) => roles.get(number) === 'letterhead');
  const leftovers: Leftover[] = [
    ...runs(letterhead).map((own): Leftover => ({
      kind: 'letterhead',
      text: textOf(own),
      lines: rangeOf(own),
    })),
    ...runs(others).map((own): Leftover => ({
      kind: 'other-resolution',
      text: textOf(own),
      lines: rangeOf(own),
    })),
  ];
  const homeless = lines.filter(({ number }) => !roles.has(number));
  for (const own of runs(homeless)) {
    for (const line of own) roles.set(line.number, 'leftover');
    const range = rangeOf(own);
    const where = range.first === range.last ? String(range.first) : `${range.first}-${range.last}`;
    leftovers.push({ kind: 'leftover', text: textOf(own), lines: range });
    report(
      'no-role',
      range.first,
      `"${textOf(own).slice(0, 80)}" fits no place in a resolution.`,
      `Say what it is under "lines" in resolution.yaml, for example "${where}: page-marker".`,
    );
  }
  const organ = enactingFormulas[0]?.body ?? '';
  return {
    problems: problems.toSorted((a, b) => a.line - b.line),
    resolution: finish({
      title: title.text.replace(/\*+$/, '').trim(),
      titleCalls: title.footnoteCalls,
      body: organ,
      number: front.number,
      symbol: front.symbol ?? symbolOf(organ, front.number),
      enactingFormulas,
      paragraphs,
      headings,
      annexes,
      closing,
      leftovers,
    }),
  };

  function finish(
    parts: Omit<Resolution, 'language' | 'footnotes' | 'lines' | 'date' | 'meeting'>,
  ): Resolution {
    const dated =
      parts.closing.find(({ kind }) => kind === 'date') ??
      parts.closing.find(({ text: words }) => toIsoDate(words) !== null);
    const adopted = parts.leftovers.find(
      ({ text: words }) => /adopted|^(?:of|on) \d/i.test(words) && toIsoDate(words) !== null,
    );
    return {
      language,
      ...parts,
      footnotes,
      lines: lines.map(({ number }) => ({
        number,
        role: roles.get(number) ?? 'leftover',
        owner: owners.get(number) ?? null,
      })),
      date: toIsoDate(dated?.text ?? adopted?.text ?? ''),
      meeting: parts.closing.find(({ kind }) => kind === 'meeting')?.text ?? null,
    };
  }
}

/** Lines that follow each other, blanks apart, as one run. */
function runs(lines: readonly CleanLine[]): readonly (readonly CleanLine[])[] {
  const all: CleanLine[][] = [];
  for (const line of lines) {
    const last = all.at(-1);
    if (last !== undefined && (last.at(-1)?.number ?? 0) === line.number - 1) last.push(line);
    else all.push([line]);
  }
  return all;
}
