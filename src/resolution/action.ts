/** What a paragraph does, as its opening verb: the key of the register of actions and of the search facet. */
export interface Action {
  /** Address segment, e.g. `calls-upon`. */
  readonly id: string;
  /** As a heading, e.g. `Calls upon`. */
  readonly label: string;
}

/**
 * Repetition words of UN drafting: "also" marks the second paragraph with a verb, "further" the third
 * (un-conventions, "Editorial rules"); they do not change what the paragraph does.
 */
const repetition = /\b(?:also|further|again|once again|once more)\b/gi;

/**
 * The action behind an opening phrase.
 * @example actionOf('Also calls upon') // { id: 'calls-upon', label: 'Calls upon' }
 * @example actionOf('Stressing once again') // { id: 'stressing', label: 'Stressing' }
 */
export function actionOf(openingPhrase: string): Action {
  const words = openingPhrase
    .replace(repetition, ' ')
    .replace(/\bonce\b\s*$/i, ' ')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
  const kept = words === '' ? openingPhrase.trim().toLowerCase() : words;
  return {
    id: kept
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    label: kept.charAt(0).toUpperCase() + kept.slice(1),
  };
}
