import type { Export } from './export.ts';
import { registry } from './registry.ts';

/** A form of a page that readers are offered, by the ending of its address. */
export interface Format {
  readonly suffix: string;
  readonly label: string;
}

const offered = (scope: 'paragraph' | 'resolution'): readonly Format[] =>
  registry.flatMap((one: Export) =>
    one.scope === scope && one.label !== null ? [{ suffix: one.suffix, label: one.label }] : [],
  );

export const paragraphFormats = offered('paragraph');
export const resolutionFormats = offered('resolution');

/** The forms in which a topic of so many paragraphs is offered. */
export const topicFormats = (paragraphs: number): readonly Format[] =>
  registry.flatMap((one) =>
    one.scope === 'topic' &&
    paragraphs > 0 &&
    paragraphs <= one.mostParagraphs &&
    one.label !== null
      ? [{ suffix: one.suffix, label: one.label }]
      : [],
  );
