import { instrumentPath, itemPath, paragraphPath, resolutionPath } from '../resolution/address.ts';
import type { Item } from '../resolution/model.ts';
import type { Corpus } from './corpus.ts';
import type { RedirectsFile } from './schemas.ts';
import type { Report, YamlFile } from './yaml-file.ts';

/** A redirect leaves an address that has no page any more, and leads to one that has, in one step. */
export function checkRedirects(
  { data, problem }: YamlFile<RedirectsFile>,
  corpus: Pick<Corpus, 'resolutions' | 'instruments'>,
  report: Report,
): void {
  const pages = new Set<string>(addressesOf(corpus));
  const seen = new Set<string>();
  const leaving = new Set(data.map(({ from }) => from));
  data.forEach(({ from, to }, at) => {
    if (pages.has(from))
      report(
        problem(
          [at, 'from'],
          'redirect-from-page',
          `The address ${from} has a page of its own, which the redirect would hide.`,
          'Take the redirect out.',
        ),
      );
    if (seen.has(from))
      report(
        problem(
          [at, 'from'],
          'redirect-twice',
          `The address ${from} is redirected twice.`,
          'Keep the redirect that leads to the right page.',
        ),
      );
    seen.add(from);
    if (leaving.has(to))
      report(
        problem(
          [at, 'to'],
          'redirect-chain',
          `The redirect leads to ${to}, which redirects again.`,
          'Lead to the last address at once.',
        ),
      );
    else if (!pages.has(to))
      report(
        problem(
          [at, 'to'],
          'redirect-to-nothing',
          `The redirect leads to ${to}, where no page is.`,
          'Write the address of a resolution, a paragraph, a sub-paragraph or an instrument.',
        ),
      );
  });
}

function* addressesOf({
  resolutions,
  instruments,
}: Pick<Corpus, 'resolutions' | 'instruments'>): Generator<string> {
  for (const { id } of instruments) yield instrumentPath(id);
  for (const { id, paragraphs } of resolutions) {
    yield resolutionPath(id);
    for (const paragraph of paragraphs) {
      yield paragraphPath(id, paragraph.id);
      const all = (items: readonly Item[]): readonly Item[] =>
        items.flatMap((item) => [item, ...all(item.items)]);
      for (const item of all(paragraph.items)) yield itemPath(id, paragraph.id, item.id);
    }
  }
}
