import { defineCollection } from 'astro:content';
import type { Loader, LoaderContext } from 'astro/loaders';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { fileURLToPath } from 'node:url';
import {
  type Corpus,
  type Instrument,
  type PublishedParagraph,
  type PublishedResolution,
} from './corpus/corpus.ts';
import { readCorpus } from './corpus/read-corpus.ts';
import { type Problem, ProblemsError } from './resolution/problem.ts';

/** The folder that is published; a test builds editions of its own from another one. */
const contentFolder =
  process.env['PILCROW_CONTENT'] ?? fileURLToPath(new URL('../content', import.meta.url));

/** What was last read from content/: the corpus, and while developing also what is wrong with it. */
interface Reading {
  readonly corpus: Corpus;
  readonly problems: readonly Problem[];
}

/** What a collection takes from a reading, by id. */
type Entries<Data> = (reading: Reading) => Iterable<readonly [id: string, data: Data]>;

const nothing: Corpus = {
  resolutions: [],
  instruments: [],
  topics: [],
  addressees: [],
  sources: {},
  redirects: [],
};
let reading: Reading | undefined;
let lastGood = nothing;
const refreshes: (() => void)[] = [];

/** Reads content/ once for all collections. While developing, problems go to the overlay and the last good text stays. */
function readOnce(context: LoaderContext): Reading {
  if (reading !== undefined) return reading;
  try {
    reading = { corpus: readCorpus(contentFolder), problems: [] };
    lastGood = reading.corpus;
  } catch (error) {
    if (!(error instanceof ProblemsError) || context.watcher === undefined) throw error;
    context.logger.error(error.message);
    reading = { corpus: lastGood, problems: error.problems };
  }
  return reading;
}

function watchContent({ watcher, logger }: LoaderContext): void {
  watcher?.add(contentFolder);
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher?.on(event, (path) => {
      if (!/\.(txt|ya?ml)$/.test(path) || !path.startsWith(contentFolder)) return;
      reading = undefined;
      try {
        for (const refresh of refreshes) refresh();
      } catch (error) {
        logger.error(String(error));
      }
    });
  }
}

/** One collection over the one corpus. Astro sorts entries by id, so each carries its place in `order`. */
function fromCorpus<Data extends object>(name: string, entries: Entries<Data>) {
  return {
    name: `pilcrow-${name}`,
    schema: z.custom<Data & { readonly order: number }>(),
    async load(context) {
      const refresh = (): void => {
        // Read first: a failing read must leave the store as it is.
        const now = readOnce(context);
        context.store.clear();
        let order = 0;
        for (const [id, data] of entries(now)) {
          context.store.set({ id, data: { ...data, order } });
          order += 1;
        }
      };
      refresh();
      if (refreshes.length === 0) watchContent(context);
      refreshes.push(refresh);
    },
  } satisfies Loader;
}

/** A resolution without its paragraphs, which are a collection of their own. */
export type ResolutionEntry = Omit<PublishedResolution, 'paragraphs' | 'officialText'>;

export type ParagraphEntry = PublishedParagraph & { readonly resolution: string };

export const collections = {
  resolutions: defineCollection({
    loader: fromCorpus<ResolutionEntry>('resolutions', function* ({ corpus: { resolutions } }) {
      for (const { id, about, parsed } of resolutions) yield [id, { id, about, parsed }];
    }),
  }),
  paragraphs: defineCollection({
    loader: fromCorpus<ParagraphEntry>('paragraphs', function* ({ corpus: { resolutions } }) {
      for (const { id, paragraphs } of resolutions) {
        for (const paragraph of paragraphs)
          yield [`${id}/${paragraph.id}`, { ...paragraph, resolution: id }];
      }
    }),
  }),
  instruments: defineCollection({
    loader: fromCorpus<Instrument>('instruments', function* ({ corpus: { instruments } }) {
      for (const instrument of instruments) yield [instrument.id, instrument];
    }),
  }),
  topics: defineCollection({
    loader: fromCorpus<Corpus['topics'][number]>('topics', function* ({ corpus: { topics } }) {
      for (const topic of topics) yield [topic.id, topic];
    }),
  }),
  addressees: defineCollection({
    loader: fromCorpus<Corpus['addressees'][number]>(
      'addressees',
      function* ({ corpus: { addressees } }) {
        for (const addressee of addressees) yield [addressee.id, addressee];
      },
    ),
  }),
  sources: defineCollection({
    loader: fromCorpus<Corpus['sources'][string]>('sources', ({ corpus: { sources } }) =>
      Object.entries(sources),
    ),
  }),
  /** Only while developing: what the last reading of content/ found, for the overlay. */
  problems: defineCollection({
    loader: fromCorpus<{ readonly problems: readonly Problem[] }>('problems', ({ problems }) => [
      ['last-reading', { problems }],
    ]),
  }),
  pages: defineCollection({
    loader: glob({ base: './content/pages', pattern: '**/*.mdx' }),
    schema: z.strictObject({
      title: z.string(),
      /** One sentence for search engines and link previews. */
      description: z.string(),
      order: z.int().default(0),
    }),
  }),
};
