import { cleanText, type CleanLine } from './clean-text.ts';
import { nestItems, type LabelAt } from './find-items.ts';
import {
  closingKind,
  formula,
  isEnded,
  isPageMarker,
  labelStart,
  numberStart,
} from './line-shapes.ts';
import type {
  Anomaly,
  ClosingLine,
  EnactingFormula,
  Leftover,
  LineRange,
  LineRole,
  Paragraph,
  ParagraphId,
  ParagraphKind,
  Resolution,
  SourceLine,
} from './model.ts';
import { findFurtherPhrases, findOpeningPhrase } from './opening-phrase.ts';
import type { Problem } from './problem.ts';

export interface LineOverride {
  readonly role: LineRole;
  readonly label?: string;
}

export interface ParseSource {
  readonly text: string;
  readonly file: string;
  readonly language?: string;
  readonly overrides?: ReadonlyMap<number, LineOverride>;
}

export interface ParseResult {
  readonly resolution: Resolution;
  readonly problems: readonly Problem[];
}

interface Draft {
  readonly kind: ParagraphKind;
  readonly printed: string | null;
  readonly lines: CleanLine[];
  text: string;
  readonly labels: LabelAt[];
  readonly pageBreaks: { at: number; lines: LineRange }[];
}

/**
 * Reads the official text of one resolution. Every line gets one role; a line without a sure role is a leftover with a
 * Problem. Never throws for any text.
 */
