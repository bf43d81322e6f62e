import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { pictureSize } from '../../src/exports/page-metadata.ts';

/** What a picture says. */
export interface PictureWords {
  /** The opening words; `italic` of them, from the start, are the opening phrase. */
  readonly words: string;
  readonly italic: number;
  readonly name: string;
  readonly source: string;
}

const require = createRequire(import.meta.url);
const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'];
const font = (subset: string, weight: 400 | 600, style: 'normal' | 'italic'): Font => ({
  name: `Serif ${subset}`,
  weight,
  style,
  data: readFileSync(
    require.resolve(
      `@fontsource/source-serif-4/files/source-serif-4-${subset}-${weight}-${style}.woff`,
    ),
  ),
});
let fonts: Font[] | undefined;
// Read when the first picture is drawn: most builds on an editor's machine draw none.
const readFonts = (): Font[] =>
  subsets.flatMap((subset) => [
    font(subset, 400, 'normal'),
    font(subset, 400, 'italic'),
    font(subset, 600, 'normal'),
  ]);
const fontFamily = subsets.map((subset) => `Serif ${subset}`).join(', ');

type Node = Readonly<{ type: string; props: Readonly<Record<string, unknown>> }>;
const box = (
  style: Readonly<Record<string, unknown>>,
  children: string | readonly Node[],
): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/**
 * A paragraph's picture for previews (PNG): opening words and citation, no emblem. Letters become paths, so that it is
 * the same on every machine.
 * @throws when our fonts have no glyph for a character, which would be an empty box
 */
export async function drawPicture({ words, italic, name, source }: PictureWords): Promise<Buffer> {
  // Each word is a box of its own: so italics wrap within the line.
  let at = 0;
  const wordBoxes = words.split(' ').map((word) => {
    const style = {
      fontStyle: at < italic ? 'italic' : 'normal',
      marginRight: 15,
      maxWidth: 1000,
      wordBreak: 'break-all',
    };
    at += word.length + 1;
    return box(style, word);
  });
  const picture = box(
    {
      width: pictureSize.width,
      height: pictureSize.height,
      boxSizing: 'border-box',
      padding: '56px 72px',
      flexDirection: 'column',
      justifyContent: 'space-between',
      backgroundColor: '#fbf8f2',
      borderLeft: '24px solid #8f2a1b',
      fontFamily,
      color: '#1f1b16',
    },
    [
      box(
        { flexWrap: 'wrap', fontSize: 62, lineHeight: 1.22, maxHeight: 379, overflow: 'hidden' },
        wordBoxes,
      ),
      box({ flexDirection: 'column' }, [
        box({ fontSize: 42, fontWeight: 600, color: '#8f2a1b' }, name),
        box({ fontSize: 30, color: '#5c5448', marginTop: 6 }, source),
      ]),
    ],
  );
  const svg = await satori(picture, {
    ...pictureSize,
    fonts: (fonts ??= readFonts()),
    loadAdditionalAsset: (_language, text) => {
      throw new Error(
        `Expected our fonts to have every character of "${words.slice(0, 40)}", but they lack "${text}".`,
      );
    },
  });
  return sharp(Buffer.from(svg))
    .png({ palette: true, colours: 32, compressionLevel: 9 })
    .toBuffer();
}
