import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Item } from '../resolution/model.ts';
import type { Problem } from '../resolution/problem.ts';
import type { PublishedResolution } from './corpus.ts';
import { sha256 } from './text-hash.ts';
import { fileName } from './yaml-file.ts';

/** Addresses below a resolution that were published, with the SHA-256 of the words they were published with. */
export type PermalinkLock = Readonly<Record<string, string>>;

const lockFile = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

export const lockPath = (contentFolder: string, resolution: string): string =>
  join(contentFolder, 'resolutions', resolution, 'permalinks.lock.json');

/** The addresses that a resolution has now: paragraphs (`op-8`) and sub-paragraphs (`op-8/a`). */
export function permalinksOf({
  paragraphs,
}: Pick<PublishedResolution, 'paragraphs'>): PermalinkLock {
  return Object.fromEntries(
    paragraphs.flatMap(({ id, text, items, sha256: hash }) => [
      [id, hash],
      ...everyItem(items).map((item): [string, string] => [
        `${id}/${item.id.replaceAll('-', '/')}`,
        sha256(text.slice(item.words.start, item.words.end)),
      ]),
    ]),
  );
}

function everyItem(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...everyItem(item.items)]);
}

/** The lock as written, empty for a resolution that was never published. @throws Error when the file is no lock */
export function readPermalinks(contentFolder: string, resolution: string): PermalinkLock {
  const path = lockPath(contentFolder, resolution);
  return existsSync(path) ? lockFile.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
}

/** What a published address must not do: vanish without a redirect, or stand for other words. */
export function comparePermalinks(
  locked: PermalinkLock,
  now: PermalinkLock,
  path: string,
  redirected: (address: string) => boolean = () => false,
): readonly Problem[] {
  const file = fileName(path);
  return Object.entries(locked).flatMap(([address, hash], index): Problem[] => {
    const current = now[address];
    if (current === hash || (current === undefined && redirected(address))) return [];
    const line = index + 2;
    return [
      current === undefined
        ? {
            code: 'lost-address',
            message: `The published address "${address}" has no page any more.`,
            file,
            line,
            column: 3,
            hint: 'Printed links lead here: bring the paragraph back, or say in content/redirects.yaml which address answers now.',
          }
        : {
            code: 'changed-words',
            message: `The words at "${address}" are not those it was published with.`,
            file,
            line,
            column: 3,
            hint: 'Restore the official text. If the words were wrong before, tell your readers and mend this line by hand.',
          },
    ];
  });
}
