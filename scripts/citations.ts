// `npm run citations`: every citation found, marked in the words, so that a diff shows what a change of rules gains and loses.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkUse } from '../src/corpus/check-use.ts';
import { readCorpus } from '../src/corpus/read-corpus.ts';
import { markCitations } from '../src/resolution/mark-citations.ts';
import { ProblemsError } from '../src/resolution/problem.ts';

const content =
  process.env['PILCROW_CONTENT'] ?? join(fileURLToPath(new URL('..', import.meta.url)), 'content');

try {
  const corpus = readCorpus(content);
  for (const { id, paragraphs } of corpus.resolutions) {
    for (const { id: paragraph, text, citations } of paragraphs) {
      // An inference marks words that cite nothing: it stands in annotations.yaml, not here.
      const cited = citations.filter(({ role }) => role !== 'implicit');
      console.log(`${id}/${paragraph}: ${markCitations(text, cited)}`);
    }
  }
  const unused = checkUse(corpus, content);
  if (unused.length > 0) throw new ProblemsError(unused);
} catch (error) {
  console.error(error instanceof ProblemsError ? error.message : error);
  process.exitCode = 1;
}
