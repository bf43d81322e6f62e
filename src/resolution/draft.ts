import type { CleanLine } from './clean-text.ts';
import type { LineRange, ParagraphKind } from './model.ts';
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

/** A line of a paragraph, and how it stood. */
export interface DraftLine {
  readonly line: CleanLine;
  readonly number: number;
  /** How many characters of the line are the paragraph's printed number. */
  readonly skip: number;
  readonly gap: boolean;
}

/** Told of a fault of the text, at a line of the file. */
export type ReportProblem = (
  code: ProblemCode,
  line: number,
  message: string,
  hint: string,
) => void;
