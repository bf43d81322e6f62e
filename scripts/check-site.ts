// Checks a built site against the corpus it was built from: `node scripts/check-site.ts [dist]`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Corpus } from '../src/corpus/corpus.ts';
import { readCorpus } from '../src/corpus/read-corpus.ts';
import { addresses } from './checks/addresses.ts';
import { csp } from './checks/csp.ts';
import { html } from './checks/html.ts';
import { links } from './checks/links.ts';
import { toPage } from './checks/page.ts';
import type { BuiltSite, Finding, SiteCheck } from './checks/site-check.ts';
import { titles } from './checks/titles.ts';
import { verbatim } from './checks/verbatim.ts';
import { weight } from './checks/weight.ts';
import { siteFiles } from './site-files.ts';

/** The register of checks, in the order of the table. */
export const siteChecks: readonly SiteCheck[] = [
  verbatim,
  addresses,
  links,
  titles,
  html,
  csp,
  weight,
];

/** A named group of checks asks for more findings than anyone reads. */
const SHOWN_PER_CHECK = 20;

export interface SiteOptions {
  /** Where the site will live, e.g. `https://example.org`; the same as Astro's `site`. */
  readonly site: string;
  /** Path below it, e.g. `/` or `/pilcrow`; the same as Astro's `base`. */
  readonly base: string;
  /** Folder that the corpus was read from: the locks lie there. */
  readonly content: string;
  /** All checks unless a test asks for one. */
  readonly checks?: readonly SiteCheck[];
}

export interface CheckResult {
  readonly name: string;
  /** What was checked, with figures. */
  readonly figures: string;
  readonly findings: readonly Finding[];
}

/** Checks under way: pages are looked at one by one, in any order that keeps those of a resolution together. */
export interface Checks {
  /** Every page of the site, by file. */
  readonly pages: readonly string[];
  readonly look: (file: string, html: string) => void;
  /** After the last page. Throws nothing for a finding: see `formatResults` and `hasFindings`. */
  readonly finish: () => readonly CheckResult[];
}

/**
 * Opens all checks on a site whose pages are written.
 * @param promised files that are still being made, and that pages may link to already
 */
export function openChecks(
  dist: string,
  corpus: Corpus,
  options: SiteOptions,
  promised: readonly string[] = [],
): Checks {
  const site: BuiltSite = {
    dist,
    corpus,
    content: options.content,
    origin: new URL(options.site).origin,
    base: `/${options.base}/`.replaceAll(/\/{2,}/g, '/'),
    files: new Set([...siteFiles(dist), ...promised]),
    read: (file) => readFileSync(join(dist, file)),
  };
  const runs = (options.checks ?? siteChecks).map((check) => {
    const findings: Finding[] = [];
    const run = check.run(site, (file, message, line) =>
      findings.push({ file, message, line: line ?? null }),
    );
    return { name: check.name, run, findings };
  });
  return {
    pages: [...site.files].filter((file) => file.endsWith('.html')),
    look(file, html) {
      const page = toPage(file, html);
      for (const { run } of runs) run.page?.(page);
    },
    finish: () =>
      runs.map(({ name, run, findings }) => ({ name, figures: run.finish(), findings })),
  };
}

/** Reads every page of a finished site once, shows it to all checks and collects what they find. */
export function checkSite(
  dist: string,
  corpus: Corpus,
  options: SiteOptions,
): readonly CheckResult[] {
  const { pages, look, finish } = openChecks(dist, corpus, options);
  for (const file of pages) look(file, readFileSync(join(dist, file), 'utf8'));
  return finish();
}

export function hasFindings(results: readonly CheckResult[]): boolean {
  return results.some(({ findings }) => findings.length > 0);
}

/** The table of what was checked and, below it, everything that was found. */
export function formatResults(results: readonly CheckResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const table = results.map(({ name, figures, findings }) => {
    const mark = findings.length === 0 ? '✓' : '✗';
    return `  ${mark} ${name.padEnd(width)}  ${figures}`;
  });
  const faults = results.flatMap(({ name, findings }) => {
    const shown = findings
      .slice(0, SHOWN_PER_CHECK)
      .map(
        ({ file, line, message }) =>
          `  ${name}: ${file}${line === null ? '' : `:${line}`}  ${message}`,
      );
    const more = findings.length - shown.length;
    return more > 0 ? [...shown, `  ${name}: and ${more} more`] : shown;
  });
  return [...table, ...(faults.length > 0 ? ['', ...faults] : [])].join('\n');
}

if (import.meta.main) {
  const project = fileURLToPath(new URL('..', import.meta.url));
  const content = process.env['PILCROW_CONTENT'] ?? join(project, 'content');
  const results = checkSite(process.argv[2] ?? join(project, 'dist'), readCorpus(content), {
    site: process.env['PILCROW_SITE'] ?? 'http://localhost:4321',
    base: process.env['PILCROW_BASE'] ?? '/',
    content,
  });
  console.log(formatResults(results));
  if (hasFindings(results)) process.exitCode = 1;
}
