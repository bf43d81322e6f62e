import type { Draft, ReportProblem } from './draft.ts';
import type { LabelAt } from './find-items.ts';
import { labelStart } from './line-shapes.ts';

/** Labels at line starts, then in running words; and where text of the paragraph goes on after its items. */
export function findLabels(
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
