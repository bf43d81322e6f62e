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

/** The same without hyphens: every part is a word. */
export function toPlainWords(text: string): string[] {
  return toWords(text).flatMap((word) => word.split('-'));
}
