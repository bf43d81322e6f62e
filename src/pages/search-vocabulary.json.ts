import { toSearchVocabulary } from '../browser/search-vocabulary.ts';
import { library } from '../library.ts';

/** What the search understands besides words: addresses, symbols, names, the words of the edition. */
export async function GET(): Promise<Response> {
  const { resolutions, instruments, topics, addressees } = await library();
  const vocabulary = toSearchVocabulary({
    resolutions: resolutions.map(({ entry, paragraphs }) => ({
      id: entry.id,
      about: entry.about,
      paragraphs: paragraphs.map((view) => view.entry),
    })),
    instruments: [...instruments.values()].map(({ entry }) => entry),
    topics,
    addressees,
  });
  return Response.json(vocabulary);
}
