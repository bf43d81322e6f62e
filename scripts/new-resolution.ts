// `npm run new -- FILE --id a-res-60-251 [--dry-run]`: makes a folder in content/resolutions from a text.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../src/corpus/text-hash.ts';
import type { Resolution } from '../src/resolution/model.ts';
import type { LineOverride } from '../src/resolution/line-override.ts';
import { parseResolution } from '../src/resolution/parse-resolution.ts';
import { formatProblem, ProblemsError } from '../src/resolution/problem.ts';
import { readSource } from './import/read-source.ts';

const usage = 'npm run new -- FILE --id a-res-60-251 [--dry-run]';

/** What an editor asks for on the command line; the id is the address, for ever. */
function readArguments(words: readonly string[]): {
  readonly file: string;
  readonly id: string;
  readonly dryRun: boolean;
} {
  const at = words.indexOf('--id');
  const id = at < 0 ? undefined : words[at + 1];
  const [file] = words.filter(
    (word, index) => !word.startsWith('--') && (at < 0 || index !== at + 1),
  );
  if (file === undefined || id === undefined) throw new Error(`Name a file and an id: ${usage}`);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    throw new Error(
      `"${id}" cannot be an address: use lower-case letters, digits and hyphens, such as a-res-60-251.`,
    );
  return { file, id, dryRun: words.includes('--dry-run') };
}

/** YAML with every value marked for the editor's eye; what the text does not tell is left to be filled in. */
function describe(resolution: Resolution, hash: string, source: string): string {
  const { body, number, symbol, title, meeting, date, closing } = resolution;
  const value = (found: string | null): string =>
    found === null || found === ''
      ? '"" # not found in the text: fill in'
      : `${JSON.stringify(found)} # found in the text: confirm`;
  const abbreviation = body
    .replace(/\b(?:the|of|on|and|for|to)\b/g, '')
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
  const adoption = closing.find(
    ({ kind, text }) => kind === 'adoption' && /without a vote|unanimously/i.test(text),
  );
  return [
    `symbol: ${value(symbol)}`,
    `number: ${value(number)}`,
    `body: ${value(body)}`,
    `bodyAbbreviation: ${JSON.stringify(abbreviation === '' ? '?' : abbreviation)} # ours: confirm`,
    `title: ${value(title)}`,
    ...(meeting === null ? [] : [`meeting: ${value(meeting)}`]),
    `date: ${date === null ? '"" # not found in the text: fill in as 2004-04-19' : `${date} # found in the text: confirm`}`,
    ...(adoption === undefined
      ? []
      : [
          `adoption: ${/unanimously/i.test(adoption.text) ? 'unanimously' : 'without a vote'} # found in the text: confirm`,
        ]),
    'source:',
    `  name: ${JSON.stringify(source)} # say where the text comes from, and add its address`,
    `sha256: ${hash}`,
    '',
  ].join('\n');
}

/** Line overrides as `resolution.yaml` holds them, neighbours of one meaning as a range. */
function describeLines(lines: ReadonlyMap<number, LineOverride>): string {
  const ranges: { readonly first: number; last: number; readonly meaning: string }[] = [];
  for (const [line, { role, label }] of [...lines].toSorted(([a], [b]) => a - b)) {
    const meaning = label === undefined ? role : `${role} ${label}`;
    const before = ranges.at(-1);
    if (before?.last === line - 1 && before.meaning === meaning) before.last = line;
    else ranges.push({ first: line, last: line, meaning });
  }
  if (ranges.length === 0) return '';
  const entries = ranges.map(
    ({ first, last, meaning }) =>
      `  '${first === last ? first : `${first}-${last}`}': ${meaning}\n`,
  );
  return `# By their place on the page of the PDF: confirm.\nlines:\n${entries.join('')}`;
}

try {
  const { file, id, dryRun } = readArguments(process.argv.slice(2));
  const content =
    process.env['PILCROW_CONTENT'] ??
    join(fileURLToPath(new URL('..', import.meta.url)), 'content');
  const folder = join(content, 'resolutions', id);
  if (existsSync(folder))
    throw new Error(
      `content/resolutions/${id} is there already: nothing was written. Choose another id, or edit that folder.`,
    );
  const { text, lines } = await readSource(
    isAbsolute(file) ? file : join(process.env['INIT_CWD'] ?? process.cwd(), file),
    file,
  );
  const { resolution, problems } = parseResolution({ text, file, overrides: lines });
  const operative = resolution.paragraphs.filter(({ kind }) => kind === 'operative').length;
  console.log(
    `${resolution.body || '(no organ)'} ${resolution.number ?? '(no number)'}: ${resolution.title || '(no title)'}\n${resolution.paragraphs.length - operative} preambular and ${operative} operative paragraphs, ${resolution.footnotes.length} footnotes, ${resolution.annexes.length} annexes`,
  );
  for (const problem of problems) console.log(`\n${formatProblem(problem)}`);
  if (resolution.paragraphs.length === 0)
    throw new Error('This text gives no paragraphs: nothing was written.');
  if (dryRun)
    console.log(`\nA dry run: nothing was written. It would be content/resolutions/${id}/.`);
  else {
    mkdirSync(dirname(folder), { recursive: true });
    // Written aside and moved in one step: a failure leaves nothing half-made.
    const aside = mkdtempSync(join(dirname(folder), '.new-'));
    try {
      writeFileSync(join(aside, 'official.en.txt'), text);
      writeFileSync(
        join(aside, 'resolution.yaml'),
        describe(resolution, sha256(text), basename(file)) + describeLines(lines),
      );
      writeFileSync(
        join(aside, 'annotations.yaml'),
        '# Topics, addressees and citations by judgement, each quoting the words it rests on.\n{}\n',
      );
      writeFileSync(join(aside, 'permalinks.lock.json'), '{}\n');
      renameSync(aside, folder);
    } catch (error) {
      rmSync(aside, { recursive: true, force: true });
      throw error;
    }
    console.log(
      `\nWrote content/resolutions/${id}/. Now read resolution.yaml, confirm what it says, then: npm run lock && npm start`,
    );
  }
} catch (error) {
  console.error(error instanceof ProblemsError || error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
