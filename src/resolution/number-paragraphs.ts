import type { Draft, ReportProblem } from './draft.ts';
import type { ParagraphId } from './model.ts';

/** Reports numbers that are missing or stand twice; a part or section may begin anew. */
export function checkNumbers(drafts: readonly Draft[], report: ReportProblem): void {
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

/** What a paragraph is called by, and the how-manieth without a number it is after a numbered one. */
export interface ParagraphPlace {
  readonly id: ParagraphId;
  readonly number: number;
  readonly looseAfter: number | null;
}

/** Ids by printed number, or by position where none is printed; with the part or section in front where numbers recur. */
export function nameParagraphs(drafts: readonly Draft[]): readonly ParagraphPlace[] {
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
    return {
      id: times === 1 ? plainId : named(`-${times}`),
      number,
      looseAfter: loose ? times : null,
    };
  });
}
