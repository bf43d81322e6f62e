import type { Chosen } from '../exports/selection-files.ts';
import { loadFile } from './load-file.ts';

/** A resolution's own export, with its paragraphs: the words as published. */
export type ResolutionData = Chosen['resolution'] & { readonly paragraphs: Chosen['paragraphs'] };

const loaded = new Map<string, Promise<ResolutionData | null>>();

/** Reads the JSON of a resolution once; null when there is none. */
export function loadResolution(id: string): Promise<ResolutionData | null> {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const reading = loadFile(`${id}.json`).then(
    async (answer) => JSON.parse(await answer.text()) as ResolutionData,
    () => null,
  );
  loaded.set(id, reading);
  return reading;
}
