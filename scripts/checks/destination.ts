import type { BuiltSite } from './site-check.ts';

/** Where an address leads: a file of the site, somewhere else, or nowhere, with the reason. */
export type Destination =
  | { readonly kind: 'file'; readonly file: string; readonly fragment: string }
  | { readonly kind: 'elsewhere'; readonly url: URL }
  | { readonly kind: 'nowhere'; readonly reason: string };

/** The address under which a file is served, e.g. `/chr-2004-45/op-23/`. */
export function addressOf(site: BuiltSite, file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return site.base + path.replace(/(^|\/)index\.html$/, '$1');
}

/** Follows `href`, found in `from`, as a browser and a plain static host would. */
export function destinationOf(site: BuiltSite, from: string, href: string): Destination {
  const here = `${site.origin}${addressOf(site, from)}`;
  if (!URL.canParse(href, here)) return nowhere('is no address');
  const url = new URL(href, here);
  if (url.origin !== site.origin) return { kind: 'elsewhere', url };
  if (!url.pathname.startsWith(site.base))
    return nowhere(`lies outside the site's base path ${site.base}`);
  const path = decoded(url.pathname.slice(site.base.length));
  const fragment = decoded(url.hash.slice(1));
  if (path === null || fragment === null) return nowhere('has a percent sign that encodes nothing');
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  // A text fragment is addressed to the browser, not to an element.
  if (site.files.has(file)) return { kind: 'file', file, fragment: fragment.split(':~:')[0] ?? '' };
  return nowhere(
    site.files.has(`${path}/index.html`)
      ? 'lacks the final slash, which costs a redirect'
      : 'leads to no file of the site',
  );
}

function nowhere(reason: string): Destination {
  return { kind: 'nowhere', reason };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
