/**
 * Groups the pages of a site by kind: pages written by one template, told by the pattern of their addresses.
 * @param files the site's files; those that are no pages are left out.
 * @param resolutions ids of the resolutions: what stands below them has kinds of its own.
 * @example the kind of `chr-2004-45/op-23/embed/index.html` is `¶/embed`, that of `topics/health/index.html` `topics/*`
 */
export function pageKinds(
  files: Iterable<string>,
  resolutions: Iterable<string>,
): ReadonlyMap<string, readonly string[]> {
  const ids = new Set(resolutions);
  const pages = [...files].filter((file) => file.endsWith('.html'));
  return Map.groupBy(pages, (file) => {
    const [first = '', ...rest] = file.replace(/(\/|^)index\.html$/, '').split('/');
    if (!ids.has(first)) return [first, ...rest.map(() => '*')].join('/');
    const [second = '', ...below] = rest;
    if (!/^([a-z-]*-)?(pp|op)-/.test(second)) return ['§', ...rest].join('/');
    const isItem = below.length > 0 && below.every((part) => /^[a-z0-9]{1,4}$/.test(part));
    return ['¶', ...(isItem ? ['item'] : below)].join('/');
  });
}
