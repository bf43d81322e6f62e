import type { CleanLine } from './clean-text.ts';
import type { Draft } from './draft.ts';
import { isEnded, labelStart, toThisEnd } from './line-shapes.ts';
import type { ParagraphKind } from './model.ts';
import { openingForm } from './opening-phrase.ts';

// Evidence that a line begins a paragraph, and that the paragraph acts; group-body weighs it.

/** "To this end, requests …" acts by its verb. */
export const formOf = (text: string): ReturnType<typeof openingForm> =>
  openingForm(text.replace(toThisEnd, ''));

/**
 * A paragraph may fill its last line: a reason after a comma, or an act after a semicolon, whose next word is no part of
 * a name ("United Nations", "Honduras") begins all the same.
 */
export function opensInFull(words: string, before: string, kind: ParagraphKind): boolean {
  const form = formOf(words);
  return (
    /^\p{Lu}[\p{L}-]+ \p{Ll}/u.test(words) &&
    (form === 'preambular'
      ? kind === 'preambular' && /,[”"’']*(?: ?\d{1,3}\/?)?$/.test(before)
      : form === 'operative' && /;(?: ?\d{1,3}\/?)?$/.test(before))
  );
}

const wordsOf = ({ lines }: Draft): string =>
  lines.map(({ line, skip }) => line.text.slice(skip)).join(' ');

export const adopts = (act: Draft): boolean =>
  /^(?:\p{L}+ly )?(?:Adopts|Approves|Endorses|Proclaims|Declares)\b/iu.test(wordsOf(act));

/** Without blank lines only the verb tells that a text is adopted, and that a line with a capital and no end is its title. */
export function beginsAdoptedText(open: Draft, { text }: CleanLine): boolean {
  return (
    /^(?:Adopts|Approves|Endorses|Proclaims)\b.*\bfollowing\b/.test(wordsOf(open)) &&
    /^(?:\d{4} )?\p{Lu}/u.test(text) &&
    !isEnded(text) &&
    !labelStart.test(text)
  );
}

/** After a number words begin that can begin an act; a wrapped line such as "3. and 4 above" does not. */
export function startsLikeAct(
  words: string,
  expected: boolean,
  next: CleanLine | undefined,
): boolean {
  const begin = words === '' ? (next?.text ?? '') : words;
  return (
    /^[\p{Lu}“"'‘([]/u.test(begin) ||
    (expected && /^\p{Ll}/u.test(begin) && openingForm(begin) !== null)
  );
}

/** Whether an unnumbered paragraph acts: a verb in the present, and no comma at its end; without a form its end decides. */
export function isAct(written: readonly CleanLine[], index: number, hasNumbers: boolean): boolean {
  const form = formOf(written[index]?.text ?? '');
  if (form === 'preambular') return false;
  const end = lastLineFrom(written, index);
  if (/,(?: and)?$/.test(end)) return false;
  return form === 'operative' || (!hasNumbers && /[;.:](?: and)?["”]?$/.test(end));
}

/** The words of the line with which a paragraph that begins here seems to end. */
export function lastLineFrom(written: readonly CleanLine[], index: number): string {
  let end = '';
  for (let at = index; at < Math.min(index + 60, written.length); at += 1) {
    const line = written[at];
    const next = written[at + 1];
    end = line?.text ?? '';
    if (
      isEnded(end) &&
      (next === undefined ||
        next.number > (line?.number ?? 0) + 1 ||
        /^[\p{Lu}\d(“]/u.test(next.text))
    )
      break;
  }
  return end;
}
