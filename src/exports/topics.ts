import type { Corpus } from '../corpus/corpus.ts';
import { absolute, topicPath } from '../resolution/address.ts';
import type { Collection, Host, Placed, TopicParagraphs } from './export.ts';

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

/** A topic as paragraphs put together under its page's address. */
export function topicCollection(topic: TopicParagraphs, { site, base }: Host): Collection {
  return {
    title: topic.label,
    note: topic.definition,
    address: absolute(site, base, topicPath(topic.id)),
    entries: topic.entries,
  };
}
