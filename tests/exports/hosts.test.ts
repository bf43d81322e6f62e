import { describe, expect, it } from 'vitest';
import { suggestAddresses } from '../../src/browser/suggest-addresses.ts';
import { typedAliases } from '../../src/exports/hosts.ts';
import { corpus, text } from './edition.ts';

/** What people type for two paragraphs, and where it must lead; the edition lies at `/un`. */
const typed = [
  ['/chr-2004-45/op23', '/chr-2004-45/op-23/'],
  ['/chr-2004-45/OP-23', '/chr-2004-45/op-23/'],
  ['/chr-2004-45/OP23', '/chr-2004-45/op-23/'],
  ['/chr-2004-45/23', '/chr-2004-45/op-23/'],
  ['/chr-2004-45/para-23', '/chr-2004-45/op-23/'],
  ['/chr-2004-45/para23', '/chr-2004-45/op-23/'],
  ['/chr-2004-45/pp3', '/chr-2004-45/pp-3/'],
  ['/chr-2004-45/PP-3', '/chr-2004-45/pp-3/'],
] as const;

type Answer = (path: string) => string | null;

/** Reads the rules as each host does by its manual, and answers a path; null is the page "not found". */
const hosts: readonly (readonly [host: string, file: string, answer: (rules: string) => Answer])[] =
  [
    [
      'Netlify and Cloudflare',
      '/_redirects',
      (rules) => (path) => {
        const rule = rules
          .split('\n')
          .map((line) => line.split(' '))
          .find(([from]) => from === path);
        return rule?.[2] === '301' ? (rule[1] ?? null) : null;
      },
    ],
    [
      'nginx',
      '/hosting/nginx.conf',
      (rules) => (path) => {
        for (const [, exact, to] of rules.matchAll(/^location = (\S+) \{ return 301 (\S+); \}$/gm))
          if (exact === path) return to ?? null;
        return null;
      },
    ],
    [
      'Apache',
      '/.htaccess',
      (rules) => (path) => {
        for (const [, from = '', to] of rules.matchAll(/^RedirectMatch 301 "([^"]+)" "([^"]+)"$/gm))
          if (new RegExp(from).test(path)) return to ?? null;
        return null;
      },
    ],
  ];

describe.for(hosts)('the rules for %s', ([, file, read]) => {
  it.for(typed)('lead %s to %s', async ([from, to]) => {
    const answer = read(await text('edition', file));
    expect(answer(`/un${from}`)).toBe(`/un${to}`);
  });

  it('leave the addresses of paragraphs alone, and what means nothing', async () => {
    const answer = read(await text('edition', file));
    for (const path of ['/un/chr-2004-45/op-23/', '/un/chr-2004-45/op-23', '/un/chr-2004-45/op230'])
      expect(answer(path)).toBeNull();
  });
});

// Netlify reads a rule with and without the slash; Cloudflare does not, and leaves it to the page "not found".
describe.for(hosts.slice(1))('with a final slash too, the rules for %s', ([, file, read]) => {
  it.for(typed)('lead %s to %s', async ([from, to]) => {
    expect(read(await text('edition', file))(`/un${from}/`)).toBe(`/un${to}`);
  });
});

it('no alias leads round in a circle or takes the address of a page', () => {
  const aliases = typedAliases(corpus);
  const pages = new Set(
    corpus.resolutions.flatMap(({ id, paragraphs }) =>
      paragraphs.map((paragraph) => `/${id}/${paragraph.id}`),
    ),
  );
  expect(aliases.filter(({ from }) => pages.has(from))).toEqual([]);
  expect(new Set(aliases.map(({ from }) => from)).size).toBe(aliases.length);
  expect(aliases.filter(({ to }) => !pages.has(to.replace(/\/$/, '')))).toEqual([]);
});

it.for(typed)('where a host takes no rules, the page at %s offers %s first', ([from, to]) => {
  expect(suggestAddresses(from)[0]).toBe(to);
  expect(suggestAddresses(`${from}/`)[0]).toBe(to);
});

it('only the cards may be framed by others', async () => {
  const sections = (await text('edition', '/_headers'))
    .split(/\n(?=\/)/)
    .map((section) => section.split('\n'));
  const framing = (path: string): string | undefined =>
    sections.find(([first]) => first === path)?.find((line) => line.includes('frame-ancestors'));
  expect(framing('/un/*')).toMatch(/frame-ancestors 'self'$/);
  expect(framing('/un/*/embed/*')).toMatch(/frame-ancestors \*$/);
  for (const file of ['/_headers', '/hosting/nginx.conf', '/.htaccess'])
    expect(await text('edition', file)).not.toMatch(/X-Frame-Options/i);
});
