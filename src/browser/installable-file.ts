/** A file that the installed site keeps: address from the root (a folder for its page), SHA-256 in base64, bytes. */
export type InstallableFile = readonly [path: string, sha256: string, size: number];

/** What the page asks of the worker. */
export type ToWorker = 'cancel' | 'activate' | 'status' | 'repair';

/** What the worker tells every open page. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly reason: 'network' | 'changed' | 'full' | 'cancelled' }
  | { readonly kind: 'status'; readonly isComplete: boolean; readonly bytes: number };
