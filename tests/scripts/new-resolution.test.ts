import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import { ProblemsError } from '../../src/resolution/problem.ts';

const project = join(import.meta.dirname, '../..');
const text = readFileSync(
  join(project, 'tests/fixtures/texts/recorded-vote/official.en.txt'),
  'utf8',
);
let content = '';

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'content-'));
  for (const name of ['vocabularies.yaml', 'sources.yaml', 'instruments'])
    cpSync(join(project, 'content', name), join(content, name), { recursive: true });
});
afterEach(() => {
  rmSync(content, { recursive: true });
});

function make(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'scripts/new-resolution.ts'), ...words],
    {
      encoding: 'utf8',
      env: { ...process.env, PILCROW_CONTENT: content, INIT_CWD: content },
    },
  );
  return { status, stdout, stderr };
}
const folder = () => join(content, 'resolutions/a-hrc-res-53-99');

it('a text becomes a folder that can be published: text byte for byte, what was found marked for confirmation', () => {
  writeFileSync(join(content, 'text.txt'), text);
  expect(make('text.txt', '--id', 'a-hrc-res-53-99')).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(join(folder(), 'official.en.txt'), 'utf8')).toBe(text);
  expect(readFileSync(join(folder(), 'resolution.yaml'), 'utf8')).toContain(
    'symbol: "A/HRC/RES/53/99" # found in the text: confirm',
  );
  expect(readCorpus(content).resolutions[0]?.paragraphs.map(({ id }) => id)).toEqual([
    'pp-1',
    'pp-2',
    'op-1',
    'op-2',
    'op-3',
  ]);
});

it('a Word document gives the same paragraphs', async () => {
  const document = new Document({
    sections: [{ children: text.split('\n').map((line) => new Paragraph(line)) }],
  });
  writeFileSync(join(content, 'text.docx'), await Packer.toBuffer(document));
  expect(make('text.docx', '--id', 'a-hrc-res-53-99').status).toBe(0);
  expect(readCorpus(content).resolutions[0]?.paragraphs).toHaveLength(5);
});

it('a dry run writes nothing', () => {
  writeFileSync(join(content, 'text.txt'), text);
  expect(make('text.txt', '--id', 'a-hrc-res-53-99', '--dry-run').stdout).toContain(
    '2 preambular and 3 operative paragraphs',
  );
  expect(existsSync(join(content, 'resolutions'))).toBe(false);
});

it('what is there already is never overwritten', () => {
  writeFileSync(join(content, 'text.txt'), text);
  make('text.txt', '--id', 'a-hrc-res-53-99');
  writeFileSync(join(content, 'text.txt'), text.replace('books', 'letters'));
  expect(make('text.txt', '--id', 'a-hrc-res-53-99')).toMatchObject({ status: 1 });
  expect(readFileSync(join(folder(), 'official.en.txt'), 'utf8')).toBe(text);
});

it.for([
  ['a file that is not there', 'none.txt', '', 'cannot be read'],
  ['UTF-16', 'wide.txt', Buffer.from('\ufeffThe General Assembly,', 'utf16le'), 'iconv -f UTF-16'],
  ['Latin-1', 'old.txt', Buffer.from('R\xe9solution', 'latin1'), 'iconv -f WINDOWS-1252'],
  ['a PDF that is none', 'broken.pdf', 'no', 'no PDF that can be read'],
  ['a kind that is not known', 'page.rtf', '{}', 'neither .txt nor .docx nor .pdf'],
  [
    'a treaty',
    'treaty.txt',
    'The States Parties to this Convention,\n\nHave agreed as follows:\n\nArticle 1\n\nWords.\n',
    'This is a treaty',
  ],
] as const)(
  '%s is refused with the reason, and nothing is left behind',
  ([, name, bytes, reason]) => {
    if (bytes !== '') writeFileSync(join(content, name), bytes);
    const { status, stdout, stderr } = make(name, '--id', 'a-hrc-res-53-99');
    expect(status).toBe(1);
    expect(stdout + stderr).toContain(reason);
    expect(
      readdirSync(content).includes('resolutions') ? readdirSync(join(content, 'resolutions')) : [],
    ).toEqual([]);
  },
);

it('a folder half filled in is a list of problems with file and line, not a site', () => {
  writeFileSync(
    join(content, 'text.txt'),
    'The Reading Club,\n\nRecalling books,\n\n1. Decides to read.\n',
  );
  make('text.txt', '--id', 'club-1');
  const problems = (() => {
    try {
      readCorpus(content);
      return [];
    } catch (error) {
      return error instanceof ProblemsError ? error.problems : [];
    }
  })();
  expect(
    problems.map(({ code, file, line }) => [
      code,
      file.endsWith('club-1/resolution.yaml'),
      line > 0,
    ]),
  ).toContainEqual(['schema', true, true]);
});
