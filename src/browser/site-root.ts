/** True in the portable edition, opened by double click. */
export const isPortable = (): boolean => location.protocol === 'file:';

/** The folder of the home page, from any page, at any base path and on any drive. */
export function siteRoot(): URL {
  return new URL(document.documentElement.dataset['root'] ?? './', document.baseURI);
}

/**
 * The address of a page or file of this site, given from its root.
 * In the portable edition a folder's page is named, as no server names it there.
 * @example addressOf('/chr-2004-45/op-23/') // 'https://example.org/base/chr-2004-45/op-23/'
 */
export function addressOf(path: string): string {
  const url = new URL(path.replace(/^\/+/, ''), siteRoot());
  if (isPortable() && url.pathname.endsWith('/')) url.pathname += 'index.html';
  return url.href;
}

/**
 * A page's address from the root of the site, the same hosted and portable.
 * @example pathOf(new URL('https://example.org/base/chr-2004-45/op-23/')) // '/chr-2004-45/op-23/'
 */
export function pathOf(url: URL): string {
  return `/${url.pathname.slice(siteRoot().pathname.length).replace(/(^|\/)index\.html$/, '$1')}`;
}
