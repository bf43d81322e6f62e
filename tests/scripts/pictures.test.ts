import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { drawPictures, pictureWords, wantsPictures } from '../../scripts/pictures/draw-pictures.ts';
import { drawPicture } from '../../scripts/pictures/paragraph-picture.ts';
import { paragraphMetadata } from '../../src/exports/page-metadata.ts';
import { corpus, host, paragraph, resolution } from '../exports/edition.ts';

const few = {
  ...corpus,
  resolutions: [{ ...resolution, paragraphs: [paragraph('op-1'), paragraph('op-23')] }],
};
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the picture of a paragraph', () => {
  it('is a PNG of 1200 by 630 under 200 KB with an empty margin, for the longest words too', async () => {
    const widest = { ...pictureWords(paragraph('op-23'), resolution), words: 'W'.repeat(125) };
    for (const words of [
      widest,
      ...resolution.paragraphs.slice(0, 4).map((one) => pictureWords(one, resolution)),
    ]) {
      const picture = await drawPicture(words);
      expect(picture.length).toBeLessThan(200_000);
      const { format, width, height } = await sharp(picture).metadata();
      expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
      for (const margin of [
        { left: 1170, top: 0, width: 30, height: 630 },
        { left: 30, top: 600, width: 1170, height: 30 },
      ]) {
        const { entropy } = await sharp(
          await sharp(picture).extract(margin).png().toBuffer(),
        ).stats();
        expect(entropy, words.words).toBe(0);
      }
    }
  });

  it('says its opening words: other words are another picture, the same words the same bytes', async () => {
    const words = pictureWords(paragraph('op-1'), resolution);
    const first = await drawPicture(words);
    expect((await drawPicture(words)).equals(first)).toBe(true);
    expect((await drawPicture({ ...words, words: `${words.words} not` })).equals(first)).toBe(
      false,
    );
  });

  it('is refused when our fonts lack a character, rather than drawn with an empty box', async () => {
    const words = pictureWords(paragraph('op-1'), resolution);
    await expect(drawPicture({ ...words, words: 'Recalls 人权' })).rejects.toThrow('人权');
  });
});

describe('the pictures of an edition', () => {
  it('are drawn once, and again only where the words change', async () => {
    const [dist, cache] = [join(folder, 'dist'), join(folder, 'cache')];
    mkdirSync(join(dist, resolution.id), { recursive: true });
    expect(await drawPictures(few, dist, cache)).toBe(2);
    const before = readFileSync(join(dist, resolution.id, 'op-23.png'));
    expect(await drawPictures(few, dist, cache)).toBe(0);
    expect(readFileSync(join(dist, resolution.id, 'op-23.png')).equals(before)).toBe(true);
    const changed = {
      ...few,
      resolutions: [
        {
          ...resolution,
          paragraphs: [paragraph('op-1'), { ...paragraph('op-23'), text: 'Other words' }],
        },
      ],
    };
    expect(await drawPictures(changed, dist, cache)).toBe(1);
  });

  it('are made for a public address, and for a large edition only when asked for', () => {
    const large = {
      ...few,
      resolutions: Array.from({ length: 501 }, () => few.resolutions).flat(),
    };
    expect(wantsPictures(few, 'https://example.org', undefined)).toBe(true);
    expect(wantsPictures(few, 'http://localhost:4321', undefined)).toBe(false);
    expect(wantsPictures(few, 'https://example.org', 'no')).toBe(false);
    expect(wantsPictures(large, 'https://example.org', undefined)).toBe(false);
    expect(wantsPictures(large, 'https://example.org', 'yes')).toBe(true);
  });
});

it('a page names its picture, its size and what it says, only where there are pictures', () => {
  const named = (pictures: boolean) =>
    paragraphMetadata(paragraph('op-23'), resolution, { ...host, pictures }).flatMap((element) =>
      element.kind === 'property' && element.property.startsWith('og:image')
        ? [`${element.property} ${element.content}`]
        : [],
    );
  expect(named(false)).toEqual([]);
  expect(named(true)).toEqual(
    expect.arrayContaining([
      'og:image https://example.org/un/chr-2004-45/op-23.png',
      'og:image:width 1200',
      'og:image:height 630',
      expect.stringMatching(/^og:image:alt Resolution 2004\/45, .+: .{40}/),
    ]),
  );
});
