import type { Paragraph } from './model.ts';
import { ordinal } from './ordinal.ts';

type Named = Pick<Paragraph, 'kind' | 'number' | 'printedNumber' | 'looseAfter' | 'section'>;

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
  const { kind, section, looseAfter } = paragraph;
  const figure = paragraph.printedNumber ?? String(paragraph.number);
  const within = section === null ? '' : `section ${section.toUpperCase()}, `;
  const operative = kind === 'operative';
  const loose = nameLoose(paragraph, 'para.');
  if (looseAfter !== null && loose !== null) {
    const part = section === null ? '' : `${section.toUpperCase()}.`;
    const which = looseAfter === 1 ? '' : `${ordinal(looseAfter)} `;
    const [side, beside] = paragraph.number === 0 ? ['before', 1] : ['after', paragraph.number];
    return {
      title: `Resolution ${number}, ${within}${loose}`,
      label: `${loose.charAt(0).toUpperCase()}${loose.slice(1)}`,
      short: `${which}${side} OP ${part}${beside}`,
    };
  }
  return {
    title: `Resolution ${number}, ${within}${operative ? 'para.' : 'preambular para.'} ${figure}`,
    label: `${operative ? 'Operative' : 'Preambular'} paragraph ${section === null ? '' : `${section.toUpperCase()}.`}${figure}`,
    short: `${operative ? 'OP' : 'PP'} ${section === null ? '' : `${section.toUpperCase()}.`}${figure}`,
  };
}

/**
 * An unnumbered paragraph among numbered ones by the one it stands beside, or null for all others.
 * @param word how the style writes "paragraph"
 * @example nameLoose({ looseAfter: 2, number: 7 }, 'para.') // 'second unnumbered paragraph after para. 7'
 */
export function nameLoose(
  { looseAfter, number }: Pick<Paragraph, 'looseAfter' | 'number'>,
  word: string,
): string | null {
  if (looseAfter === null) return null;
  const which = looseAfter === 1 ? '' : `${ordinal(looseAfter)} `;
  return `${which}unnumbered paragraph ${number === 0 ? `before ${word} 1` : `after ${word} ${number}`}`;
}

/** The first words of a text, whole words only, with an ellipsis where something follows; at most `limit` characters. */
export function firstWords(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.lastIndexOf(' ', limit - 1);
  return `${text.slice(0, cut > 0 ? cut : limit - 1).replace(/[\s,;:–-]+$/, '')}…`;
}
