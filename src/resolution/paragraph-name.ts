import type { Paragraph } from './model.ts';

type Named = Pick<Paragraph, 'kind' | 'number' | 'printedNumber' | 'section'>;

/** How a paragraph is called in a list, in a heading and in a margin. */
export interface ParagraphName {
  /** Neutral, for tabs and lock screens: `Resolution 2004/45, para. 23`. */
  readonly title: string;
  /** `Operative paragraph 23` */
  readonly label: string;
  /** As negotiators write it: `OP 23`, `PP 3`. */
  readonly short: string;
}

/**
 * The names of a paragraph of the resolution cited as `number` ("2004/45").
 * "para." and the section before the paragraph follow UN usage (un-conventions, "Citing a paragraph"); PP and OP are
 * the usage of negotiations.
 */
export function nameParagraph(number: string, paragraph: Named): ParagraphName {
  const { kind, section } = paragraph;
  const figure = paragraph.printedNumber ?? String(paragraph.number);
  const within = section === null ? '' : `section ${section.toUpperCase()}, `;
  const operative = kind === 'operative';
  return {
    title: `Resolution ${number}, ${within}${operative ? 'para.' : 'preambular para.'} ${figure}`,
    label: `${operative ? 'Operative' : 'Preambular'} paragraph ${section === null ? '' : `${section.toUpperCase()}.`}${figure}`,
    short: `${operative ? 'OP' : 'PP'} ${section === null ? '' : `${section.toUpperCase()}.`}${figure}`,
  };
}

/** The first words of a text, whole words only, with an ellipsis where something follows; at most `limit` characters. */
export function firstWords(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.lastIndexOf(' ', limit - 1);
  return `${text.slice(0, cut > 0 ? cut : limit - 1).replace(/[\s,;:–-]+$/, '')}…`;
}
