import type { Corpus } from '../corpus/corpus.ts';
import { paragraphPath, resolutionPath, withBase } from '../resolution/address.ts';
import type { EditionExport, Host } from './export.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** A rule about addresses, in the terms of this edition; each host has a syntax of its own for it. */
interface Redirect {
  readonly from: string;
  readonly to: string;
}

/**
 * Spellings that people type for a paragraph, from one table: `op23`, `OP-23`, `para-23` and the bare figure for an
 * operative paragraph, `pp3` and `PP-3` for a preambular one.
 */
export function typedAliases({ resolutions }: Corpus): readonly Redirect[] {
  return resolutions.flatMap(({ id, paragraphs }) => {
    const taken = new Set<string>(paragraphs.map((paragraph) => paragraph.id));
    return paragraphs.flatMap(({ id: paragraph, kind, printedNumber }) => {
      const to = paragraphPath(id, paragraph);
      const plain = /^(?:op|pp)-\d+$/.test(paragraph);
      const spellings = !plain
        ? []
        : [
            paragraph.replace('-', ''),
            paragraph.toUpperCase(),
            paragraph.replace('-', '').toUpperCase(),
            ...(kind === 'operative' && printedNumber !== null
              ? [`para-${printedNumber}`, `para${printedNumber}`, printedNumber]
              : []),
          ];
      return spellings
        .filter((alias) => !taken.has(alias))
        .map((alias) => ({ from: `${resolutionPath(id)}${alias}`, to }));
    });
  });
}

/** What was given up comes first: it is printed somewhere. */
const redirectsOf = (corpus: Corpus): readonly Redirect[] => [
  ...corpus.redirects,
  ...typedAliases(corpus),
];

/** What a host sends with a file; frames are allowed for the cards only, on purpose. */
const headers: readonly {
  readonly path: string;
  readonly set: readonly (readonly [string, string])[];
}[] = [
  {
    path: '/*',
    set: [
      ['Content-Security-Policy', `${contentSecurityPolicy}; frame-ancestors 'self'`],
      ['Referrer-Policy', 'no-referrer'],
      ['X-Content-Type-Options', 'nosniff'],
      ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), interest-cohort=()'],
    ],
  },
  {
    path: '/*/embed/*',
    set: [
      [
        'Content-Security-Policy',
        "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
      ],
    ],
  },
  { path: '/_astro/*', set: [['Cache-Control', 'public, max-age=31536000, immutable']] },
  { path: '/*.js', set: [['Cache-Control', 'no-cache']] },
  { path: '/*.imscc', set: [['Content-Type', 'application/zip']] },
  { path: '/*.epub', set: [['Content-Type', 'application/epub+zip']] },
  { path: '/*.jsonld', set: [['Content-Type', 'application/ld+json']] },
];

const at = ({ base }: Host, path: string): string => withBase(base, path);
const file = (path: `/${string}`, write: EditionExport['write']): EditionExport => ({
  scope: 'edition',
  path,
  label: null,
  mediaType: 'text/plain; charset=utf-8',
  write,
});

/** Netlify and Cloudflare Pages read both of these. Cloudflare takes 2,000 rules at most: more are left to the 404 page. */
export const redirectsFile = file(
  '/_redirects',
  (corpus, host) =>
    `${redirectsOf(corpus)
      .slice(0, 2000)
      .map(({ from, to }) => `${at(host, from)} ${at(host, to)} 301`)
      .join('\n')}\n`,
);

export const headersFile = file(
  '/_headers',
  (_corpus, host) =>
    `${headers
      // Cloudflare joins equal headers of several rules; the general one is taken off before the cards set theirs.
      .map(
        ({ path, set }) =>
          `${at(host, path)}\n${path.includes('embed') ? '  ! Content-Security-Policy\n' : ''}${set.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`,
      )
      .join('')}`,
);

/** To be included in a `server` block. */
export const nginxFile = file('/hosting/nginx.conf', (corpus, host) =>
  [
    '# Include this in the server block of the site: types, headers, and the spellings of addresses that people type.',
    'error_page 404 /404.html;',
    'types { application/epub+zip epub; application/zip imscc zip; application/ld+json jsonld; application/manifest+json webmanifest; application/wasm wasm pagefind; text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; image/png png; image/webp webp; font/woff2 woff2; text/plain txt bib ris; text/csv csv; application/xml xml; }',
    `add_header Content-Security-Policy "${contentSecurityPolicy}; frame-ancestors 'self'" always;`,
    'add_header Referrer-Policy no-referrer always;',
    'add_header X-Content-Type-Options nosniff always;',
    `location ~ ^${at(host, '')}/[^/]+/[^/]+/embed/ { add_header Content-Security-Policy "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *" always; }`,
    // Exact addresses are looked up in a table, patterns one after another: so each is there with and without its slash.
    ...redirectsOf(corpus).flatMap(({ from, to }) =>
      [from.replace(/\/$/, ''), from.replace(/\/?$/, '/')].map(
        (path) => `location = ${at(host, path)} { return 301 ${at(host, to)}; }`,
      ),
    ),
    '',
  ].join('\n'),
);

export const apacheFile = file('/.htaccess', (corpus, host) =>
  [
    'ErrorDocument 404 ' + at(host, '/404.html'),
    'AddType application/epub+zip .epub',
    'AddType application/zip .imscc',
    'AddType application/ld+json .jsonld',
    'AddType application/wasm .wasm',
    '<IfModule mod_headers.c>',
    `  Header always set Content-Security-Policy "${contentSecurityPolicy}; frame-ancestors 'self'" "expr=%{REQUEST_URI} !~ m#/embed/#"`,
    `  Header always set Content-Security-Policy "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *" "expr=%{REQUEST_URI} =~ m#/embed/#"`,
    '  Header always set Referrer-Policy "no-referrer"',
    '  Header always set X-Content-Type-Options "nosniff"',
    '</IfModule>',
    ...redirectsOf(corpus).map(
      ({ from, to }) =>
        `RedirectMatch 301 "^${at(host, from.replace(/\/$/, ''))}/?$" "${at(host, to)}"`,
    ),
    '',
  ].join('\n'),
);
