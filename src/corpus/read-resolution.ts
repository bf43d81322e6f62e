import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Nameable } from '../resolution/find-citations.ts';
import { lineRoles } from '../resolution/model.ts';
import type { LineOverride } from '../resolution/line-override.ts';
import { parseResolution } from '../resolution/parse-resolution.ts';
import type { PublishedParagraph, PublishedResolution } from './corpus.ts';
import { linkParagraphs, type EditionKnowledge } from './link-paragraphs.ts';
import { readOfficialText } from './read-official-text.ts';
import { annotationsFile, resolutionFile } from './schemas.ts';
import { sha256 } from './text-hash.ts';
import { fileName, readYaml, type Report } from './yaml-file.ts';

export type { Nameable };

/** Reads one folder of content/resolutions; null when it cannot be published, with the reasons reported. */
export function readResolution(
  folder: string,
  id: string,
  edition: EditionKnowledge,
  report: Report,
): PublishedResolution | null {
  const yaml = readYaml(join(folder, 'resolution.yaml'), resolutionFile, report);
  const annotationsPath = join(folder, 'annotations.yaml');
  const annotations = existsSync(annotationsPath)
    ? readYaml(annotationsPath, annotationsFile, report)
    : null;
  const textPath = join(folder, 'official.en.txt');
  const official = readOfficialText(textPath, fileName(textPath));
  if (official.problem !== null) {
    report(official.problem);
    return null;
  }
  if (yaml === null) return null;
  const hash = sha256(official.bytes);
  if (hash !== yaml.data.sha256) {
    report(
      yaml.problem(
        ['sha256'],
        'text-changed',
        `The official text has the hash ${hash}, not the one recorded here.`,
        'Restore the official text; if it is a new copy of the official text on purpose, write this hash here.',
      ),
    );
  }
  const overrides = new Map<number, LineOverride>();
  for (const [range, meaning] of Object.entries(yaml.data.lines ?? {})) {
    const [first = '', last = first] = range.split('-');
    const [name = '', label] = meaning.split(' ');
    const role = lineRoles.find((known) => known === name);
    if (role === undefined) {
      report(
        yaml.problem(
          ['lines', range],
          'unknown-role',
          `"${name}" is no role that a line can have.`,
          `Write one of ${lineRoles.join(', ')}.`,
        ),
      );
      continue;
    }
    for (let line = Number(first); line <= Number(last); line += 1)
      overrides.set(line, { role, ...(label === undefined ? {} : { label }) });
  }
  const { resolution, problems } = parseResolution({
    text: official.text,
    file: fileName(textPath),
    overrides,
  });
  problems.forEach(report);
  const { paragraphs, ...parsed } = resolution;
  const published: readonly PublishedParagraph[] = linkParagraphs(
    id,
    paragraphs,
    yaml.data,
    annotations,
    edition,
    report,
  );
  return { id, about: yaml.data, parsed, paragraphs: published, officialText: official.text };
}
