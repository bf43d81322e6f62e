import type { Corpus } from '../corpus/corpus.ts';
import type { Placed, TopicParagraphs } from './export.ts';

/** The topics that some paragraph has, each with its paragraphs; read once through the edition. */
export function topicsOf({ topics, resolutions }: Corpus): readonly TopicParagraphs[] {
  const placed = new Map<string, [Placed, ...Placed[]]>();
  for (const resolution of resolutions) {
    for (const paragraph of resolution.paragraphs) {
      for (const topic of new Set(paragraph.topics.map((tag) => tag.topic))) {
        const entries = placed.get(topic);
        if (entries === undefined) placed.set(topic, [{ paragraph, resolution }]);
        else entries.push({ paragraph, resolution });
      }
    }
  }
  return topics.flatMap(({ id, label, definition }) => {
    const entries = placed.get(id);
    return entries === undefined ? [] : [{ id, label, definition, entries }];
  });
}

/** A topic's paragraphs under the resolutions they stand in. */
export function byResolution({ entries }: TopicParagraphs) {
  return [...Map.groupBy(entries, ({ resolution }) => resolution)];
}

/** The day of the newest resolution in a topic: what its files carry as their date. */
export function latestDate({ entries }: TopicParagraphs): string {
  return entries
    .map(({ resolution }) => resolution.about.date)
    .reduce((latest, date) => (date > latest ? date : latest));
}
