// `npm run parse -- FILE [--json]`: shows an editor what Pilcrow sees in a text.
import { isAbsolute, join } from 'node:path';
import { readOfficialText } from '../src/corpus/read-official-text.ts';
import { sha256 } from '../src/corpus/text-hash.ts';
import type { Item, Span } from '../src/resolution/model.ts';
import { parseResolution } from '../src/resolution/parse-resolution.ts';
import { firstWords } from '../src/resolution/paragraph-name.ts';
import { formatProblem, type Problem } from '../src/resolution/problem.ts';

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const [file] = words.filter((word) => !word.startsWith('--'));

if (file === undefined) {
  console.error('Name a file: npm run parse -- my-resolution.txt [--json]');
  process.exitCode = 2;
} else {
  // npm changes into the project; the editor names the file from where they are.
  const path = isAbsolute(file) ? file : join(process.env['INIT_CWD'] ?? process.cwd(), file);
  const read = readOfficialText(path, file);
  const { resolution, problems } = parseResolution({ text: read.text ?? '', file });
  const all = read.problem === null ? problems : [read.problem];
  console.log(asJson ? JSON.stringify(toJson(resolution, all), null, 2) : report(resolution, all));
  if (all.length > 0) process.exitCode = 1;
}

type Parsed = ReturnType<typeof parseResolution>['resolution'];

function toJson(resolution: Parsed, problems: readonly Problem[]) {
  const { paragraphs, ...rest } = resolution;
  return {
    title: rest.title,
    titleCalls: rest.titleCalls,
    body: rest.body,
    symbol: rest.symbol,
    number: rest.number,
    date: rest.date,
    meeting: rest.meeting,
    paragraphs: paragraphs.map((paragraph) => ({
      id: paragraph.id,
      kind: paragraph.kind,
      number: paragraph.number,
      printedNumber: paragraph.printedNumber,
      openingPhrase: cut(paragraph.text, paragraph.openingPhrase),
      furtherPhrases: paragraph.furtherPhrases.map((span) => cut(paragraph.text, span)),
      text: paragraph.text,
      items: paragraph.items.map((item) => toItem(item, paragraph.text)),
      footnotes: paragraph.footnoteCalls.map(({ footnote }) => footnote),
      anomalies: paragraph.anomalies.map(({ kind, note }) => ({ kind, note })),
      section: paragraph.section,
      lines: [paragraph.lines.first, paragraph.lines.last],
      sha256: sha256(paragraph.text),
    })),
    headings: rest.headings,
    footnotes: rest.footnotes,
    annexes: rest.annexes,
    closing: rest.closing,
    leftovers: rest.leftovers,
    lines: rest.lines,
    problems,
  };
}

/** What is odd in the official text and stays as it is: not to be mended, but to be known. */
function odd(paragraphs: Parsed['paragraphs']): readonly string[] {
  const notes = paragraphs.flatMap(({ id, anomalies }) =>
    anomalies
      .filter(({ kind }) => kind !== 'page-break')
      .map(({ lines, note }) => `${String(lines.first).padStart(9)}  ${id.padEnd(8)} ${note}`),
  );
  return notes.length === 0 ? [] : ['', 'Odd, and kept as it is:', ...notes];
}

function cut(text: string, span: Span | null): string | null {
  return span === null ? null : text.slice(span.start, span.end);
}

interface ItemJson {
  readonly label: string;
  readonly text: string;
  readonly items: readonly ItemJson[];
}

function toItem({ label, words: own, items }: Item, text: string): ItemJson {
  return {
    label,
    text: text.slice(own.start, own.end),
    items: items.map((item) => toItem(item, text)),
  };
}

function report(resolution: Parsed, problems: readonly Problem[]): string {
  const { title, body, number, symbol, paragraphs, annexes, footnotes, closing, leftovers } =
    resolution;
  const count = (kind: string): number =>
    paragraphs.filter((paragraph) => paragraph.kind === kind).length;
  const line = ({ first, last }: { readonly first: number; readonly last: number }): string =>
    first === last ? String(first) : `${first}-${last}`;
  const outline = paragraphs.map((paragraph) => {
    const { openingPhrase, text, items, id, lines } = paragraph;
    const opening = cut(text, openingPhrase) ?? '?';
    const rest = firstWords(text.slice(openingPhrase?.end ?? 0).trim(), 56);
    return `${line(lines).padStart(9)}  ${id.padEnd(8)} [${opening}] ${rest}${items.length > 0 ? `  (${items.length} items)` : ''}`;
  });
  return [
    ...(problems.length > 0
      ? [
          `${problems.length === 1 ? 'One doubtful place' : `${problems.length} doubtful places`}:`,
          ...problems.map(formatProblem),
          '',
        ]
      : []),
    `Title    ${title === '' ? '(none found)' : title}`,
    `Body     ${body === '' ? '(none found)' : body}`,
    `Number   ${number ?? '(none found)'}${symbol === null ? '' : `, symbol ${symbol}`}`,
    `Has      ${count('preambular')} preambular and ${count('operative')} operative paragraphs, ${annexes.length} annexes, ${footnotes.length} footnotes`,
    '',
    '    Lines  Id       [Opening phrase] words',
    ...outline,
    ...annexes.map(
      ({ id, lines, title: name }) => `${line(lines).padStart(9)}  ${id.padEnd(8)} ${name ?? ''}`,
    ),
    ...footnotes.map(
      ({ id, lines, text }) =>
        `${line(lines).padStart(9)}  ${id.padEnd(8)} ${firstWords(text, 60)}`,
    ),
    ...closing.map(
      ({ kind, text, lines }) =>
        `${line(lines).padStart(9)}  ${kind.padEnd(8)} ${firstWords(text, 60)}`,
    ),
    ...leftovers.map(
      ({ kind, text, lines }) =>
        `${line(lines).padStart(9)}  ${kind.padEnd(8)} ${firstWords(text, 60)}`,
    ),
    ...odd(paragraphs),
    '',
    problems.length === 0 ? 'No problems.' : 'Mend the places above, then run this again.',
  ].join('\n');
}
