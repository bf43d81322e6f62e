import { posix } from 'node:path';
import { escapeHtml } from '../../src/exports/escape-html.ts';
import { type Attribute, type Tag, attributesOf, tagsOf } from './html-tags.ts';

/** Where addresses of this site stand in a page; canonical links and Open Graph name the site online and stay. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  link: ['href'],
  script: ['src'],
  img: ['src'],
  source: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  form: ['action'],
};

/** What a folder of the site must know to be opened without a server. */
export interface PortableSite {
  /** The path of the site on its host, with both slashes. */
  readonly base: string;
  /** Every file of the built site, relative, with forward slashes. */
  readonly files: ReadonlySet<string>;
}

/**
 * A page of the site as it works from a double-clicked file: its links are relative and name files. Left out are
 * elements marked `data-hosted-only` and what browsers refuse to load from a file (manifests, preloads). Everything
 * else stays as it is, byte for byte.
 * @param file the page's place in the site, e.g. `chr-2004-45/op-1/index.html`
 * @throws Error when the page has a module script, which no browser runs from a file, or what tagsOf refuses
 */
export function toPortablePage(html: string, file: string, site: PortableSite): string {
  let page = '';
  let copied = 0;
  /** The element that is left out, and how many of its name are open in it. */
  let leftOut: { readonly name: string; readonly depth: number } | null = null;
  for (const tag of tagsOf(html, file)) {
    if (leftOut !== null) {
      if (tag.name !== leftOut.name) continue;
      const depth: number = leftOut.depth + { start: 1, void: 0, end: -1 }[tag.kind];
      leftOut = depth === 0 ? null : { name: tag.name, depth };
      copied = tag.end;
      continue;
    }
    if (!isLookedAt(tag)) continue;
    const attributes = attributesOf(tag, file);
    if (isUnwanted(tag.name, attributes)) {
      page += html.slice(copied, tag.start);
      copied = tag.end;
      if (tag.kind === 'start') leftOut = { name: tag.name, depth: 1 };
      continue;
    }
    const type = valueOf(attributes, 'type');
    if (tag.name === 'script' && type === 'module')
      throw new Error(`Expected only classic scripts, but ${file} has a module.`);
    for (const { name, value, place } of attributes) {
      const portable = toPortableValue(tag.name, name, value, attributes, file, site);
      if (place === null || portable === value) continue;
      page += `${html.slice(copied, place.start)}"${escapeHtml(portable)}"`;
      copied = place.end;
    }
  }
  if (leftOut !== null) throw new Error(`Expected </${leftOut.name}> in ${file}.`);
  return page + html.slice(copied);
}

/** Most tags of a page hold neither an address nor a mark; reading their attributes would be half of the time. */
const isLookedAt = ({ name, written }: Tag): boolean =>
  written !== '' &&
  (name === 'meta' || addresses[name] !== undefined || written.includes('data-hosted-only'));

const valueOf = (attributes: readonly Attribute[], name: string): string | undefined =>
  attributes.find((one) => one.name === name)?.value;

function isUnwanted(element: string, attributes: readonly Attribute[]): boolean {
  if (valueOf(attributes, 'data-hosted-only') !== undefined) return true;
  if (element !== 'link') return false;
  const rel = valueOf(attributes, 'rel')?.split(/\s+/) ?? [];
  return (
    rel.some((one) => /^(manifest|preload|modulepreload)$/.test(one)) ||
    valueOf(attributes, 'type')?.includes('oembed') === true
  );
}

function toPortableValue(
  element: string,
  name: string,
  value: string,
  attributes: readonly Attribute[],
  file: string,
  site: PortableSite,
): string {
  if (addresses[element]?.includes(name) === true) {
    const isCanonical = valueOf(attributes, 'rel')?.split(/\s+/).includes('canonical') === true;
    return isCanonical ? value : toPortableAddress(value, file, site);
  }
  const isRefresh =
    element === 'meta' &&
    name === 'content' &&
    valueOf(attributes, 'http-equiv')?.toLowerCase() === 'refresh';
  return isRefresh
    ? value.replace(
        /(url=)(.*)$/i,
        (_, before: string, address: string) => before + toPortableAddress(address, file, site),
      )
    : value;
}

/** A style sheet with relative addresses of fonts and images. */
export function toPortableStyle(css: string, file: string, site: PortableSite): string {
  return css.replace(
    /url\((['"]?)([^'")]+)\1\)/g,
    (_, quote: string, address: string) =>
      `url(${quote}${toPortableAddress(address, file, site)}${quote})`,
  );
}

/**
 * An address of the site, relative to the file it stands in and naming a file.
 * @example toPortableAddress('/chr-2004-45/', 'search/index.html', …) // '../chr-2004-45/index.html'
 */
export function toPortableAddress(
  address: string,
  file: string,
  { base, files }: PortableSite,
): string {
  const found = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address);
  const [, path = '', query = '', hash = ''] = found ?? [];
  if (found === null || path === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return address;
  const folder = posix.dirname(file);
  const target = path.startsWith('/')
    ? path.startsWith(base)
      ? path.slice(base.length)
      : null
    : posix.join(folder, path).replace(/^\.$/, '');
  if (target === null) {
    throw new Error(`Expected addresses below ${base}, but ${file} has ${address}.`);
  }
  const isFolder = target === '' || target.endsWith('/') || files.has(`${target}/index.html`);
  const named = isFolder ? posix.join(target, 'index.html') : target;
  return `${posix.relative(folder, named)}${query}${hash}`;
}
