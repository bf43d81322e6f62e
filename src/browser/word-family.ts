/**
 * Plurals that no rule gives, towards the singular; only words that resolutions use.
 * `people` stands for `person` because texts write "persons" where readers write "people".
 */
const irregular = new Map([
  ['women', 'woman'],
  ['men', 'man'],
  ['children', 'child'],
  ['people', 'person'],
  ['peoples', 'person'],
  ['criteria', 'criterion'],
  ['phenomena', 'phenomenon'],
  ['media', 'medium'],
  ['crises', 'crisis'],
  ['bases', 'basis'],
  ['data', 'datum'],
  ['indices', 'index'],
  ['lives', 'life'],
  ['wives', 'wife'],
]);

/**
 * British and American spellings made one. The UN writes -ize and -our (UN Editorial Manual, spelling);
 * readers write either. Compared only with each other, so what the rule does to other words does no harm.
 */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/z/g, 's'],
  [/([a-z]{3,})our/g, '$1or'],
  [/(?:ae|oe)/g, 'e'],
  [/ll/g, 'l'],
  [/tre\b/g, 'ter'],
  [/mme\b/g, 'm'],
  [/ogue\b/g, 'og'],
  [/ence\b/g, 'ense'],
  [/ck(?=ing|ed|er|s?$)/g, 'c'],
];

/** Endings that make one family of words, longest first; what is left keeps at least four letters. */
const endings = [
  'isational', 'isations', 'isation', 'ational', 'ations', 'ation', 'atory', 'ators',
  'ative', 'ator', 'ising', 'isers', 'iser', 'ised', 'ises', 'ating', 'ated', 'ates', 'ities', 'ility',
  'ments', 'ement', 'ment', 'ness', 'ances', 'ance', 'ences', 'ense', 'ants', 'ents', 'ible', 'able', 'ives', 'ions', 'ings',
  'ing', 'ion', 'ive', 'ise', 'ity', 'ify', 'ate', 'ant', 'ent', 'als', 'ers', 'ors', 'ly', 'al', 'er', 'or', 'ed', 'es', 'e',
  's',
]; // prettier-ignore

/**
 * A word in one spelling.
 * @example toSpelling('labour') === toSpelling('labor')
 */
export function toSpelling(word: string): string {
  const singular = irregular.get(word) ?? word;
  return spellings.reduce((spelt, [british, one]) => spelt.replace(british, one), singular);
}

/**
 * What the words of a family have in common.
 * @example toFamily('prosecutor') === toFamily('prosecuting')
 */
export function toFamily(word: string): string {
  let stem = toSpelling(word)
    .replace(/if(?:ications?|ies|ied|ying|iers?)$/, 'ify')
    // "policies" and "policy" keep what tells them from "police".
    .replace(/(?<!if|it)(?:ies|ied|y)$/, 'i');
  // Twice, for words such as "educationally"; a stem that would get too short stays whole.
  for (let round = 0; round < 2; round += 1) {
    const ending = endings.find((end) => stem.endsWith(end) && stem.length - end.length >= 4);
    if (ending !== undefined) stem = stem.slice(0, -ending.length);
  }
  return stem;
}
