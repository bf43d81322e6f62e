import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import {
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type ParsedNode,
} from 'yaml';
import type { z } from 'zod';
import type { Problem, ProblemCode } from '../resolution/problem.ts';
import { toSchemaFaults } from './schema-message.ts';

export type Report = (problem: Problem) => void;

type Path = readonly PropertyKey[];

/** A YAML file that fits its schema, and where each value stands in it. */
export interface YamlFile<Data> {
  readonly data: Data;
  /** Path as contributors know it. */
  readonly file: string;
  /** A Problem at the place of a value. */
  readonly problem: (path: Path, code: ProblemCode, message: string, hint: string) => Problem;
  /** A Problem at the place of a key. */
  readonly keyProblem: (path: Path, code: ProblemCode, message: string, hint: string) => Problem;
}

/** A path relative to the project, for messages. */
export const fileName = (path: string): string => relative(process.cwd(), path) || path;

// Characters that hide or reorder what a reader sees: C0 and C1 controls, bidirectional overrides and isolates; and the
// one that stands where bytes were no UTF-8.
const unsafe =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/u;

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
  const problemAt = (offset: number, code: ProblemCode, message: string, hint: string): Problem => {
    const { line, col } = counter.linePos(offset);
    return { code, message, file, line, column: Math.max(col, 1), hint };
  };
  const before = { found: false };
  const tell = (problem: Problem): void => {
    before.found = true;
    report(problem);
  };
  const tellUnsafe = (words: string, offset: number): void => {
    const hidden = unsafe.exec(words);
    if (hidden === null) return;
    const code = hidden[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    const [why, hint] =
      hidden[0] === '\ufffd'
        ? ['the file is not UTF-8', 'Save the file as UTF-8.']
        : ['it hides or reorders what readers see', 'Delete the character.'];
    tell(
      problemAt(offset, 'unsafe-character', `The character U+${code} stands here; ${why}.`, hint),
    );
  };
  tellUnsafe(text, text.search(unsafe));
  // Written as an escape ("\\0") it is in the values, not in the text.
  if (!before.found)
    visit(document, {
      Scalar(_key, { value, range }) {
        if (typeof value === 'string') tellUnsafe(value, range?.[0] ?? 0);
      },
    });
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
  const value = toValue(document);
  if (value === undefined) {
    tell(
      problemAt(
        0,
        'yaml-aliases',
        'The file repeats itself by too many aliases ("*name").',
        'Write the values out where they belong.',
      ),
    );
    return null;
  }
  const result = schema.safeParse(value.js);
  const problem: YamlFile<unknown>['problem'] = (at, code, message, hint) =>
    problemAt(offsetOf(document, at), code, message, hint);
  const keyProblem: YamlFile<unknown>['keyProblem'] = (at, code, message, hint) =>
    problemAt(
      keyOffset(document.getIn(at.slice(0, -1), true), at.at(-1)) ?? offsetOf(document, at),
      code,
      message,
      hint,
    );
  if (!result.success) {
    for (const issue of result.error.issues)
      for (const fault of toSchemaFaults(issue, valueAt(value.js, issue.path)))
        tell(
          (issue.code === 'unrecognized_keys' ? keyProblem : problem)(
            fault.path,
            'schema',
            fault.message,
            fault.hint,
          ),
        );
    return null;
  }
  return { data: result.data, file, problem, keyProblem };
}

/** The values of a document; undefined where aliases would make more of them than anyone wrote. */
function toValue(document: Document.Parsed<ParsedNode>): { readonly js: unknown } | undefined {
  try {
    const js: unknown = document.toJS({ maxAliasCount: 100 });
    return { js };
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

/** Where a value begins, or its key where there is none, or the nearest thing around it that is there. */
function offsetOf(document: Document.Parsed<ParsedNode>, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
    const key = keyOffset(document.getIn(path.slice(0, length - 1), true), path[length - 1]);
    if (key !== null) return key;
  }
  return document.contents?.range[0] ?? 0;
}

/** Where a key of a map begins. */
function keyOffset(parent: unknown, key: PropertyKey | undefined): number | null {
  if (!isMap(parent)) return null;
  for (const pair of parent.items)
    if (isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(key))
      return pair.key.range?.[0] ?? null;
  return null;
}
