import type { LineRole } from '../../src/resolution/model.ts';
import { parseResolution } from '../../src/resolution/parse-resolution.ts';

/** A line or a run of lines that stands for itself: a paragraph, a sub-paragraph, a heading, a closing line. */
interface Block {
  readonly role: LineRole;
  readonly text: string;
}

/** Lines of these kinds are not one text: each stays a line. */
const lineByLine = new Set<LineRole>([
  'annex',
  'heading',
  'enacting-formula',
  'letterhead',
  'number',
  'closing',
  'other-resolution',
]);
const item = /^(?:\((?:[a-z]{1,2}|[ivx]{1,5})\)|[-–—•])\s/;

/** A text without its layout, as its own parse tells what belongs together; furniture of pages is left out. */
export function toBlocks(text: string): readonly Block[] {
  const lines = text.split(/\r\n|\r|\n/);
  const blocks: { role: LineRole; owner: string | null; text: string }[] = [];
  for (const { number, role, owner } of parseResolution({ text, file: 'layout' }).resolution
    .lines) {
    const words = (lines[number - 1] ?? '')
      .replace(/[\f\u00ad\u200b\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (words === '' || role === 'page-marker') continue;
    const last = blocks.at(-1);
    const goesOn =
      last?.role === role && last.owner === owner && !lineByLine.has(role) && !item.test(words);
    if (goesOn) last.text += last.text.endsWith('-') ? words : ` ${words}`;
    else blocks.push({ role, owner, text: words });
  }
  return blocks;
}

function wrap(text: string, width: number, first = '', rest = ''): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest + word;
    } else line += (line.trim() === '' ? '' : ' ') + word;
  }
  return [...lines, line].join('\n');
}

type Layout = (blocks: readonly Block[]) => string;
const isParagraph = ({ role }: Block): boolean => role === 'preambular' || role === 'operative';

/** The ways in which texts of resolutions come. */
export const layouts: Readonly<Record<string, Layout>> = {
  'a block a line, blank lines between': (blocks) => blocks.map(({ text }) => text).join('\n\n'),
  'a block a line, no blank lines': (blocks) => blocks.map(({ text }) => text).join('\n'),
  'wrapped at 60, blank lines between': (blocks) =>
    blocks.map(({ text }) => wrap(text, 60)).join('\n\n'),
  'wrapped at 72, blank lines between': (blocks) =>
    blocks.map(({ text }) => wrap(text, 72)).join('\n\n'),
  'wrapped at 100, blank lines between': (blocks) =>
    blocks.map(({ text }) => wrap(text, 100)).join('\n\n'),
  'wrapped, first lines indented, no blank lines': (blocks) =>
    blocks.map((block) => wrap(block.text, 72, isParagraph(block) ? '     ' : '')).join('\n'),
  'wrapped, hanging indents': (blocks) =>
    blocks.map(({ text }) => wrap(text, 72, '', '     ')).join('\n\n'),
  'wrapped, no blank lines': (blocks) => blocks.map(({ text }) => wrap(text, 80)).join('\n'),
  'a blank line after every line': (blocks) =>
    blocks.map(({ text }) => wrap(text, 72).replaceAll('\n', '\n\n')).join('\n\n'),
  'tabs after numbers and labels, lines of Windows': (blocks) =>
    blocks
      .map(({ text }) => text.replace(/^(\d{1,3}\.) /, '$1\t').replace(/^(\([a-z]+\)) /, '\t$1\t'))
      .join('\r\n\r\n'),
  'pages of thirty lines with running heads': (blocks) =>
    blocks
      .map(({ text }) => wrap(text, 72))
      .join('\n\n')
      .split('\n')
      .map((line, at) => (at % 30 === 29 ? `${line}\n\n${(at + 1) / 30}/9\n\fA/RES/98/99\n` : line))
      .join('\n'),
};
