import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Corpus } from '../src/corpus/corpus.ts';
import type { Host } from '../src/exports/export.ts';
import { registry } from '../src/exports/registry.ts';

/**
 * Writes every export of an edition below `dist`. Plain files from plain functions: ten thousand paragraphs in eight
 * formats take seconds here, and a minute as routes of the page builder.
 * @returns how many files were written
 */
export async function writeExports(corpus: Corpus, dist: string, host: Host): Promise<number> {
  let count = 0;
  for (const one of registry) {
    switch (one.scope) {
      case 'paragraph':
        for (const resolution of corpus.resolutions) {
          await Promise.all(
            resolution.paragraphs.map((paragraph) =>
              put(
                `${resolution.id}/${paragraph.id}${one.suffix}`,
                one.write(paragraph, resolution, host),
              ),
            ),
          );
        }
        break;
      case 'resolution':
        for (const resolution of corpus.resolutions) {
          await put(`${resolution.id}${one.suffix}`, await one.write(resolution, corpus, host));
        }
        break;
      case 'edition':
        await put(one.path, one.write(corpus, host));
        break;
    }
  }
  return count;

  async function put(path: string, content: string | Uint8Array): Promise<void> {
    const file = join(dist, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    count += 1;
  }
}
