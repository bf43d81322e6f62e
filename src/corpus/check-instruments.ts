import type { InstrumentFile, SourcesFile } from './schemas.ts';
import type { Report, YamlFile } from './yaml-file.ts';

/** What one file cannot know: ids that must exist elsewhere, and names that only one instrument may have. */
export function checkInstruments(
  files: ReadonlyMap<string, YamlFile<InstrumentFile>>,
  sources: SourcesFile,
  report: Report,
): void {
  const owners = new Map<string, string>();
  const symbolOwners = new Map<string, string>();
  for (const [id, { data, problem }] of files) {
    for (const [path, source] of sourcesOf(data)) {
      if (sources[source] === undefined) {
        report(
          problem(
            path,
            'unknown-source',
            `There is no source "${source}".`,
            'Add it to content/sources.yaml, or name one that is there.',
          ),
        );
      }
    }
    (data.relations ?? []).forEach(({ type, to }, at) => {
      if (!files.has(to)) {
        report(
          problem(
            ['relations', at, 'to'],
            'unknown-id',
            `There is no instrument "${to}".`,
            'Use the name of a file in content/instruments without its ending.',
          ),
        );
      } else if (to === id) {
        report(
          problem(
            ['relations', at, 'to'],
            'self-relation',
            `"${id}" is related to itself.`,
            'Name the other instrument.',
          ),
        );
      } else if (
        files.get(to)?.data.relations?.some((back) => back.to === id && back.type === type) ===
          true &&
        id < to
      ) {
        report(
          problem(
            ['relations', at],
            'double-relation',
            `"${id}" and "${to}" both say "${type}" of each other.`,
            'Keep it on one side; the other side is worked out.',
          ),
        );
      }
    });
    (data.seeAlso ?? []).forEach(({ instrument }, at) => {
      if (!files.has(instrument)) {
        report(
          problem(
            ['seeAlso', at, 'instrument'],
            'unknown-id',
            `There is no instrument "${instrument}".`,
            'Use the name of a file in content/instruments without its ending.',
          ),
        );
      }
    });
    (data.facts ?? []).forEach(({ label, on }, at) => {
      if (label === 'Parties' && on === undefined) {
        report(
          problem(
            ['facts', at],
            'undated-figure',
            'A number of parties stands without the day it was counted.',
            'Add "on", the day for which the figure holds, or leave the figure out.',
          ),
        );
      }
    });
    // A body's symbol is that of the resolution that made it, which may have made others.
    const documents = ['body', 'mandate', 'office-holder'].includes(data.kind)
      ? []
      : (data.symbols ?? []);
    documents.forEach(({ symbol, part }, at) => {
      const key = part === undefined ? symbol : `${symbol}, ${part}`;
      const owner = symbolOwners.get(key);
      if (owner !== undefined) {
        report(
          problem(
            ['symbols', at, 'symbol'],
            'duplicate-symbol',
            `The symbol ${key} is also that of "${owner}".`,
            'A symbol names one document: take it out of one of the two files, or name the part.',
          ),
        );
      }
      symbolOwners.set(key, id);
    });
    const names = [
      [['name'], data.name],
      ...(data.aliases ?? []).map((alias, at) => [['aliases', at], alias] as const),
    ] as const;
    for (const [path, name] of names) {
      const key = name.toLowerCase();
      const owner = owners.get(key);
      if (owner !== undefined) {
        report(
          problem(
            path,
            'duplicate-name',
            `The name "${name}" is also a name of "${owner}".`,
            'A name in a text must mean one thing: take it out of one of the two files.',
          ),
        );
      }
      owners.set(key, id);
    }
  }
}

function* sourcesOf(
  data: InstrumentFile,
): Generator<readonly [path: readonly PropertyKey[], source: string]> {
  for (const field of ['symbols', 'facts', 'members'] as const) {
    for (const [at, { sources = [] }] of (data[field] ?? []).entries()) {
      for (const [nth, source] of sources.entries()) yield [[field, at, 'sources', nth], source];
    }
  }
}
