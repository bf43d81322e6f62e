import type { CleanLine } from './clean-text.ts';
import { findCall } from './find-footnotes.ts';
import { nestItems, type LabelAt } from './find-items.ts';
import { joinLines } from './join-lines.ts';
import { labelStart } from './line-shapes.ts';
import type {
  Anomaly,
  Footnote,
  FootnoteCall,
  LineRange,
  Paragraph,
  ParagraphId,
  ParagraphKind,
} from './model.ts';
import { findFurtherPhrases, findOpeningPhrase } from './opening-phrase.ts';
import type { ProblemCode } from './problem.ts';

/** A paragraph as lines, before it is a text. */
export interface Draft {
  readonly kind: ParagraphKind;
  readonly printed: string | null;
  readonly section: string | null;
  readonly part: string | null;
  readonly lines: DraftLine[];
  readonly labels: string[];
  /** Page markers crossed, before which of the lines. */
  readonly markers: { readonly before: number; readonly lines: LineRange }[];
  quote: { readonly open: boolean; readonly depth: number };
}

export interface DraftLine {
  readonly line: CleanLine;
  readonly number: number;
  /** How many characters of the line are the paragraph's printed number. */
  readonly skip: number;
  readonly gap: boolean;
}

type ReportProblem = (code: ProblemCode, line: number, message: string, hint: string) => void;

/** Turns drafts into paragraphs: words, calls, items, phrases, ids; checks that the numbers run without gap. */
export function finishParagraphs(
  drafts: readonly Draft[],
  footnotes: readonly Footnote[],
  attested: ReadonlySet<string>,
  report: ReportProblem,
): readonly Paragraph[] {
  checkNumbers(drafts, report);
  const ids = nameParagraphs(drafts);
  const findCalls = createCallFinder(footnotes);
  return drafts.map((draft, index) => {
    const { id = 'op-0', number = 0 } = ids[index] ?? {};
    return finishParagraph(draft, id, number, findCalls, attested, report);
  });
}

function checkNumbers(drafts: readonly Draft[], report: ReportProblem): void {
  let expected = 1;
  let within: string | null | undefined;
  for (const draft of drafts) {
    if (draft.printed === null) continue;
    const place = `${draft.part ?? ''}/${draft.section ?? ''}`;
    const figure = Number(draft.printed);
    if (within !== undefined && place !== within && figure === 1) expected = 1;
    within = place;
    const first = draft.lines[0]?.number ?? 1;
    if (figure === expected - 1) {
      report(
        'number-repeated',
        first,
        `Operative paragraph ${figure} is here a second time; ${expected} was expected.`,
        `If the line starts no paragraph, say what it is under "lines" in resolution.yaml, for example "${first}: page-marker". If a number was misread, take a better copy of the text; if the print repeats it, tell us by an issue.`,
      );
    } else if (figure !== expected) {
      report(
        'number-gap',
        first,
        `Operative paragraph ${figure} was found where ${expected} was expected.`,
        `Look for paragraph ${expected} above this line: it may be lost in the copy, or its number misread. If this line starts no paragraph, add "${first}: operative" under "lines" in resolution.yaml.`,
      );
    }
    expected = figure + 1;
  }
}

/** Ids by printed number, or by position where none is printed; with the part or section in front where numbers recur. */
function nameParagraphs(
  drafts: readonly Draft[],
): readonly { readonly id: ParagraphId; readonly number: number }[] {
  const plain = drafts
    .filter(({ printed }) => printed !== null)
    .map(({ printed, part }) => `${part ?? ''}/${printed ?? ''}`);
  const recur = new Set(plain).size < plain.length;
  const counts = new Map<string, number>();
  const used = new Map<string, number>();
  let above = 0;
  const numbered = new Set(
    drafts
      .filter(({ kind, printed }) => kind === 'operative' && printed !== null)
      .map(({ part, section }) => `${part ?? ''}/${recur ? (section ?? '') : ''}`),
  );
  return drafts.map((draft) => {
    const { kind, part, section, printed } = draft;
    const own = recur && kind === 'operative' ? section : null;
    const within = [part, own]
      .filter((one) => one !== null)
      .map((one) => `${one}-`)
      .join('');
    const position = (counts.get(within + kind) ?? 0) + 1;
    counts.set(within + kind, position);
    if (printed !== null) above = Number(printed);
    else if (kind === 'preambular' || position === 1) above = 0;
    // Among numbered paragraphs one without a number is named by the one above it: printed numbers keep their ids.
    const loose =
      printed === null &&
      kind === 'operative' &&
      numbered.has(`${part ?? ''}/${recur ? (section ?? '') : ''}`);
    const number = printed !== null ? Number(printed) : loose ? above : position;
    const tail = loose && above > 0 ? '-next' : '';
    const named = (suffix: string): ParagraphId =>
      kind === 'preambular'
        ? `${within}pp-${number}${suffix}`
        : `${within}op-${number}${tail}${suffix}`;
    const plainId = named('');
    const times = (used.get(plainId) ?? 0) + 1;
    used.set(plainId, times);
    return { id: times === 1 ? plainId : named(`-${times}`), number };
  });
}

