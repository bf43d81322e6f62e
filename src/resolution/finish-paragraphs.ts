import type { Draft, ReportProblem } from './draft.ts';
import { cutCalls, type FindCalls } from './find-calls.ts';
import { nestItems } from './find-items.ts';
import { findLabels } from './find-labels.ts';
import { joinLines } from './join-lines.ts';
import type { Anomaly, Paragraph } from './model.ts';
import { checkNumbers, nameParagraphs, type ParagraphPlace } from './number-paragraphs.ts';
import { findFurtherPhrases, findOpeningPhrase } from './opening-phrase.ts';

/**
 * Turns drafts into paragraphs: words, calls, items, phrases, ids; checks that the numbers run without gap.
 * @param findCallsOf the calls in the words of a draft; asked in order
 */
export function finishParagraphs(
  drafts: readonly Draft[],
  findCallsOf: (index: number) => FindCalls,
  attested: ReadonlySet<string>,
  report: ReportProblem,
): readonly Paragraph[] {
  checkNumbers(drafts, report);
  const places = nameParagraphs(drafts);
  return drafts.map((draft, index) => {
    const place = places[index] ?? { id: 'op-0', number: 0, looseAfter: null };
    return finishParagraph(draft, place, findCallsOf(index), attested, report);
  });
}

function finishParagraph(
  draft: Draft,
  place: ParagraphPlace,
  findCalls: FindCalls,
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
  const { text, footnoteCalls } = cutCalls(joined.text, cuts);

  const starts = joined.starts.map(shift);
  const { labels, resume } = findLabels(draft, starts, text, report);
  const openingPhrase = findOpeningPhrase(text);
  const first = draft.lines[0]?.number ?? 0;
  const last = draft.lines.at(-1)?.number ?? first;
  return {
    kind: draft.kind,
    ...place,
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
  // A quotation may close behind the comma.
  const end = text.replace(/[”"’']+$/, '').at(-1) ?? '';
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
  return [
    ...breaks,
    ...joins,
    ...endings,
    ...findLostCalls(text, draft.lines.at(0)?.number ?? last, last),
  ];
}

/** A figure glued to a word calls a footnote; where the file does not hold its text, the figure stays and is told. */
function findLostCalls(text: string, first: number, last: number): readonly Anomaly[] {
  const glued = /(?<=\p{Ll}{3}(?:[,;.:]?[”"’)]?))\d{1,2}(?=[\s,;.:)]|$)/gu;
  return [...text.matchAll(glued)].map(({ 0: figure, index }): Anomaly => ({
    kind: 'lost-footnote',
    span: { start: index, end: index + figure.length },
    lines: { first, last },
    note: `“${text.slice(Math.max(0, index - 20), index + figure.length)}” ends with the call of a footnote ${figure} whose text is not in the file.`,
  }));
}
