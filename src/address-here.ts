import type { Host } from './exports/export.ts';
import { absolute, withBase } from './resolution/address.ts';

/** An address of this edition as pages link it: the base path of the host before a root-relative path. */
export function here(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}

/** The same address in full, for what leaves the site: canonical links, citations, exports. */
export function absoluteAddress(path: string): string {
  return absolute(import.meta.env.SITE, import.meta.env.BASE_URL, path);
}

/** This edition's host, for what is written by the exports. */
export const host: Host = {
  site: import.meta.env.SITE,
  base: import.meta.env.BASE_URL,
  pictures: process.env['PILCROW_PICTURES'] === 'yes',
};
