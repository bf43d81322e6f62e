import { Worker } from 'node:worker_threads';
import type { Corpus } from '../src/corpus/corpus.ts';
import type { CheckResult, SiteOptions } from './check-site.ts';

/** What the worker is given. */
export interface CheckOrder {
  readonly dist: string;
  readonly corpus: Corpus;
  readonly options: Pick<SiteOptions, 'site' | 'base' | 'content'>;
  /** Files that are made after the pages. */
  readonly promised: readonly string[];
}

export interface CheckBeside {
  /** To be called when the last file is written: what was promised must be there now. */
  readonly finish: () => Promise<readonly CheckResult[]>;
  readonly stop: () => Promise<unknown>;
}

/** Checks the pages of a site on a second core while the index and the offline editions are still being made. */
export function checkBeside(order: CheckOrder): CheckBeside {
  const worker = new Worker(new URL('./check-beside-worker.ts', import.meta.url), {
    workerData: order,
  });
  const { promise, resolve, reject } = Promise.withResolvers<readonly CheckResult[]>();
  worker.once('message', resolve);
  worker.once('error', reject);
  // Whoever finishes hears of a failure; nobody may wait yet when it happens.
  promise.catch(() => undefined);
  return {
    finish: () => {
      worker.postMessage('finished');
      return promise;
    },
    stop: () => worker.terminate(),
  };
}