/** A place that is cut from a text because a footnote's figure stands there. */
interface Call {
  readonly at: number;
  readonly length: number;
  readonly footnote: string;
}

/** Glued to a word, with the stroke of older prints, or in brackets. */
const callAgain =
  /(?<=\p{Ll}{3}[,;.:)”"’]?)(\d{1,3})(?:\/(?=[\s,;.:)]|$))?(?![\d\p{L}%]|[./]\d)|(?<=\S) (\d{1,3})\/(?=[\s,;.:)]|$)|\[(\d{1,3})\]/gu;

/** Footnotes are called in order: each call is looked for after the last one, over all texts. */
function createCallFinder(footnotes: readonly Footnote[]): (text: string) => readonly Call[] {
  let next = 0;
  const called = new Map<string, string>();
  return (text) => {
    const cuts: Call[] = [];
    let from = 0;
    for (let note = footnotes[next]; note !== undefined; note = footnotes[next]) {
      const call = findCall(text, note.label, from);
      if (call === null) break;
      cuts.push({ ...call, footnote: note.id });
      from = call.at + call.length;
      called.set(note.label, note.id);
      next += 1;
    }
    // A footnote may be called again later: glued to a word it can be nothing else.
    const places = new Set(cuts.map(({ at }) => at));
    for (const { 0: words, 1: glued, 2: struck, 3: bracketed, index: at } of text.matchAll(
      callAgain,
    )) {
      const footnote = called.get(glued ?? struck ?? bracketed ?? '');
      if (footnote !== undefined && !places.has(at))
        cuts.push({ at, length: words.length, footnote });
    }
    return cuts.sort((a, b) => a.at - b.at);
  };
}

function finishParagraph(
  draft: Draft,
  id: ParagraphId,
  number: number,
  findCalls: (text: string) => readonly Call[],
  attested: ReadonlySet<string>,
  report: ReportProblem,
): Paragraph {
  const joined = joinLines(
    draft.lines.map(({ line, skip, number: at }) => ({
      number: at,
      text: line.text.slice(skip).trim(),
    })),
    attested,
  );
  const cuts = findCalls(joined.text);
  const shift = (offset: number): number =>
    offset -
    cuts.reduce(
      (sum, { at, length }) => sum + (at < offset ? Math.min(length, offset - at) : 0),
      0,
    );
  let text = '';
  let from = 0;
  const footnoteCalls: FootnoteCall[] = [];
  for (const { at, length, footnote } of cuts) {
    text += joined.text.slice(from, at);
    footnoteCalls.push({ at: text.length, footnote });
    from = at + length;
  }
  text += joined.text.slice(from);
  text = text.trimEnd();

  const starts = joined.starts.map(shift);
  const { labels, resume } = findLabels(draft, starts, text, report);
  const openingPhrase = findOpeningPhrase(text);
  const first = draft.lines[0]?.number ?? 0;
  const last = draft.lines.at(-1)?.number ?? first;
  return {
    kind: draft.kind,
    id,
    number,
    printedNumber: draft.printed,
    text,
    openingPhrase,
    furtherPhrases: findFurtherPhrases(text, openingPhrase),
    items: nestItems(text, labels, resume),
    footnoteCalls,
    anomalies: findAnomalies(
      draft,
      text,
      starts,
      joined.mended.map(({ span, line }) => ({
        span: { start: shift(span.start), end: shift(span.end) },
        line,
      })),
      last,
    ),
    lines: { first, last },
    section: draft.section ?? draft.part,
  };
}

/** Labels at line starts, then in running words; and where text of the paragraph goes on after its items. */
function findLabels(
  draft: Draft,
  starts: readonly number[],
  text: string,
  report: ReportProblem,
): { readonly labels: readonly LabelAt[]; readonly resume: number | null } {
  const labels: LabelAt[] = [];
  let resume: number | null = null;
  draft.lines.forEach(({ line, skip, gap, number }, index) => {
    const at = starts[index] ?? 0;
    const words = line.text.slice(skip).trim();
    const [printed = '', label] = labelStart.exec(words) ?? [];
    if (label !== undefined) {
      const mistaken = misread(label, labels.at(-1)?.meant ?? labels.at(-1)?.label, draft, index);
      if (mistaken !== null) {
        report(
          'label-misread',
          number,
          `The label "${label}" stands where ${mistaken} is expected; a scanner may have misread it.`,
          `Compare with the print. If it reads ${mistaken}, take a better copy of the text; the label stays as it is until then.`,
        );
      }
      // (1) under (a) is a list of its own; a bare figure in mid-sentence is none.
      labels.push(mistaken === null ? { label, at } : { label, at, meant: mistaken });
      // "(a) (i) …" on one line: a list begins inside the item.
      const inner = labelStart.exec(words.slice(printed.length))?.[1];
      if (inner === '(i)' || inner === '(a)')
        labels.push({ label: inner, at: at + printed.length });
      resume = null;
    } else if (
      labels.length > 0 &&
      gap &&
      /[.;,:]\s*$/.test(text.slice(Math.max(0, at - 8), at)) &&
      resume === null
    ) {
      resume = at;
    }
  });
  if (labels.length > 0) return { labels, resume };
  return { labels: inlineLabels(text), resume: null };
}

/** "(a) …; (b) …" in running words: only a list that begins at its beginning and goes on. */
function inlineLabels(text: string): readonly LabelAt[] {
  const found = [
    ...text.matchAll(/(?<=^|[:;,.—–] |[;,] (?:and|or) )\((?:[a-z]|[ivx]{1,5})\)(?= \S)/g),
  ].map((match): LabelAt => ({ label: match[0], at: match.index }));
  const [first, second] = found;
  if (first === undefined || second === undefined) return [];
  const begins =
    (first.label === '(a)' && second.label === '(b)') ||
    (first.label === '(i)' && second.label === '(ii)') ||
    (first.label === '(a)' && second.label === '(i)');
  return begins ? found : [];
}

const lookalikes: Readonly<Record<string, string>> = {
  '(5)': '(b)',
  '(6)': '(b)',
  '(1)': '(i)',
  '(0)': '(o)',
  '(8)': '(g)',
  '(9)': '(g)',
};

/** A figure among letters that looks like the letter which is due. */
function misread(
  label: string,
  before: string | undefined,
  draft: Draft,
  index: number,
): string | null {
  const meant = lookalikes[label];
  if (meant === undefined) return null;
  if (label === '(1)') {
    // A list that goes on with (ii) goes on soon.
    const soon = draft.lines.slice(index + 1, index + 100);
    const goesOn = soon.some(({ line }) => labelStart.exec(line.text)?.[1] === '(ii)');
    return goesOn || before === '(h)' ? '(i)' : null;
  }
  if (before === undefined || /\d/.test(before)) return null;
  return `(${String.fromCharCode(before.charCodeAt(1) + 1)})`;
}

function findAnomalies(
  draft: Draft,
  text: string,
  starts: readonly number[],
  mended: readonly {
    readonly span: { readonly start: number; readonly end: number };
    readonly line: number;
  }[],
  last: number,
): readonly Anomaly[] {
  const breaks = draft.markers.map(({ before, lines }): Anomaly => {
    const at = starts[before] ?? text.length;
    const near = text.slice(Math.max(0, at - 200), at);
    const end = at - (near.length - near.trimEnd().length);
    const words = near.trimEnd().split(' ').slice(-4).join(' ');
    return {
      kind: 'page-break',
      span: { start: end, end },
      lines,
      note: `A page of the print ends after “…${words}”; its running head or number is left out.`,
    };
  });
  const joins = mended.map(({ span, line }): Anomaly => ({
    kind: 'joined-word',
    span,
    lines: { first: line - 1, last: line },
    note: `“${text.slice(span.start, span.end)}” is broken at a line end in the file, with a hyphen that is not its own.`,
  }));
  const end = text.at(-1) ?? '';
  const odd =
    draft.kind === 'preambular'
      ? end !== ',' && !/, and$/.test(text) && draft.lines.length > 0
      : false;
  const endings: Anomaly[] = odd
    ? [
        {
          kind: 'ending',
          span: { start: Math.max(0, text.length - 1), end: text.length },
          lines: { first: last, last },
          note: `It ends with “${end}”; most preambular paragraphs end with a comma.`,
        },
      ]
    : [];
  return [...breaks, ...joins, ...endings];
}
