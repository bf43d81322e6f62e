import type { AstroIntegration } from 'astro';
import { readCorpus } from './corpus/read-corpus.ts';
import type { Export, Host } from './exports/export.ts';
import { registry } from './exports/registry.ts';
import { topicsOf } from './exports/topics.ts';
import type { Corpus } from './corpus/corpus.ts';

/**
 * While developing, answers addresses of exports from the same registry that a build writes to files, so that their
 * links work. Each request reads content/ anew: what is shown is what is there.
 */
export function exportsInDev(contentFolder: string, host: Host): AstroIntegration {
  return {
    name: 'pilcrow-exports-in-dev',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', host.site).pathname.replace(
            /\/embed\/$/,
            '/embed/index.html',
          );
          const found = path.endsWith('/')
            ? undefined
            : registry.find((one) => endsLike(one, path));
          if (found === undefined) {
            next();
            return;
          }
          write(found, path, readCorpus(contentFolder), host).then((content) => {
            if (content === null) {
              next();
              return;
            }
            response.setHeader('content-type', found.mediaType);
            response.end(content);
          }, next);
        });
      },
    },
  };
}

const endsLike = (one: Export, path: string): boolean =>
  one.scope === 'edition'
    ? path === one.path
    : path.endsWith(one.suffix) && path.startsWith('/topics/') === (one.scope === 'topic');

async function write(
  one: Export,
  path: string,
  corpus: Corpus,
  host: Host,
): Promise<string | Uint8Array | null> {
  if (one.scope === 'edition') return one.write(corpus, host);
  if (one.scope === 'topic') {
    const topic = topicsOf(corpus).find(({ id }) => path === `/topics/${id}${one.suffix}`);
    return topic === undefined ? null : await one.write(topic, host);
  }
  const [id, paragraph] = path.slice(1, -one.suffix.length).split('/');
  const resolution = corpus.resolutions.find((candidate) => candidate.id === id);
  if (resolution === undefined) return null;
  if (one.scope === 'resolution')
    return paragraph === undefined ? await one.write(resolution, corpus, host) : null;
  const found = resolution.paragraphs.find((candidate) => candidate.id === paragraph);
  return found === undefined ? null : one.write(found, resolution, host);
}
