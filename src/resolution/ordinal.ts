const ones = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
];
const tens = ['', '', 'twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet'];

/**
 * An ordinal in words, as the UN counts preambular paragraphs ("tenth preambular paragraph"); figures from 100.
 * @example ordinal(23) // 'twenty-third'
 */
export function ordinal(number: number): string {
  const word = ones[number];
  if (word !== undefined && word !== '') return word;
  const ten = tens[Math.floor(number / 10)];
  if (ten === undefined || number < 20) return `${number}${ordinalSuffix(number)}`;
  return number % 10 === 0 ? `${ten}ieth` : `${ten}y-${ones[number % 10] ?? ''}`;
}

/** `st` for 1, `th` for 11. */
export function ordinalSuffix(number: number): string {
  const teen = Math.floor((number % 100) / 10) === 1;
  return (teen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th';
}