export function parseResolution({
  text,
  file,
  language = 'en',
  overrides = new Map(),
}: ParseSource): ParseResult {
  const lines = cleanText(text);
  const roles = new Map<number, LineRole>();
  const owners = new Map<number, string>();
  const problems: Problem[] = [];
  const report = (code: string, line: number, message: string, hint: string): void => {
    problems.push({ code, message, file, line, column: 1, hint });
  };

  for (const line of lines) {
    const override = overrides.get(line.number);
    if (override !== undefined) roles.set(line.number, override.role);
    else if (line.text === '') roles.set(line.number, 'blank');
    else if (isPageMarker(line.text)) roles.set(line.number, 'page-marker');
  }
  const written = lines.filter(({ number }) => !roles.has(number));
  const start = written.findIndex(({ text: words }) => formula.test(words));
  const enactingFormulas: EnactingFormula[] = [];
  const front = start < 0 ? written : written.slice(0, start);
  if (start < 0) {
    report(
      'no-enacting-formula',
      1,
      'No line names the organ that acts, such as "The General Assembly,".',
      'Check that the text is a resolution and holds its enacting formula on a line of its own.',
    );
  } else {
    const line = written[start];
    if (line !== undefined) {
      roles.set(line.number, 'enacting-formula');
      enactingFormulas.push({
        text: line.text,
        body: (formula.exec(line.text)?.[1] ?? '').trim(),
        lines: { first: line.number, last: line.number },
        section: null,
      });
    }
  }

  const { title, number } = readFront(front, roles);
  const drafts: Draft[] = [];
  const closing: ClosingLine[] = [];
  const leftovers: Leftover[] = [];
  let open: Draft | null = null;
  let gap = true;
  let pageMarker: number | null = null;
  let inClosing = false;
  for (const line of start < 0 ? [] : lines.slice(written[start]?.number ?? 0)) {
    const role = roles.get(line.number);
    if (role === 'blank') {
      gap = true;
      continue;
    }
    if (role === 'page-marker') {
      pageMarker = line.number;
      continue;
    }
    const kind = closingKind(line.text);
    if (
      !inClosing &&
      kind !== null &&
      drafts.length > 0 &&
      (open === null || isEnded(open.text)) &&
      gap
    )
      inClosing = true;
    if (inClosing) {
      const previous = closing.at(-1);
      roles.set(line.number, 'closing');
      if (kind === null && previous !== undefined && !gap) {
        closing[closing.length - 1] = {
          ...previous,
          text: `${previous.text} ${line.text}`,
          lines: { first: previous.lines.first, last: line.number },
        };
      } else {
        closing.push({
          kind: kind ?? 'other',
          text: line.text,
          lines: { first: line.number, last: line.number },
        });
      }
      gap = false;
      continue;
    }
    const printed: RegExpExecArray | null = numberStart.exec(line.text);
    const expected: number =
      Number(drafts.findLast(({ printed: one }) => one !== null)?.printed ?? 0) + 1;
    const startsNumber: boolean =
      printed !== null &&
      (Number(printed[1]) === expected || ((open === null || isEnded(open.text)) && gap));
    const ended: boolean =
      open === null ||
      isEnded(open.text) ||
      (gap &&
        pageMarker === null &&
        findOpeningPhrase(line.text) !== null &&
        /^\p{Lu}/u.test(line.text));
    const starts =
      startsNumber ||
      (gap && ended && /^[\p{Lu}“"'‘[(]/u.test(line.text) && labelStart.exec(line.text) === null);
    if (starts || open === null) {
      const inPreamble = printed === null && !drafts.some(({ kind: one }) => one === 'operative');
      open = {
        kind:
          inPreamble && !/[;.]$/.test(line.text)
            ? 'preambular'
            : startsNumber || !inPreamble
              ? 'operative'
              : 'preambular',
        printed: startsNumber ? (printed?.[1] ?? null) : null,
        lines: [],
        text: '',
        labels: [],
        pageBreaks: [],
      };
      drafts.push(open);
    }
    const words: string =
      startsNumber && printed !== null && open.lines.length === 0
        ? line.text.slice(printed[0].length)
        : line.text;
    if (pageMarker !== null && open.lines.length > 0)
      open.pageBreaks.push({
        at: open.text.length,
        lines: { first: pageMarker, last: pageMarker },
      });
    pageMarker = null;
    const at: number = open.text === '' ? 0 : open.text.length + 1;
    const label = labelStart.exec(words);
    if (label?.[1] !== undefined) open.labels.push({ label: label[1], at });
    open.text = open.text === '' ? words : `${open.text} ${words}`;
    open.lines.push(line);
    gap = false;
  }

  const paragraphs = drafts.map((draft, index) => finishParagraph(draft, drafts, index));
  let expected = 1;
  for (const paragraph of paragraphs) {
    if (paragraph.printedNumber === null) continue;
    if (Number(paragraph.printedNumber) !== expected) {
      report(
        'number-gap',
        paragraph.lines.first,
        `Operative paragraph ${paragraph.printedNumber} was found where ${expected} was expected.`,
        `If this line starts no paragraph, add "${paragraph.lines.first}: operative" under "lines" in resolution.yaml.`,
      );
    }
    expected = Number(paragraph.printedNumber) + 1;
  }
  drafts.forEach((draft, index) => {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) return;
    for (const line of draft.lines) {
      roles.set(line.number, paragraph.kind);
      owners.set(line.number, paragraph.id);
    }
  });

  const sourceLines: SourceLine[] = lines.map(({ number: line, text: words }) => {
    const role = roles.get(line);
    if (role === undefined) {
      report(
        'no-role',
        line,
        `The line "${words}" fits no place in a resolution.`,
        `Add "${line}: page-marker" or another role under "lines" in resolution.yaml.`,
      );
      leftovers.push({ kind: 'leftover', text: words, lines: { first: line, last: line } });
    }
    return { number: line, role: role ?? 'leftover', owner: owners.get(line) ?? null };
  });

  const body = enactingFormulas[0]?.body ?? '';
  return {
    resolution: {
      language,
      title,
      body,
      number,
      symbol: null,
      enactingFormulas,
      paragraphs,
      headings: [],
      annexes: [],
      footnotes: [],
      closing,
      leftovers,
      lines: sourceLines,
      date: null,
      meeting: closing.find(({ kind }) => kind === 'meeting')?.text ?? null,
    },
    problems,
  };
}

function readFront(
  front: readonly CleanLine[],
  roles: Map<number, LineRole>,
): { title: string; number: string | null } {
  const numberLine = front.findLast(({ text }) => /\d+\/\d+/.test(text));
  const number =
    numberLine === undefined ? null : (/(\d{1,4}\/\d{1,4})\s*$/.exec(numberLine.text)?.[1] ?? null);
  if (numberLine !== undefined) roles.set(numberLine.number, 'number');
  const titleLine = front.findLast((line) => line !== numberLine);
  if (titleLine !== undefined) roles.set(titleLine.number, 'title');
  for (const { number: line } of front) if (!roles.has(line)) roles.set(line, 'letterhead');
  return { title: titleLine?.text ?? '', number };
}

function finishParagraph(draft: Draft, drafts: readonly Draft[], index: number): Paragraph {
  const { kind, printed, text, lines } = draft;
  const position = drafts.slice(0, index + 1).filter((one) => one.kind === kind).length;
  const number = printed === null ? position : Number(printed);
  const id: ParagraphId = kind === 'preambular' ? `pp-${number}` : `op-${number}`;
  const openingPhrase = findOpeningPhrase(text);
  const span = { first: lines[0]?.number ?? 0, last: lines.at(-1)?.number ?? 0 };
  const anomalies: Anomaly[] = draft.pageBreaks.map(({ at, lines: marker }) => ({
    kind: 'page-break',
    span: { start: at, end: at },
    lines: marker,
    note: `A page of the print ends after “…${text.slice(Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 24))), at).trim()}”; its page number is left out.`,
  }));
  if (kind === 'preambular' && !text.endsWith(',')) {
    anomalies.push({
      kind: 'ending',
      span: { start: text.length - 1, end: text.length },
      lines: { first: span.last, last: span.last },
      note: `The paragraph ends with “${text.at(-1) ?? ''}”; preambular paragraphs usually end with a comma.`,
    });
  }
  return {
    kind,
    id,
    number,
    printedNumber: printed,
    text,
    openingPhrase,
    furtherPhrases: findFurtherPhrases(text, openingPhrase),
    items: nestItems(text, draft.labels, null),
    footnoteCalls: [],
    anomalies,
    lines: span,
    section: null,
  };
}
