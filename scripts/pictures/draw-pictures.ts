import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus, PublishedParagraph, PublishedResolution } from '../../src/corpus/corpus.ts';
import { paragraphExportPath } from '../../src/resolution/address.ts';
import { firstWords, nameParagraph } from '../../src/resolution/paragraph-name.ts';
import { pictureSuffix } from '../../src/exports/page-metadata.ts';
import { longDate } from '../../src/resolution/long-date.ts';
import { drawPicture, type PictureWords } from './paragraph-picture.ts';

/** A picture takes a tenth of a second the first time: a larger edition gets them only when asked for. */
const mostPictures = 1000;

/**
 * Whether an edition gets pictures. Previews are made by other hosts, which cannot reach this machine: without a
 * public address nobody would see them.
 * @param wish the setting PILCROW_PICTURES: `yes`, `no`, or nothing to leave it to this rule
 */
export function wantsPictures(
  { resolutions }: Corpus,
  site: string,
  wish: string | undefined,
): boolean {
  if (wish === 'yes') return true;
  if (wish === 'no' || /^(?:localhost|127\.|\[::1\])/.test(new URL(site).hostname)) return false;
  return resolutions.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0) <= mostPictures;
}

/** What a paragraph's picture says: words for four lines, then where they stand. */
export function pictureWords(
  { text, openingPhrase, ...paragraph }: PublishedParagraph,
  { about }: PublishedResolution,
): PictureWords {
  return {
    words: firstWords(text, 125),
    italic: openingPhrase?.start === 0 ? openingPhrase.end : 0,
    name: nameParagraph(about.number, paragraph).title,
    source: `${about.body} · ${about.symbol} · ${longDate(about.date)}`,
  };
}

/** Where the picture of a paragraph lies below `dist`. */
const pictureFile = (resolution: PublishedResolution, paragraph: PublishedParagraph): string =>
  paragraphExportPath(resolution.id, paragraph.id, pictureSuffix).slice(1);

/** The files that drawPictures will write, for checks that begin before it ends. */
export function pictureFiles({ resolutions }: Corpus): readonly string[] {
  return resolutions.flatMap((resolution) =>
    resolution.paragraphs.map((paragraph) => pictureFile(resolution, paragraph)),
  );
}

/** What changes a picture besides its words: the code, its libraries, the fonts. */
function hashDrawing(): Hash {
  const hash = createHash('sha256').update(
    readFileSync(join(import.meta.dirname, 'paragraph-picture.ts')),
  );
  const modules = join(import.meta.dirname, '../../node_modules');
  for (const name of ['satori', 'sharp', '@fontsource/source-serif-4'])
    hash.update(readFileSync(join(modules, name, 'package.json')));
  return hash;
}

/**
 * Draws the picture of every paragraph below `dist`. A picture is kept in `cache` under a hash of what it says and of
 * the code that draws it, so that only changed paragraphs cost time.
 * @returns how many were drawn anew
 */
export async function drawPictures(corpus: Corpus, dist: string, cache: string): Promise<number> {
  const drawing = hashDrawing();
  mkdirSync(cache, { recursive: true });
  let drawn = 0;
  for (const resolution of corpus.resolutions) {
    for (const paragraph of resolution.paragraphs) {
      const words = pictureWords(paragraph, resolution);
      const hash = drawing.copy().update(JSON.stringify(words)).digest('hex');
      const kept = join(cache, `${hash}.png`);
      if (!existsSync(kept)) {
        writeFileSync(kept, await drawPicture(words));
        drawn += 1;
      }
      writeFileSync(join(dist, pictureFile(resolution, paragraph)), readFileSync(kept));
    }
  }
  return drawn;
}
