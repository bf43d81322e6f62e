/**
 * The words of a text as the search compares them: lower case, without accents, possessive endings and
 * punctuation; hyphens inside a word stay, slashes part.
 * @example toWords('Commissioner’s child- and gender-sensitive HIV/AIDS') // ['commissioner', 'child', 'and', 'gender-sensitive', 'hiv', 'aids']
 */
export function toWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[‐‑‒–]/g, '-')
    .replace(/['’ʼ‘`´]s?(?![\p{L}\p{N}])/gu, ' ')
    .replace(/['’ʼ‘`´]/g, '');
  return plain.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * Words that are printed as one with hyphens or slashes: the engine knows each as one word and by its parts.
 * @example toCompounds('Gender-sensitive care for HIV/AIDS (E/CN.4/2004/76)') // ['gender-sensitive', 'hiv/aids']
 */
export function toCompounds(text: string): string[] {
  const hyphened = toWords(text).filter((word) => word.includes('-'));
  const slashed =
    text.toLowerCase().match(/(?<![\p{L}\p{N}/.])\p{L}{2,}(?:\/\p{L}{2,})+(?![\p{L}\p{N}/.])/gu) ??
    [];
  return [...hyphened, ...slashed];
}

/** The words of a text, the parts of compounds each for itself. */
export function toPlainWords(text: string): string[] {
  return toWords(text).flatMap((word) => word.split('-'));
}
