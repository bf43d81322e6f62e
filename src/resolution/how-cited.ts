import type { Paragraph } from './model.ts';

/** What is said of the thing cited, where the words say it plainly. */
const objects =
  /(?<![\p{L}-])(?:the (?:recent )?(?:entry into force|adoption|conclusion|ratification|signing|signature|establishment|convening|holding|launch|outcome|implementation)|signing and ratifying|ratifying or acceding to|ratifying|acceding to|to sign and ratify|to sign, ratify or accede to|to ratify or accede to|to ratify|to accede to|to become parties to|to implement|contributing to|to contribute to)(?![\p{L}])/giu;

/**
 * How a paragraph cites what stands at `start`: the verb that governs it and, where it is clear, the act.
 * @example 'Welcoming the entry into force' · 'Urges … signing and ratifying' · 'encourages' for a second verb
 */
export function howCited(
  {
    text,
    openingPhrase,
    furtherPhrases,
  }: Pick<Paragraph, 'text' | 'openingPhrase' | 'furtherPhrases'>,
  start: number,
): string | null {
  const phrase = furtherPhrases.findLast(({ end }) => end <= start) ?? openingPhrase;
  if (phrase === null) return null;
  const verb = text.slice(phrase.start, phrase.end);
  const act = [...text.slice(phrase.end, Math.max(phrase.end, start)).matchAll(objects)].at(-1);
  if (act === undefined) return verb;
  return `${verb}${act.index <= 1 ? ' ' : ' … '}${act[0]}`;
}
