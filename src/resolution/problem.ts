/** Every kind of fault there is; editors look a name up, so a name never changes its meaning. */
export const problemCodes = [
  // An official text or its parse.
  'missing-file',
  'utf-16',
  'latin-1',
  'null-byte',
  'unseen-character',
  'not-a-resolution',
  'no-role',
  'number-gap',
  'number-repeated',
  'label-misread',
  'text-changed',
  'unknown-role',
  // A Word or PDF file.
  'not-word',
  'no-text',
  'not-pdf',
  'scan',
  'unknown-kind',
  // YAML.
  'unsafe-character',
  'yaml-syntax',
  'yaml-aliases',
  'schema',
  'unknown-paragraph',
  'unknown-id',
  'unknown-source',
  'words-not-found',
  'words-twice',
  'crossing-citations',
  'self-relation',
  'double-relation',
  'undated-figure',
  'duplicate-symbol',
  'duplicate-name',
  'orphan-instrument',
  'unused-alias',
  // Addresses.
  'redirect-from-page',
  'redirect-twice',
  'redirect-chain',
  'redirect-to-nothing',
  'lost-address',
  'changed-words',
] as const;

/** @example 'number-gap' */
export type ProblemCode = (typeof problemCodes)[number];

/**
 * A fault that a contributor can repair: what was found, what was expected, and what to do.
 * Problems are collected over a whole run and reported together; a broken promise of our own is a plain `Error`.
 */
export interface Problem {
  /** Permanent, kebab-case name of the kind of fault, e.g. `number-gap`. */
  readonly code: ProblemCode;
  /** What was found and what was expected, in full sentences. */
  readonly message: string;
  /** Path as the contributor knows it, relative to the project when it lies inside. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** What to do about it, in a full sentence. */
  readonly hint: string;
}

/** @example formatProblem(p) // "content/…/official.en.txt:152:1 number-gap: Paragraph 4 … \n  Hint: …" */
export function formatProblem(problem: Problem): string {
  const { file, line, column, code, message, hint } = problem;
  return `${file}:${line}:${column} ${code}: ${message}\n  Hint: ${hint}`;
}

/** Thrown once, at the end of a run, with everything that the run found. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`${count} in content:\n\n${problems.map(formatProblem).join('\n\n')}`);
    this.name = 'ProblemsError';
    this.problems = problems;
  }
}
