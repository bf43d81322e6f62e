import { type Element, type Page, attributeOf, lineOf } from './page.ts';
import type { SiteCheck } from './site-check.ts';

/** Blocks of data that a browser never runs. */
const DATA_BLOCKS = new Set(['application/ld+json', 'application/json']);
const RUNS_AS_SCRIPT = /^[\u0000-\u0020]*javascript:/i;
const SOURCES = new Set(["'self'", "'none'", "'wasm-unsafe-eval'", 'data:', 'blob:']);
const REQUIRED: readonly (readonly [directive: string, value: string])[] = [
  ['default-src', "'none'"],
  ['base-uri', "'none'"],
  ['require-trusted-types-for', "'script'"],
];
/** `link` relations that make the browser fetch, or open a connection. */
const FETCHED =
  /\b(stylesheet|icon|apple-touch-icon|preload|prefetch|modulepreload|manifest|preconnect|dns-prefetch)\b/;

/** Every page carries a strict policy, holds nothing inline and asks no other host for anything. */
export const csp: SiteCheck = {
  name: 'csp',
  run(site, report) {
    let pages = 0;
    const policies = new Set<string>();
    return {
      page(page) {
        pages += 1;
        const complain = (element: Element, message: string): void =>
          report(page.file, message, lineOf(page, element));
        for (const element of page.elements) {
          refuseInline(element, (message) => complain(element, message));
          const fetched = fetchedBy(element);
          if (fetched !== null && isOffOrigin(fetched, site.origin))
            complain(element, `<${element.tagName}> asks another host for "${fetched}".`);
        }
        // A page that only sends the reader on is written by Astro and has nothing a policy could stop.
        if (page.isRedirect) return;
        const policy = policyOf(page);
        if (policy === null) {
          report(page.file, 'The page carries no Content-Security-Policy.');
          return;
        }
        policies.add(attributeOf(policy, 'content') ?? '');
        for (const fault of faultsOf(page, policy)) complain(policy, fault);
      },
      finish() {
        for (const file of site.files) {
          if (!file.endsWith('.css')) continue;
          const css = site.read(file).toString('utf8');
          for (const [, address = ''] of css.matchAll(/(?:url\(|@import)\s*["']?([^"')\s;]+)/g))
            if (isOffOrigin(address, site.origin))
              report(file, `The style sheet asks another host for "${address}".`);
        }
        return `${pages} pages, ${policies.size} ${policies.size === 1 ? 'policy' : 'policies'}, nothing inline, no other host`;
      },
    };
  },
};

function refuseInline(element: Element, complain: (message: string) => void): void {
  const type = attributeOf(element, 'type') ?? '';
  if (element.tagName === 'style') complain('A <style> element: styles come from files.');
  if (
    element.tagName === 'script' &&
    attributeOf(element, 'src') === null &&
    !DATA_BLOCKS.has(type)
  )
    complain('A <script> without src: scripts come from files.');
  for (const { name, value } of element.attrs) {
    if (name === 'style') complain(`style="${value}": looks come from style sheets.`);
    if (name === 'srcdoc') complain('srcdoc: a frame comes from a file.');
    if (name.startsWith('on')) complain(`${name}="…": the policy would block this handler.`);
    // Browsers drop tabs and line ends inside the scheme, so they are dropped here too.
    if (value.includes(':') && RUNS_AS_SCRIPT.test(value.replaceAll(/[\t\n\r]/g, '')))
      complain(`${name}="${value}" would run as a script.`);
  }
}

function fetchedBy(element: Element): string | null {
  if (element.tagName === 'link')
    return FETCHED.test(attributeOf(element, 'rel') ?? '') ? attributeOf(element, 'href') : null;
  if (element.tagName === 'form') return attributeOf(element, 'action');
  if (['a', 'area'].includes(element.tagName)) return attributeOf(element, 'ping');
  if (element.tagName === 'object') return attributeOf(element, 'data');
  if (['image', 'use'].includes(element.tagName)) return attributeOf(element, 'href');
  return attributeOf(element, 'src') ?? attributeOf(element, 'srcset');
}

function isOffOrigin(address: string, origin: string): boolean {
  if (address.startsWith('data:')) return false;
  if (!URL.canParse(address, origin)) return true;
  return new URL(address, origin).origin !== origin;
}

function policyOf(page: Page): Element | null {
  const isPolicy = (element: Element): boolean =>
    element.tagName === 'meta' &&
    attributeOf(element, 'http-equiv')?.toLowerCase() === 'content-security-policy';
  return page.elements.find(isPolicy) ?? null;
}

function* faultsOf(page: Page, policy: Element): Generator<string> {
  const before = page.elements.slice(0, page.elements.indexOf(policy));
  if (before.some(({ tagName }) => ['script', 'link', 'style', 'body'].includes(tagName)))
    yield 'The policy stands after something that it should govern: it belongs first in <head>.';
  const directives = new Map<string, readonly string[]>();
  for (const part of (attributeOf(policy, 'content') ?? '').split(';')) {
    const [name = '', ...values] = part.trim().split(/\s+/);
    if (name !== '') directives.set(name, values);
  }
  for (const [name, value] of REQUIRED)
    if (directives.get(name)?.includes(value) !== true) yield `The policy lacks ${name} ${value}.`;
  for (const [name, values] of directives) {
    if (!name.endsWith('-src') && name !== 'form-action') continue;
    for (const value of values)
      if (!SOURCES.has(value)) yield `The policy allows ${value} in ${name}.`;
  }
}
