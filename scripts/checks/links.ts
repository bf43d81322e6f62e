import { addressOf, type Destination, destinationOf } from './destination.ts';
import { type Element, attributeOf, lineOf } from './page.ts';
import type { BuiltSite, Report, SiteCheck } from './site-check.ts';

/** Attributes that hold one address. `cite` of a quotation is an address too, though nobody clicks it. */
const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'action', 'poster', 'data', 'cite']);
const SAFE_ELSEWHERE = new Set(['http:', 'https:', 'mailto:', 'tel:']);

interface AnchorWanted {
  readonly from: string;
  readonly file: string;
  readonly fragment: string;
}

interface DeadAddress {
  readonly from: string;
  readonly line: number | undefined;
  /** In how many more places of the site it stands: a dead link of the masthead is one fault, not thousands. */
  again: number;
}

/** No link, anchor or asset of the site is dead; every paragraph page is linked from somewhere. */
export const links: SiteCheck = {
  name: 'links',
  run(site, report) {
    // One string a page, ids between line ends: half the memory of a set of sets.
    const anchors = new Map<string, string>();
    const wanted = new Map<string, AnchorWanted>();
    const reached = new Set<string>();
    const dead = new Map<string, DeadAddress>();
    let count = 0;
    let elsewhere = 0;

    // Most addresses start at the root and stand on every page: each of those is followed once.
    const followed = new Map<string, Destination>();
    const targetOf = (from: string, href: string): Destination => {
      if (!href.startsWith('/')) return destinationOf(site, from, href);
      let target = followed.get(href);
      if (target === undefined) followed.set(href, (target = destinationOf(site, from, href)));
      return target;
    };

    const follow = (from: string, href: string, lineIfWrong: () => number | undefined): void => {
      count += 1;
      const target = targetOf(from, href);
      if (target.kind === 'nowhere') {
        const message = `The address "${href}" ${target.reason}.`;
        const known = dead.get(message);
        if (known === undefined)
          dead.set(message, {
            from,
            // Lines cost a second parsing: enough of them to begin with.
            line: dead.size < 50 ? lineIfWrong() : undefined,
            again: 0,
          });
        else known.again += 1;
      } else if (target.kind === 'elsewhere') {
        elsewhere += 1;
        if (!SAFE_ELSEWHERE.has(target.url.protocol) && !isImageData(target.url))
          report(
            from,
            `The address "${href}" is of the kind ${target.url.protocol}.`,
            lineIfWrong(),
          );
      } else {
        if (target.file !== from) reached.add(target.file);
        const key = `${target.file}#${target.fragment}`;
        // What holds a slash or an equals sign is a state that a script reads, such as a selection or a search.
        const isState = /[/=]/.test(target.fragment);
        if (target.fragment !== '' && target.fragment !== 'top' && !isState && !wanted.has(key))
          wanted.set(key, { from, file: target.file, fragment: target.fragment });
      }
    };

    for (const [file, href] of addressesInOtherFiles(site)) follow(file, href, () => undefined);

    return {
      page(page) {
        let ids = '\n';
        for (const element of page.elements) {
          const id = attributeOf(element, 'id');
          if (id !== null) ids += `${id}\n`;
          for (const href of addressesOf(element)) {
            follow(page.file, href, () => lineOf(page, element));
            if (page.file === '404.html') refuseRelative(href, () => lineOf(page, element), report);
          }
        }
        anchors.set(page.file, ids);
      },
      finish() {
        for (const [message, { from, line, again }] of dead)
          report(
            from,
            again === 0 ? message : `${message} It stands in ${again} more places.`,
            line,
          );
        for (const { from, file, fragment } of wanted.values()) {
          if (file.endsWith('.html') && anchors.get(file)?.includes(`\n${fragment}\n`) !== true)
            report(from, `The anchor #${fragment} does not exist in ${addressOf(site, file)}.`);
        }
        for (const { id, paragraphs } of site.corpus.resolutions) {
          for (const paragraph of paragraphs) {
            const file = `${id}/${paragraph.id}/index.html`;
            if (site.files.has(file) && !reached.has(file))
              report(file, 'No page links to this paragraph.');
          }
        }
        return `${count} addresses followed, ${wanted.size} anchors; ${elsewhere} lead elsewhere`;
      },
    };
  },
};

function addressesOf(element: Element): string[] {
  const found: string[] = [];
  // `xlink:href` of an SVG comes as `href` with a prefix.
  for (const { name, value } of element.attrs) {
    if (ADDRESS_ATTRIBUTES.has(name)) found.push(value);
    else if (name === 'srcset')
      found.push(...value.split(',').map((candidate) => candidate.trim().split(/\s+/)[0] ?? ''));
    else if (name === 'content' && isAddressMeta(element)) found.push(value);
  }
  return found;
}

/** Metadata whose content is an address: `og:url`, `og:image`, `citation_public_url`. */
function isAddressMeta(element: Element): boolean {
  if (element.tagName !== 'meta') return false;
  const name = attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? '';
  return /^(og|twitter):(url|image)$|^citation_.*_url$/.test(name);
}

/** Style sheets, the manifest and the sitemap hold addresses as well. */
function* addressesInOtherFiles(site: BuiltSite): Generator<readonly [file: string, href: string]> {
  const forms: readonly (readonly [RegExp, RegExp])[] = [
    [/\.css$/, /url\(\s*["']?([^"')]+)["']?\s*\)/g],
    [/\.webmanifest$/, /"(?:src|start_url|scope)":\s*"([^"]+)"/g],
    [/sitemap[^/]*\.xml$/, /<loc>([^<]+)<\/loc>/g],
  ];
  for (const file of site.files) {
    for (const [isSuch, address] of forms) {
      if (!isSuch.test(file)) continue;
      for (const match of site.read(file).toString('utf8').matchAll(address))
        if (match[1] !== undefined) yield [file, match[1]];
    }
  }
}

function isImageData(url: URL): boolean {
  return url.protocol === 'data:' && url.pathname.startsWith('image/');
}

/** The 404 page answers at any depth, so a relative address in it leads somewhere else each time. */
function refuseRelative(href: string, line: () => number | undefined, report: Report): void {
  if (/^(\/|#|[a-z]+:)/.test(href)) return;
  report(
    '404.html',
    `The address "${href}" is relative, but this page answers at any depth.`,
    line(),
  );
}
