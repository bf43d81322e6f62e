import { join } from 'node:path';
import type { Problem, ProblemCode } from '../resolution/problem.ts';
import type { Corpus, Instrument } from './corpus.ts';
import { instrumentFile } from './schemas.ts';
import { readYaml } from './yaml-file.ts';

/**
 * What an edition carries without need: aliases that stand in none of its texts, and instruments that nothing cites or
 * leads to. Readers would look for them in vain. Apart from reading, so that content can be built up in any order.
 */
export function checkUse(
  { resolutions, instruments }: Corpus,
  contentFolder: string,
): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (
    id: string,
    path: readonly PropertyKey[],
    code: ProblemCode,
    message: string,
    hint: string,
  ): void => {
    const yaml = readYaml(join(contentFolder, 'instruments', `${id}.yaml`), instrumentFile, (one) =>
      problems.push(one),
    );
    if (yaml !== null) problems.push(yaml.problem(path, code, message, hint));
  };
  const citations = resolutions.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.citations),
  );
  const cited = new Set(citations.map(({ words }) => plain(words)));
  const reached = reach(
    instruments,
    resolutions.flatMap(({ about: { bodyInstrument, seeAlso = [] } }) => [
      ...(bodyInstrument === undefined ? [] : [bodyInstrument]),
      ...seeAlso.map(({ instrument }) => instrument),
    ]),
    citations.flatMap(({ target }) => (target.kind === 'instruments' ? target.ids : [])),
  );
  for (const { id, name, aliases = [] } of instruments) {
    if (!reached.has(id))
      report(
        id,
        ['name'],
        'orphan-instrument',
        `No paragraph cites "${name}", and nothing that is cited leads to it.`,
        'Say what it is related to, name it under "seeAlso" where it belongs, or delete the file.',
      );
    aliases.forEach((alias, at) => {
      if (!cited.has(plain(alias)))
        report(
          id,
          ['aliases', at],
          'unused-alias',
          `No text of this edition cites "${name}" as "${alias}".`,
          'Move it to "searchNames", where readers still find it, or mend its spelling.',
        );
    });
  }
  return problems;
}

const plain = (words: string): string => words.replaceAll('’', "'").toLowerCase();

/** Everything that can be come to from these: by relations in both directions, and by "see also". */
function reach(
  instruments: readonly Instrument[],
  ...from: readonly (readonly string[])[]
): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  const lead = (a: string, b: string): void => {
    next.set(a, [...(next.get(a) ?? []), b]);
  };
  for (const { id, relations = [], seeAlso = [] } of instruments) {
    for (const { to } of relations) {
      lead(id, to);
      lead(to, id);
    }
    for (const { instrument } of seeAlso) lead(id, instrument);
  }
  const reached = new Set<string>();
  const waiting = from.flat();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(next.get(id) ?? []));
  }
  return reached;
}
