import { posix } from 'node:path';
import { type DefaultTreeAdapterMap, parse, serialize } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

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
 * elements marked `data-hosted-only` and what browsers refuse to load from a file (manifests, preloads).
 * @param file the page's place in the site, e.g. `chr-2004-45/op-1/index.html`
 * @throws Error when the page has a module script, which no browser runs from a file
 */
export function toPortablePage(html: string, file: string, site: PortableSite): string {
  const page = parse(html);
  visit(page, (element) => {
    const attribute = (name: string) => element.attrs.find((one) => one.name === name);
    const rel = attribute('rel')?.value.split(/\s+/) ?? [];
    const isUnwanted =
      attribute('data-hosted-only') !== undefined ||
      (element.tagName === 'link' &&
        (rel.some((one) => /^(manifest|preload|modulepreload)$/.test(one)) ||
          attribute('type')?.value.includes('oembed') === true));
    if (isUnwanted) return 'remove';
    if (element.tagName === 'script' && attribute('type')?.value === 'module') {
      throw new Error(`Expected only classic scripts, but ${file} has a module.`);
    }
    if (rel.includes('canonical')) return 'keep';
    for (const name of addresses[element.tagName] ?? []) {
      const found = attribute(name);
      if (found !== undefined) found.value = toPortableAddress(found.value, file, site);
    }
    const refresh =
      attribute('http-equiv')?.value.toLowerCase() === 'refresh' ? attribute('content') : undefined;
    if (refresh !== undefined) {
      refresh.value = refresh.value.replace(
        /(url=)(.*)$/i,
        (_, before: string, address: string) => before + toPortableAddress(address, file, site),
      );
    }
    return 'keep';
  });
  return serialize(page);
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

function visit(node: Node, look: (element: Element) => 'keep' | 'remove'): void {
  if (!('childNodes' in node)) return;
  node.childNodes = node.childNodes.filter((child) => {
    if (!('tagName' in child)) return true;
    if (look(child) === 'remove') return false;
    visit(child, look);
    return true;
  });
}
