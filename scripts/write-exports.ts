import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Corpus } from '../src/corpus/corpus.ts';
import type { Host } from '../src/exports/export.ts';
import { writeRedirectPage } from '../src/exports/redirect-page.ts';
import { registry } from '../src/exports/registry.ts';
import { topicsOf } from '../src/exports/topics.ts';

/**
 * Writes every export of an edition below `dist`. Plain files from plain functions: ten thousand paragraphs in eight
 * formats take seconds here, and a minute as routes of the page builder.
 * @returns how many files were written
 */
export async function writeExports(corpus: Corpus, dist: string, host: Host): Promise<number> {
  const topics = topicsOf(corpus);
  let count = 0;
  const folders = new Set<string>();
  for (const one of registry) {
    switch (one.scope) {
      case 'paragraph':
        for (const resolution of corpus.resolutions) {
          for (const paragraph of resolution.paragraphs) {
            put(
              `${resolution.id}/${paragraph.id}${one.suffix}`,
              one.write(paragraph, resolution, host),
            );
          }
        }
        break;
      case 'resolution':
        for (const resolution of corpus.resolutions) {
          put(`${resolution.id}${one.suffix}`, await one.write(resolution, corpus, host));
        }
        break;
      case 'topic':
        for (const topic of topics) {
          if (topic.entries.length <= one.mostParagraphs)
            put(`topics/${topic.id}${one.suffix}`, await one.write(topic, host));
        }
        break;
      case 'edition':
        put(one.path, one.write(corpus, host));
        break;
    }
  }
  for (const { from, to } of corpus.redirects)
    put(`${from}index.html`, writeRedirectPage(to, host));
  return count;

  // One after the other without waiting: with so many small files the waiting costs twice the writing.
  function put(path: string, content: string | Uint8Array): void {
    const file = join(dist, path);
    const folder = dirname(file);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    writeFileSync(file, content);
    count += 1;
  }
}
