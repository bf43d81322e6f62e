/** Spellings of a paragraph's address that people type: `op23`, `OP-23`, `para-23`, `23`, `pp 3`. */
const spelling = /^(?:(?<kind>op|pp|para|paragraph|p)?[-_. ]*)?(?<number>\d{1,3})$/i;

/**
 * The addresses that a wrong one may have meant, likeliest first; all root-relative.
 * @example suggestAddresses('/CHR-2004-45/op23') // ['/chr-2004-45/op-23/', '/chr-2004-45/pp-23/', '/chr-2004-45/']
 */
export function suggestAddresses(path: string): readonly string[] {
  const [resolution = '', paragraph = ''] = decode(path)
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '' && part !== 'index.html');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(resolution)) return [];
  const { kind, number } = spelling.exec(paragraph)?.groups ?? {};
  const kinds = kind === 'pp' ? ['pp', 'op'] : ['op', 'pp'];
  const paragraphs =
    number === undefined ? [] : kinds.map((one) => `/${resolution}/${one}-${Number(number)}/`);
  return [...paragraphs, `/${resolution}/`].filter((address) => address !== path);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
