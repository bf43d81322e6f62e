// `npm run lock`: records the addresses of new paragraphs. A lock only grows.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  comparePermalinks,
  lockPath,
  permalinksOf,
  readPermalinks,
} from '../src/corpus/permalinks.ts';
import { readCorpus } from '../src/corpus/read-corpus.ts';
import { ProblemsError } from '../src/resolution/problem.ts';

const content =
  process.env['PILCROW_CONTENT'] ?? join(fileURLToPath(new URL('..', import.meta.url)), 'content');

try {
  const { resolutions, redirects } = readCorpus(content);
  const left = new Set(redirects.map(({ from }) => from));
  const problems = resolutions.flatMap((resolution) =>
    comparePermalinks(
      readPermalinks(content, resolution.id),
      permalinksOf(resolution),
      lockPath(content, resolution.id),
      (address) => left.has(`/${resolution.id}/${address}/`),
    ),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
  for (const resolution of resolutions) {
    const locked = readPermalinks(content, resolution.id);
    const now = permalinksOf(resolution);
    const added = Object.keys(now).filter((address) => locked[address] === undefined).length;
    writeFileSync(
      lockPath(content, resolution.id),
      `${JSON.stringify({ ...locked, ...now }, null, 2)}\n`,
    );
    console.log(`${resolution.id}: ${Object.keys(now).length} addresses, ${added} new`);
  }
} catch (error) {
  console.error(error instanceof ProblemsError ? error.message : error);
  process.exitCode = 1;
}
