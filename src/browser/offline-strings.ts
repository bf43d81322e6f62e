import type { FromWorker } from './installable-file.ts';

/** Every word about the installed site. */
export const offlineStrings = {
  megabytes: (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`,
  progress: (done: number, total: number): string =>
    `${offlineStrings.megabytes(done)} of ${offlineStrings.megabytes(total)} saved`,
  done: (bytes: number): string =>
    `This site is kept in this browser (${offlineStrings.megabytes(bytes)}) and works without a network.`,
  mayBeRemoved: 'The browser may remove it when it runs short of space.',
  evicted: 'The browser has removed the offline copy, probably because it ran short of space.',
  install: 'Make available offline',
  apply: 'Change the offline copy to this choice',
  chosen: (bytes: number): string =>
    `Of the resolutions, those chosen: ${offlineStrings.megabytes(bytes)} in all.`,
  removed: 'The offline copy is removed.',
  tooLittle: (free: number): string =>
    `The browser allows this site only ${offlineStrings.megabytes(free)}. Make room, or download the ZIP.`,
  failed: {
    network: 'The connection was lost. Nothing was kept; try again when there is one.',
    changed: 'The site is being updated just now. Nothing was kept; try again in a few minutes.',
    full: 'There is not enough space in this browser. Nothing was kept; the ZIP may fit elsewhere.',
    cancelled: 'Cancelled. Nothing was kept.',
  } satisfies Record<Extract<FromWorker, { kind: 'failed' }>['reason'], string>,
  refused: 'This browser does not let sites be kept here (a private window, perhaps).',
  update: 'There is a newer version of this site.',
  useUpdate: 'Use it now',
} as const;
