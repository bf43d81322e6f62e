import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface Import {
  /** As written, e.g. `../resolution/model.ts`, `node:fs`, `astro:content`. */
  readonly from: string;
  /** The imported file relative to the project, or null for a package. */
  readonly file: string | null;
  /** True for `import type`: it is gone when the code runs. */
  readonly isType: boolean;
}

/** One file of code with what it imports; of an Astro component the part between the fences. */
export interface Source {
  /** Relative to the project, forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

/** Every file of code under the given folders of the project. */
export function readSources(...folders: readonly string[]): readonly Source[] {
  return filesUnder(...folders)
    .filter((file) => /\.(ts|mjs|astro)$/.test(file))
    .map((file) => {
      const text = readFileSync(join(project, file), 'utf8');
      const code = file.endsWith('.astro') ? (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '') : text;
      const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
      return { file, text, tree, imports: importsOf(file, tree) };
    });
}

/** Every file under the given folders, relative to the project, forward slashes, sorted. */
export function filesUnder(...folders: readonly string[]): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1)),
    )
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/** Visits every node of a syntax tree. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => visit(child, look));
}

export function lineOf(source: Source, node: ts.Node): number {
  const fence = source.file.endsWith('.astro') ? 1 : 0;
  return source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1 + fence;
}

function importsOf(file: string, tree: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  visit(tree, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      imports.push(toImport(file, node.moduleSpecifier.text, isTypeOnly(node.importClause)));
    else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] !== undefined &&
      ts.isStringLiteral(node.arguments[0])
    )
      imports.push(toImport(file, node.arguments[0].text, false));
  });
  return imports;
}

/** `import type …`, or braces in which every name is marked `type`. */
function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every(({ isTypeOnly: isType }) => isType)
  );
}

function toImport(file: string, from: string, isType: boolean): Import {
  const target = from.startsWith('.') ? posix.join(posix.dirname(file), from) : null;
  return { from, file: target?.replace(/\?.*$/, '') ?? null, isType };
}
