import type { Paragraph } from './model.ts';
import { ordinal } from './ordinal.ts';
import { nameLoose } from './paragraph-name.ts';
import { listParagraphs, toRuns } from './selection.ts';

type Named = Pick<Paragraph, 'kind' | 'number' | 'printedNumber' | 'looseAfter' | 'section'>;

/**
 * Several paragraphs of one resolution in one pinpoint, as the UN writes it (un-conventions, "Citing a paragraph"):
 * reasons counted in words, acts by number, ranges of three or more with a hyphen, the section before both.
 * @example citeParagraphs([…]) // 'third and fifth preambular paragraphs and paras. 8-10 and 14'
 */
export function citeParagraphs(paragraphs: readonly Named[]): string {
  return [...Map.groupBy(paragraphs, ({ section }) => section)]
    .map(([section, own]) => {
      const within = section === null ? '' : `section ${section.toUpperCase()}, `;
      return within + citeWithin(own);
    })
    .join(', and ');
}

function citeWithin(paragraphs: readonly Named[]): string {
  const numbersOf = (is: (one: Named) => boolean): readonly number[] =>
    paragraphs.filter(is).map(({ number }) => number);
  const numbered = numbersOf(
    ({ kind, printedNumber }) => kind === 'operative' && printedNumber !== null,
  );
  const parts = [
    counted(
      numbersOf(({ kind }) => kind === 'preambular'),
      'preambular',
    ),
    numbered.length === 0
      ? ''
      : `${numbered.length > 1 ? 'paras.' : 'para.'} ${listParagraphs(numbered)}`,
    counted(
      numbersOf(
        ({ kind, printedNumber, looseAfter }) =>
          kind === 'operative' && printedNumber === null && looseAfter === null,
      ),
      'operative',
    ),
    ...paragraphs.map((one) => nameLoose(one, 'para.') ?? ''),
  ];
  return inWords(parts.filter((part) => part !== ''));
}

/** "third preambular paragraph", "first to fourth and sixth preambular paragraphs" */
function counted(numbers: readonly number[], kind: string): string {
  if (numbers.length === 0) return '';
  const words = toRuns(numbers).map(([from, to]) =>
    from === to ? ordinal(from) : `${ordinal(from)} to ${ordinal(to)}`,
  );
  return `${inWords(words)} ${kind} ${numbers.length > 1 ? 'paragraphs' : 'paragraph'}`;
}

const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
