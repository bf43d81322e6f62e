/** A file that the installed site keeps: address from the root (a folder for its page), SHA-256 in base64, bytes. */
export type InstallableFile = readonly [path: string, sha256: string, size: number];

/** The files of one resolution, or those that every copy has (`''`: search, registers, registers' pages, styles). */
export interface InstallableGroup {
  readonly id: string;
  readonly files: readonly InstallableFile[];
}

/** What a reader may leave out of the copy of a large edition; in offline-groups.json. */
export interface GroupOffer {
  readonly id: string;
  readonly label: string;
  readonly bytes: number;
}

/** The list of all files: in offline-files.json, whose hash names the version. */
export const LIST = 'offline-files.json';
export const GROUPS = 'offline-groups.json';

/** The cache in which the page leaves the reader's choice of resolutions for the worker, and its one entry. */
export const choiceCache = (scope: string): string => `pilcrow-choice ${scope}`;
export const choiceEntry = (scope: string): string => new URL('.choice', scope).href;

/** What the page asks of the worker; `keep` fetches what the copy lacks and drops what was left out. */
export type ToWorker = 'cancel' | 'activate' | 'status' | 'keep';

/** What the worker tells every open page. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly reason: 'network' | 'changed' | 'full' | 'cancelled' }
  | { readonly kind: 'status'; readonly isComplete: boolean; readonly bytes: number };
