import type {
  Annex,
  ClosingLine,
  EnactingFormula,
  Heading,
  LineRange,
  NonEmpty,
  Resolution,
} from './model.ts';

/** A label and the words it stands before; either may be missing. */
export const labelled = (label: string | null, words: string | null): string =>
  [label, words].filter((part) => part !== null && part !== '').join(' ');

/** A piece of the whole text. Paragraphs are of whatever kind the caller has. */
export type TextBlock<Paragraph> =
  | { readonly kind: 'formula'; readonly formula: EnactingFormula }
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'closing'; readonly lines: NonEmpty<ClosingLine> }
  | { readonly kind: 'annex'; readonly annex: Annex };

/**
 * The whole text of a resolution in the order of its official file: headings and formulas before the paragraphs that
 * they stand above, closing lines together. Title and footnotes are not in it: they have places of their own.
 */
export function inReadingOrder<Paragraph extends { readonly lines: LineRange }>(
  parsed: Pick<Resolution, 'enactingFormulas' | 'headings' | 'closing' | 'annexes'>,
  paragraphs: readonly Paragraph[],
): readonly TextBlock<Paragraph>[] {
  const placed: { readonly line: number; readonly block: TextBlock<Paragraph> }[] = [
    ...parsed.headings.map((heading) => ({
      line: heading.lines.first,
      block: { kind: 'heading', heading } as const,
    })),
    // A formula may stand on the line of the first paragraph: it comes first.
    ...parsed.enactingFormulas.map((formula) => ({
      line: formula.lines.first,
      block: { kind: 'formula', formula } as const,
    })),
    ...paragraphs.map((paragraph) => ({
      line: paragraph.lines.first,
      block: { kind: 'paragraph', paragraph } as const,
    })),
    ...parsed.closing.map((line) => ({
      line: line.lines.first,
      block: { kind: 'closing', lines: [line] } as const,
    })),
    ...parsed.annexes.map((annex) => ({
      line: annex.lines.first,
      block: { kind: 'annex', annex } as const,
    })),
  ];
  const blocks: TextBlock<Paragraph>[] = [];
  for (const { block } of placed.toSorted((a, b) => a.line - b.line)) {
    const last = blocks.at(-1);
    if (block.kind === 'closing' && last?.kind === 'closing')
      blocks[blocks.length - 1] = { kind: 'closing', lines: [...last.lines, ...block.lines] };
    else blocks.push(block);
  }
  return blocks;
}
