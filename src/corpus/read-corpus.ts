import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ProblemsError, type Problem } from '../resolution/problem.ts';
import { pointAtParagraphs } from '../resolution/point-at-paragraphs.ts';
import type { Corpus, Instrument, PublishedResolution } from './corpus.ts';
import { buildCitationFinder } from './link-paragraphs.ts';
import { readResolution } from './read-resolution.ts';
import { checkRedirects } from './check-redirects.ts';
import { checkInstruments } from './check-instruments.ts';
import {
  instrumentFile,
  redirectsFile,
  sourcesFile,
  vocabulariesFile,
  type InstrumentFile,
  resolutionFile,
} from './schemas.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/**
 * Reads and judges everything under a content folder.
 * @throws ProblemsError once, with all problems of the run
 */
export function readCorpus(contentFolder: string): Corpus {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  const vocabularies = readYaml(join(contentFolder, 'vocabularies.yaml'), vocabulariesFile, report)
    ?.data ?? { topics: [], addressees: [] };
  const sources = readYaml(join(contentFolder, 'sources.yaml'), sourcesFile, report)?.data ?? {};
  const files = new Map<string, YamlFile<InstrumentFile>>();
  const instruments = list(join(contentFolder, 'instruments'), '.yaml').flatMap(
    (path): Instrument[] => {
      const yaml = readYaml(path, instrumentFile, report);
      if (yaml === null) return [];
      files.set(basename(path, '.yaml'), yaml);
      return [{ id: basename(path, '.yaml'), ...yaml.data }];
    },
  );
  checkInstruments(files, sources, report);
  const folders = list(join(contentFolder, 'resolutions'), '');
  const edition = {
    find: buildCitationFinder(
      instruments.map(({ id, kind, name, aliases = [], shortForms = [] }) => ({
        id,
        kind:
          kind === 'collection'
            ? 'group'
            : kind === 'body' || kind === 'mandate'
              ? 'actor'
              : 'document',
        names: [name, ...aliases],
        shortForms,
      })),
    ),
    // A body is not the resolution that made it, nor a mandate; "annex II" names a part of a document.
    bySymbol: new Map(
      instruments
        .filter(({ kind }) => !['body', 'mandate', 'office-holder'].includes(kind))
        .flatMap(({ id, symbols = [] }) =>
          symbols.map(
            ({ symbol, part }) => [part === undefined ? symbol : `${symbol}|${part}`, id] as const,
          ),
        ),
    ),
    sessionOf: new Map(
      instruments
        .filter(({ kind }) => kind === 'session')
        .flatMap(({ id, relations = [] }) =>
          relations.filter(({ type }) => type === 'part-of').map(({ to }) => [id, to] as const),
        ),
    ),
    resolutions: readIdentities(folders),
    instruments: new Set(instruments.map(({ id }) => id)),
    topics: new Set(vocabularies.topics.map(({ id }) => id)),
    addressees: new Set(vocabularies.addressees.map(({ id }) => id)),
  };
  const resolutions = folders.flatMap(
    (folder) => readResolution(folder, basename(folder), edition, report) ?? [],
  );
  const redirectsPath = join(contentFolder, 'redirects.yaml');
  const redirects = existsSync(redirectsPath)
    ? readYaml(redirectsPath, redirectsFile, report)
    : null;
  if (redirects !== null) checkRedirects(redirects, { resolutions, instruments }, report);
  if (problems.length > 0) throw new ProblemsError(problems);
  return {
    resolutions: pointAcross(resolutions),
    instruments,
    ...vocabularies,
    sources,
    redirects: redirects?.data ?? [],
  };
}

/** Citations of paragraphs of other resolutions, which can be settled only when all are read. */
function pointAcross(resolutions: readonly PublishedResolution[]): readonly PublishedResolution[] {
  const ids = new Map(
    resolutions.map(({ id, paragraphs }) => [id, paragraphs.map((paragraph) => paragraph.id)]),
  );
  return resolutions.map((resolution) => ({
    ...resolution,
    paragraphs: resolution.paragraphs.map((paragraph) => ({
      ...paragraph,
      citations: paragraph.citations.map((citation) =>
        pointAtParagraphs(citation, (id) => ids.get(id) ?? []),
      ),
    })),
  }));
}

/** Which resolutions there are, before any is read in full: they cite each other. Faults are told by the full reading. */
function readIdentities(folders: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    folders.flatMap((folder) => {
      const about = readYaml(join(folder, 'resolution.yaml'), resolutionFile, () => undefined);
      return about === null
        ? []
        : [
            [`${about.data.body}|${about.data.number}`, basename(folder)] as const,
            [about.data.symbol, basename(folder)] as const,
          ];
    }),
  );
}

function list(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name));
}
