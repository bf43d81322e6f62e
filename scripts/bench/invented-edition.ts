import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { inventedBody, inventResolution } from './invented-resolution.ts';

const PARAGRAPHS_EACH = 40;

/**
 * Writes a content folder of invented resolutions, with the instruments and vocabularies of the real one.
 * @returns how many paragraphs it holds.
 */
export function writeInventedEdition(
  folder: string,
  realContent: string,
  paragraphs: number,
  seed: number,
): number {
  for (const name of ['instruments', 'vocabularies.yaml', 'sources.yaml'])
    cpSync(join(realContent, name), join(folder, name), { recursive: true });
  const count = Math.max(1, Math.round(paragraphs / PARAGRAPHS_EACH));
  const each = count === 1 ? paragraphs : PARAGRAPHS_EACH;
  for (let index = 0; index < count; index += 1) {
    const { id, text, number, symbol, title, date } = inventResolution(index, each, seed);
    const home = join(folder, 'resolutions', id);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'official.en.txt'), text);
    writeFileSync(
      join(home, 'resolution.yaml'),
      stringify({
        symbol,
        number,
        body: inventedBody,
        bodyAbbreviation: 'ALH',
        title,
        date,
        source: { name: 'Invented by npm run bench' },
        sha256: createHash('sha256').update(text).digest('hex'),
      }),
    );
  }
  return count * each;
}
