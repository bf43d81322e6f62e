import type { Placed } from './export.ts';

/** Paragraphs put together, under the resolutions they stand in. */
export function byResolution(entries: readonly Placed[]) {
  return [...Map.groupBy(entries, ({ resolution }) => resolution)];
}

/** The day of the newest resolution among them: what their files carry as their date. */
export function latestDate(entries: readonly Placed[]): string {
  return entries
    .map(({ resolution }) => resolution.about.date)
    .reduce((latest, date) => (date > latest ? date : latest), '');
}
