import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import type { Host, TopicParagraphs } from '../../src/exports/export.ts';
import { topicsOf } from '../../src/exports/topics.ts';
import { registry } from '../../src/exports/registry.ts';
import type { PublishedParagraph, PublishedResolution } from '../../src/corpus/corpus.ts';

/** The edition in content/, for exports that are read back by programs we did not write. */
export const corpus = readCorpus(join(import.meta.dirname, '../../content'));
export const host: Host = { site: 'https://example.org', base: '/un' };

const [first] = corpus.resolutions;
if (first === undefined) throw new Error('Expected a resolution in content/.');
export const resolution: PublishedResolution = first;

export function paragraph(id: string): PublishedParagraph {
  const found = resolution.paragraphs.find((one) => one.id === id);
  if (found === undefined) throw new Error(`Expected paragraph ${id}.`);
  return found;
}

const [firstTopic] = topicsOf(corpus);
if (firstTopic === undefined) throw new Error('Expected a topic in content/.');
export const topic: TopicParagraphs = firstTopic;

type Scope = 'paragraph' | 'resolution' | 'topic' | 'edition';

/** What an export writes, by the ending of its address. */
export async function written(
  scope: Scope,
  ending: string,
  id = 'op-23',
): Promise<string | Uint8Array> {
  const one = registry.find(
    (entry) =>
      entry.scope === scope && (entry.scope === 'edition' ? entry.path : entry.suffix) === ending,
  );
  if (one === undefined) throw new Error(`Expected an export ${ending}.`);
  switch (one.scope) {
    case 'paragraph':
      return one.write(paragraph(id), resolution, host);
    case 'resolution':
      return await one.write(resolution, corpus, host);
    case 'topic':
      return await one.write(topic, host);
    case 'edition':
      return one.write(corpus, host);
  }
}

export async function text(scope: Scope, ending: string, id?: string): Promise<string> {
  const content = await written(scope, ending, id);
  if (typeof content !== 'string') throw new Error(`Expected ${ending} to be text.`);
  return content;
}

export async function bytes(scope: 'resolution' | 'topic', ending: string): Promise<Uint8Array> {
  const content = await written(scope, ending);
  if (typeof content === 'string') throw new Error(`Expected ${ending} to be bytes.`);
  return content;
}

/** Public schemas lie beside the project where it is developed; a bare clone goes without them and says so. */
const schemas = join(import.meta.dirname, '../../../shared/schemas');
export const schemaFolder = existsSync(schemas) ? schemas : null;
