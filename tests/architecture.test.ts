import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import {
  filesUnder,
  lineOf,
  project,
  readSources,
  type Source,
  visit,
} from './architecture/read-sources.ts';

const sources = readSources('src', 'scripts');
const everything = [...sources, ...readSources('tests')];

interface Room {
  /** Which files live here. */
  readonly files: RegExp;
  /** What they may import and run. */
  readonly uses: readonly RegExp[];
  /** What they may import for its types alone. */
  readonly knows?: readonly RegExp[];
}

const resolution = /^src\/resolution\//;
const corpus = /^src\/corpus\//;
const exports = /^src\/exports\//;
const strings = /^src\/strings\.ts$/;
const settings = /^src\/address-here\.ts$/;
const sheets = /^src\/sheets\.ts$/;
const styles = /\.css$/;
const node = /^node:/;
const library = /^src\/library\.ts$/;
const config = /^src\/content\.config\.ts$/;
/** Packages that write one format from data, without disk or network. */
const formats = /^(docx|pptxgenjs|fflate|uqr|yaml|zod)$/;

/** Who may import whom. A file that fits no room is a fault, so that a new room is a decision. */
const rooms: Readonly<Record<string, Room>> = {
  resolution: { files: resolution, uses: [resolution] },
  corpus: { files: corpus, uses: [corpus, resolution, node, /^(yaml|zod)$/] },
  exports: { files: exports, uses: [exports, resolution, formats], knows: [corpus] },
  strings: { files: strings, uses: [], knows: [resolution, corpus] },
  sheets: { files: sheets, uses: [] },
  settings: { files: settings, uses: [/^src\/resolution\/address\.ts$/], knows: [exports] },
  /** The registry of exports, served while developing: the one file between Astro and the exports. */
  'exports-in-dev': {
    files: /^src\/exports-in-dev\.ts$/,
    uses: [corpus, exports],
    knows: [/^astro$/],
  },
  'content.config': {
    files: config,
    uses: [corpus, resolution, node, /^astro[:/]/, /^zod$/],
  },
  library: { files: library, uses: [/^astro:content$/, resolution], knows: [config, corpus] },
  components: {
    files: /^src\/components\//,
    // The library is asked for names and facts that many components look up; content itself comes in as props.
    uses: [
      /^shiki$/,
      /^src\/components\//,
      library,
      resolution,
      exports,
      strings,
      settings,
      sheets,
      styles,
    ],
    knows: [config, corpus],
  },
  pages: {
    files: /^src\/pages\//,
    uses: [
      ...[
        library,
        /^src\/components\//,
        exports,
        resolution,
        strings,
        settings,
        sheets,
        styles,
        /^sharp$/,
      ],
      // The browser's script and what its search reads are routes too, so that developing serves them alike.
      /^src\/browser\/search-vocabulary\.ts$/,
      /^scripts\/bundle-browser\.ts$/,
    ],
    knows: [/^astro$/, config, corpus],
  },
  browser: {
    files: /^src\/browser\//,
    uses: [/^src\/browser\//, resolution, strings],
    knows: [exports],
  },
  scripts: {
    files: /^scripts\//,
    uses: [
      /^scripts\//,
      corpus,
      resolution,
      exports,
      strings,
      settings,
      /^src\/browser\//,
      /^(?!astro)[@a-z]/,
    ],
  },
};

const roomOf = (file: string) => Object.entries(rooms).find(([, room]) => room.files.test(file));

test('every file of code lives in a room', () => {
  expect(sources.map(({ file }) => file).filter((file) => roomOf(file) === undefined)).toEqual([]);
});

test.each(Object.entries(rooms))(
  '%s imports only what its room may',
  (name, { uses, knows = [] }) => {
    const forbidden = sources
      .filter(({ file }) => roomOf(file)?.[0] === name)
      .flatMap(({ file, imports }) =>
        imports
          .filter(({ from, file: target, isType }) => {
            const wanted = target ?? from;
            return ![...uses, ...(isType ? knows : [])].some((allowed) => allowed.test(wanted));
          })
          .map(({ from }) => `${file} → ${from}`),
      );
    expect(forbidden).toEqual([]);
  },
);

test('no file imports itself over others', () => {
  const next = new Map(
    everything.map(({ file, imports }) => [file, imports.map(({ file: to }) => to)]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) if (to !== null) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  expect(cycles).toEqual([]);
});

test('only library.ts and content.config.ts ask Astro for content', () => {
  const asking = everything
    .filter(({ imports }) => imports.some(({ from }) => from === 'astro:content'))
    .map(({ file }) => file);
  expect(asking).toEqual(['src/content.config.ts', 'src/library.ts']);
});

/** Where in the code something stands, for a message that can be clicked. */
function found(
  of: readonly Source[],
  isMeant: (node: ts.Node, source: Source) => boolean,
): string[] {
  const places: string[] = [];
  for (const source of of)
    visit(source.tree, (node) => {
      if (isMeant(node, source)) places.push(`${source.file}:${lineOf(source, node)}`);
    });
  return places;
}

describe('house style', () => {
  test('no file is named after nothing in particular', () => {
    const vague = /(^|[/.-])(utils?|helpers?)([/.-]|$)|(^|\/)(common|misc|shared|lib)([/.]|$)/;
    expect(filesUnder('src', 'scripts', 'tests').filter((file) => vague.test(file))).toEqual([]);
  });

  test('files are named in lower case with hyphens, components in capitals', () => {
    const odd = sources
      .map(({ file }) => file)
      .filter((file) => {
        const name = file.split('/').at(-1) ?? '';
        if (file.startsWith('src/components/') && file.endsWith('.astro'))
          return !/^[A-Z][A-Za-z]+\.astro$/.test(name);
        return !/^[[\]a-z0-9.-]+$/.test(name.replaceAll(/\[[^\]]*\]/g, ''));
      });
    expect(odd).toEqual([]);
  });

  test('nothing is passed on from another file: no barrels', () => {
    expect(
      found(
        everything,
        (node) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined,
      ),
    ).toEqual([]);
  });

  test('no default exports', () => {
    const isDefault = (node: ts.Node): boolean =>
      ts.isExportAssignment(node) ||
      (ts.canHaveModifiers(node) &&
        ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true);
    // Vitest wants its global set-up as a default export.
    const own = everything.filter(({ file }) => file !== 'tests/site/build-site.ts');
    expect(found(own, isDefault)).toEqual([]);
  });

  test('no any', () => {
    expect(found(everything, ({ kind }) => kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
  });

  test('types are asserted where JSON or the data of a thread enters and nowhere else', () => {
    const isUnsafe = (node: ts.Node): boolean =>
      ts.isNonNullExpression(node) ||
      (ts.isAsExpression(node) &&
        node.type.getText() !== 'const' &&
        node.expression.getText() !== 'workerData' &&
        !isJson(node.expression));
    expect(found(sources, isUnsafe)).toEqual([]);
  });

  test('markup is never made from strings at the reader’s', () => {
    const unsafe =
      /^(innerHTML|outerHTML|insertAdjacentHTML|writeln|createContextualFragment|parseFromString)$/;
    const browser = sources.filter(({ file }) => !file.startsWith('scripts/'));
    expect(
      found(browser, (node) => ts.isPropertyAccessExpression(node) && unsafe.test(node.name.text)),
    ).toEqual([]);
  });

  test('classes are custom elements and errors', () => {
    expect(
      found(sources, (node) => {
        if (!ts.isClassLike(node)) return false;
        const base = node.heritageClauses?.[0]?.types[0]?.expression.getText() ?? '';
        return !/(Element|Error)$/.test(base);
      }),
    ).toEqual([]);
  });

  test('modules keep no state but the two memos of Astro’s rooms', () => {
    const isState = (node: ts.Node, { tree }: Source): boolean =>
      ts.isVariableStatement(node) &&
      node.parent === tree &&
      (node.declarationList.flags & ts.NodeFlags.Const) === 0;
    const others = sources.filter(
      ({ file }) => /^src\/.*\.ts$/.test(file) && !library.test(file) && !config.test(file),
    );
    expect(found(others, isState)).toEqual([]);
  });

  test('nothing is left to do in a comment', () => {
    const left = new RegExp(
      `\\b(${['TO', 'FIX', 'XX'].map((half, i) => half + ['DO', 'ME', 'X'][i]).join('|')})\\b`,
    );
    expect(everything.filter(({ text }) => left.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('no test is skipped or run alone', () => {
    const isKept = (node: ts.Node): boolean =>
      ts.isPropertyAccessExpression(node) &&
      /^(skip|only|todo|skipIf|runIf|fails)$/.test(node.name.text) &&
      /^(test|it|describe)\b/.test(node.expression.getText());
    expect(found(readSources('tests'), isKept)).toEqual([]);
  });
});

function isJson(expression: ts.Expression): boolean {
  const inner =
    ts.isAwaitExpression(expression) || ts.isParenthesizedExpression(expression)
      ? expression.expression
      : expression;
  return ts.isCallExpression(inner) && /(^JSON\.parse|\.json)$/.test(inner.expression.getText());
}

describe('the project', () => {
  test('has the top level that the house was drawn with', () => {
    const drawn = [
      ...['src', 'content', 'public', 'scripts', 'tests'],
      ...[
        'astro.config.mjs',
        'package.json',
        'package-lock.json',
        'tsconfig.json',
        'README.md',
        'LICENSE',
      ],
      ...['eslint.config.js', 'vitest.config.ts'],
    ];
    const made = ['node_modules', 'dist'];
    const present = readdirSync(project).filter(
      (name) => !name.startsWith('.') && !made.includes(name),
    );
    expect(present.sort()).toEqual(drawn.sort());
  });

  test('names no path of the machine it was written on', () => {
    const own = /(^|[\s"'`(=])\/(work|home|root|Users|tmp)\/[A-Za-z]/m;
    const text = /\.(ts|mjs|js|astro|css|md|mdx|json|ya?ml|txt|html|svg)$/;
    const files = [
      ...filesUnder('src', 'content', 'public', 'scripts', 'tests'),
      ...readdirSync(project, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
    ];
    const naming = files
      .filter((file) => text.test(file) && file !== 'tests/architecture.test.ts')
      .filter((file) => own.test(readFileSync(join(project, file), 'utf8')));
    expect(naming).toEqual([]);
  });
});
