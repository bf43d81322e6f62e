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
import {
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  PageBreak,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import { ProblemsError } from '../../src/resolution/problem.ts';
import { printPdf, type Print } from './print-pdf.ts';

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

it('what Word keeps outside the words is written as its print has it: automatic numbers, breaks, footnotes', async () => {
  const numbered = (words: string, level: number) =>
    new Paragraph({ text: words, numbering: { reference: 'acts', level } });
  const document = new Document({
    footnotes: {
      1: { children: [new Paragraph('Resolution 217 A (III).')] },
      2: { children: [new Paragraph('A/HRC/50/1,'), new Paragraph('annex.')] },
    },
    numbering: {
      config: [
        {
          reference: 'acts',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: '(%2)' },
            { level: 2, format: LevelFormat.LOWER_ROMAN, text: '(%3)' },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({
            children: [new TextRun('53/99.'), new TextRun({ text: 'Reading aloud', break: 1 })],
          }),
          new Paragraph('The Human Rights Council,'),
          new Paragraph({
            children: [
              new TextRun('Recalling the Declaration,'),
              new FootnoteReferenceRun(1),
              new TextRun(' and the report on books,'),
              new FootnoteReferenceRun(2),
            ],
          }),
          numbered('Decides to read aloud every week;', 0),
          numbered('Invites all States:', 0),
          numbered('To open libraries;', 1),
          numbered('To lend books:', 1),
          numbered('To children;', 2),
          numbered('To adults;', 2),
          numbered('To keep them open;', 1),
          new Paragraph({ children: [new PageBreak()] }),
          new Paragraph({
            children: [new TextRun({ children: ['3.', new Tab(), 'Decides to meet again.'] })],
          }),
        ],
      },
    ],
  });
  writeFileSync(join(content, 'text.docx'), await Packer.toBuffer(document));
  expect(make('text.docx', '--id', 'a-hrc-res-53-99')).toMatchObject({ status: 0, stderr: '' });
  expect(
    readFileSync(join(folder(), 'official.en.txt'), 'utf8')
      .split(/\n+/)
      .filter((line) => line !== ''),
  ).toEqual([
    '53/99.',
    'Reading aloud',
    'The Human Rights Council,',
    'Recalling the Declaration,1 and the report on books,2',
    '1.\tDecides to read aloud every week;',
    '2.\tInvites all States:',
    '(a)\tTo open libraries;',
    '(b)\tTo lend books:',
    '(i)\tTo children;',
    '(ii)\tTo adults;',
    '(c)\tTo keep them open;',
    '3.\tDecides to meet again.',
    '1 Resolution 217 A (III).',
    '2 A/HRC/50/1,',
    'annex.',
  ]);
});

