/** A line of the official file, ready to be judged. */
export interface CleanLine {
  /** 1-based, as in the file. */
  readonly number: number;
  /** Single spaces inside, none at the ends; every other character as printed. */
  readonly text: string;
  /** How far the words stand from the margin, a tab counting as eight. */
  readonly indent: number;
  /** A form feed stood at its start: a page of the print begins here. */
  readonly startsPage: boolean;
}

const spaces = /[\t\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Cuts a text into clean lines.
 * Afterwards holds: one entry for each line of the file, numbered from 1 without gap; CRLF, CR and LF end a line alike;
 * no tab, no-break or other special space, no soft hyphen, zero-width character or byte-order mark is left; no run of
 * spaces; nothing else has changed.
 */
export function cleanText(text: string): readonly CleanLine[] {
  return text.split(/\r\n|\r|\n/).map((raw, index) => {
    const startsPage = raw.includes('\f');
    const visible = raw.replaceAll('\f', '').replace(invisible, '');
    const margin = /^[\s\u00a0]*/.exec(visible)?.[0] ?? '';
    return {
      number: index + 1,
      text: visible.replace(spaces, ' ').replace(/ {2,}/g, ' ').trim(),
      indent: [...margin].reduce((width, character) => width + (character === '\t' ? 8 : 1), 0),
      startsPage,
    };
  });
}
