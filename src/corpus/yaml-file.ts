import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document, type ParsedNode } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../resolution/problem.ts';

export type Report = (problem: Problem) => void;

type Path = readonly PropertyKey[];

/** A YAML file that fits its schema, and where each value stands in it. */
export interface YamlFile<Data> {
  readonly data: Data;
  /** Path as contributors know it. */
  readonly file: string;
  /** A Problem at the place of a value. */
  readonly problem: (path: Path, code: string, message: string, hint: string) => Problem;
}

/** A path relative to the project, for messages. */
export const fileName = (path: string): string => relative(process.cwd(), path) || path;

// Characters that hide or reorder what a reader sees: C0 and C1 controls, bidirectional overrides and isolates.
const unsafe = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Reads a YAML file and checks it against its schema. Every fault is reported with line and column.
 * @returns null when the file has problems; they have been reported
 */
export function readYaml<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  report: Report,
): YamlFile<z.infer<Schema>> | null {
  const file = fileName(path);
  if (!existsSync(path)) {
    report({
      code: 'missing-file',
      message: `The file ${file} does not exist.`,
      file,
      line: 1,
      column: 1,
      hint: 'Write it; README says how, and the files of chr-2004-45 are an example.',
    });
    return null;
  }
  const text = readFileSync(path, 'utf8');
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const problemAt = (offset: number, code: string, message: string, hint: string): Problem => {
    const { line, col } = counter.linePos(offset);
    return { code, message, file, line, column: Math.max(col, 1), hint };
  };
  const before = { found: false };
  const tell = (problem: Problem): void => {
    before.found = true;
    report(problem);
  };
  const hidden = unsafe.exec(text);
  if (hidden !== null) {
    const code = hidden[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    tell(
      problemAt(
        hidden.index,
        'unsafe-character',
        `The character U+${code} stands here; it hides or reorders what readers see.`,
        'Delete the character.',
      ),
    );
  }
  for (const error of document.errors) {
    tell(
      problemAt(
        error.pos[0],
        'yaml-syntax',
        `This is not YAML: ${error.message}`,
        'Mend the line; strings with a colon, a quotation mark or "#" need quotation marks around them.',
      ),
    );
  }
  if (before.found) return null;
  const result = schema.safeParse(document.toJS());
  const problem: YamlFile<unknown>['problem'] = (at, code, message, hint) =>
    problemAt(offsetOf(document, at), code, message, hint);
  if (!result.success) {
    for (const issue of result.error.issues) {
      const name = issue.path.length === 0 ? 'The file' : `"${issue.path.join('.')}"`;
      tell(
        problem(
          issue.path,
          'schema',
          `${name} does not fit: ${issue.message}.`,
          'Compare it with src/corpus/schemas.ts, which says what may stand here.',
        ),
      );
    }
    return null;
  }
  return { data: result.data, file, problem };
}

/** Where a value begins, or the nearest thing around it that is there. */
function offsetOf(document: Document.Parsed<ParsedNode>, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}