it('running heads, page numbers and footnotes of a PDF are known by place and size, in mid-sentence too', () => {
  const at = (text: string, x: number, y: number, size = 10): Print => ({ text, x, y, size });
  const lines = (top: number, ...texts: readonly string[]) =>
    texts.map((text, index) => at(text, 110, top - index * 12));
  const edges = (page: number) => [
    at('Reading aloud in public libraries', 70, 800, 8),
    at('A/RES/99/12', 450, 800, 8),
    at(`${page}/3`, 70, 40, 8),
    at('32-72018', 450, 40, 7),
  ];
  const words = 'Recalling the Declaration,';
  const pages: Print[][] = [
    [
      at('United Nations', 70, 800, 14),
      at('A/RES/99/12', 400, 800, 14),
      at('General Assembly', 70, 770, 18),
      at('Distr.: General', 400, 772),
      at('13 July 2044', 400, 760),
      at('32-72018 (E)', 70, 40, 8),
      ...lines(
        700,
        '99/12. Reading aloud in public libraries',
        '',
        'The General Assembly,',
        '',
        words,
      ),
      at('1', 110 + words.length * 6, 656, 6),
      ...lines(
        628,
        '1. Decides to read aloud in every lib-',
        'rary, and in every public library, and to invite to the read-',
        'ings all persons of',
      ),
      at('1', 70, 95, 5),
      at('United Nations, Treaty Series, vol. 9999,', 75, 92, 8),
      at('7. Readers of the world, and the', 70, 82, 8),
    ],
    [
      ...edges(2),
      ...lines(770, 'the neighbourhood;', '', '2. Takes note of the report'),
      at('2', 110 + '2. Takes note of the report'.length * 6, 749, 6),
      ...lines(734, 'of the Council;'),
      at('books they own.', 70, 92, 8),
      at('2', 70, 84, 5),
      at('A/99/12, para. 4.', 75, 81, 8),
    ],
    [
      ...edges(3),
      ...lines(770, '3. Decides to meet again.', '', '72nd plenary meeting', '10 July 2044'),
    ],
  ];
  writeFileSync(join(content, 'text.pdf'), printPdf(pages));
  expect(make('text.pdf', '--id', 'a-hrc-res-53-99')).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(join(folder(), 'resolution.yaml'), 'utf8')).toContain(
    '# By their place on the page of the PDF: confirm.\nlines:\n',
  );
  const [resolution] = readCorpus(content).resolutions;
  expect(resolution?.paragraphs.map(({ id, text: own }) => [id, own])).toEqual([
    ['pp-1', 'Recalling the Declaration,'],
    [
      'op-1',
      'Decides to read aloud in every library, and in every public library, and to invite to the readings all persons of the neighbourhood;',
    ],
    ['op-2', 'Takes note of the report of the Council;'],
    ['op-3', 'Decides to meet again.'],
  ]);
  expect(resolution?.parsed.footnotes.map(({ label, text: own }) => [label, own])).toEqual([
    [
      '1',
      'United Nations, Treaty Series, vol. 9999, 7. Readers of the world, and the books they own.',
    ],
    ['2', 'A/99/12, para. 4.'],
  ]);
  expect(
    resolution?.paragraphs.flatMap(({ id, footnoteCalls }) =>
      footnoteCalls.map(({ footnote }) => [id, footnote]),
    ),
  ).toEqual([
    ['pp-1', 'fn-1'],
    ['op-2', 'fn-2'],
  ]);
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
  [
    'a file that is not there',
    'none.txt',
    null,
    'none.txt:1:1 missing-file: The file none.txt cannot be read.\n  Hint: Check the name and that it is a file.',
  ],
  [
    'UTF-16',
    'wide.txt',
    Buffer.from('\ufeffThe General Assembly,', 'utf16le'),
    'wide.txt:1:1 utf-16: The file is in UTF-16, not in UTF-8.\n  Hint: Convert it: iconv -f UTF-16 -t UTF-8 "wide.txt" > converted.txt',
  ],
  [
    'Latin-1',
    'old.txt',
    Buffer.from('R\xe9solution', 'latin1'),
    'old.txt:1:2 latin-1: The file is not UTF-8; it looks like Latin-1 or Windows-1252.\n  Hint: Convert it: iconv -f WINDOWS-1252 -t UTF-8 "old.txt" > converted.txt',
  ],
  [
    'a Word document that is none',
    'broken.docx',
    'no',
    'broken.docx:1:1 not-word: broken.docx is no Word document that can be read.\n  Hint: Open it and save it again as .docx, or as plain text in UTF-8.',
  ],
  [
    'a Word document without words',
    'empty.docx',
    () => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('')] }] })),
    'empty.docx:1:1 no-text: empty.docx holds no text.\n  Hint: If it holds a picture of the page, use the text of the resolution instead.',
  ],
  [
    'a PDF that is none',
    'broken.pdf',
    'no',
    'broken.pdf:1:1 not-pdf: broken.pdf is no PDF that can be read.\n  Hint: Fetch it again; a PDF with a password cannot be read.',
  ],
  [
    'a scan',
    'scan.pdf',
    printPdf([[], []]),
    'scan.pdf:1:1 scan: scan.pdf is a scan: it holds pictures of pages and no text.\n  Hint: Use the official plain text or Word file, or a PDF with a text layer.',
  ],
  [
    'a kind that is not known',
    'page.rtf',
    '{}',
    'page.rtf:1:1 unknown-kind: page.rtf is neither .txt nor .docx nor .pdf.\n  Hint: Save the resolution in one of these forms.',
  ],
  [
    'a treaty',
    'treaty.txt',
    'The States Parties to this Convention,\n\nHave agreed as follows:\n\nArticle 1\n\nWords.\n',
    'This is a treaty',
  ],
] as const)(
  '%s is refused with the reason, and nothing is left behind',
  async ([, name, bytes, reason]) => {
    if (bytes !== null)
      writeFileSync(join(content, name), typeof bytes === 'function' ? await bytes() : bytes);
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
