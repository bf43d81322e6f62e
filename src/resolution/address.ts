import type { ParagraphId } from './model.ts';

/**
 * Every address of the site. They are printed on paper and never change: lower case, no `#`, no `?`, trailing slash;
 * other forms of a page are its address with an extension. Paths are root-relative and know nothing of the host's base.
 */

export type Path = `/${string}`;

export const resolutionPath = (resolution: string): Path => `/${resolution}/`;

/** @example paragraphPath('chr-2004-45', 'op-23') // '/chr-2004-45/op-23/' */
export const paragraphPath = (resolution: string, paragraph: ParagraphId): Path =>
  `/${resolution}/${paragraph}/`;

/** @example itemPath('chr-2004-45', 'op-8', 'a-i') // '/chr-2004-45/op-8/a/i/' */
export const itemPath = (resolution: string, paragraph: ParagraphId, item: string): Path =>
  `/${resolution}/${paragraph}/${item.replaceAll('-', '/')}/`;

export const embedPath = (resolution: string, paragraph: ParagraphId): Path =>
  `/${resolution}/${paragraph}/embed/`;

/** Which paragraph cites what, drawn. */
export const picturePath = (resolution: string): Path => `/${resolution}/picture/`;

/** Addressees against actions. */
export const whoMustDoWhatPath = (resolution: string): Path => `/${resolution}/who-must-do-what/`;

export const printPath = (resolution: string): Path => `/${resolution}/print/`;

/** @example resolutionExportPath('chr-2004-45', '.csv') // '/chr-2004-45.csv' */
export const resolutionExportPath = (resolution: string, suffix: string): Path =>
  `/${resolution}${suffix}`;

/** @example topicExportPath('training', '.imscc') // '/topics/training.imscc' */
export const topicExportPath = (topic: string, suffix: string): Path => `/topics/${topic}${suffix}`;

/** @example paragraphExportPath('chr-2004-45', 'op-23', '.csl.json') // '/chr-2004-45/op-23.csl.json' */
export const paragraphExportPath = (
  resolution: string,
  paragraph: ParagraphId,
  suffix: string,
): Path => `/${resolution}/${paragraph}${suffix}`;

/** A selection that begins with one paragraph; it stands after `#`, where no server sees it. */
export const selectionPath = (resolution: string, paragraph: ParagraphId): Path =>
  `/select/#${resolution}/${paragraph}`;

export const instrumentPath = (instrument: string): Path => `/instruments/${instrument}/`;
export const topicPath = (topic: string): Path => `/topics/${topic}/`;
export const addresseePath = (addressee: string): Path => `/addressees/${addressee}/`;
export const actionPath = (action: string): Path => `/actions/${action}/`;

/**
 * A path as this host links it. `base` is the host's folder with or without slashes at its ends.
 * @example withBase('/un', '/search/') // '/un/search/'
 */
export function withBase(base: string, path: Path | string): string {
  return `${base.replace(/\/+$/, '')}${path}`;
}

/**
 * A path in full, for what leaves the site.
 * @example absolute('https://example.org', '/', '/chr-2004-45/op-23/') // 'https://example.org/chr-2004-45/op-23/'
 */
export function absolute(site: string, base: string, path: Path | string): string {
  return new URL(withBase(base, path), site).href;
}
