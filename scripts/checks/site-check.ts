import type { Corpus } from '../../src/corpus/corpus.ts';
import type { Page } from './page.ts';

/** The built site as every check sees it. */
export interface BuiltSite {
  /** Folder that a host would publish. */
  readonly dist: string;
  /** Scheme and host of every absolute address, without a final slash. */
  readonly origin: string;
  /** Path under which the site is served; begins and ends with a slash. */
  readonly base: string;
  /** Every file, relative to `dist`, with forward slashes, sorted. */
  readonly files: ReadonlySet<string>;
  readonly corpus: Corpus;
  /** Folder that the corpus was read from. */
  readonly content: string;
  /** Reads a small file beside the pages (a style sheet, a manifest); pages come by themselves. */
  readonly read: (file: string) => Buffer;
}

export interface Finding {
  /** Relative to `dist`. */
  readonly file: string;
  /** 1-based line in the built file, or null where the file as a whole is meant. */
  readonly line: number | null;
  /** What was found and what was expected, in full sentences. */
  readonly message: string;
}

/** A check reports and never prints: one place decides how findings look. */
export type Report = (file: string, message: string, line?: number) => void;

/** What a check does while the site is read once. */
export interface CheckRun {
  /** Called once for every HTML page. The page is let go afterwards. */
  readonly page?: (page: Page) => void;
  /** Called after the last page. Returns what was checked, with figures, as one line of the table. */
  readonly finish: () => string;
}

/** One rule about the built site: one file, one registration in check-site.ts. */
export interface SiteCheck {
  readonly name: string;
  readonly run: (site: BuiltSite, report: Report) => CheckRun;
}
