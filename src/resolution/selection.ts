/** Paragraphs of one resolution that a reader put together, in the order of the text. */
export interface Selection {
  readonly resolution: string;
  readonly paragraphs: readonly string[];
}

const idShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Reads what stands after `#` in the address of a selection; ranges are spelled out, what is no id is left out.
 * @example parseSelection('chr-2004-45/op-8..op-10,pp-3') // [{ resolution: 'chr-2004-45', paragraphs: ['op-8', 'op-9', 'op-10', 'pp-3'] }]
 */
export function parseSelection(fragment: string): readonly Selection[] {
  const words = decode(fragment.replace(/^#/, ''));
  return words.split(';').flatMap((part): Selection[] => {
    const [resolution = '', list = ''] = part.trim().toLowerCase().split('/');
    if (!idShape.test(resolution)) return [];
    const paragraphs = list
      .split(',')
      .flatMap((one) => expand(one.trim()))
      .filter((id) => idShape.test(id));
    return [{ resolution, paragraphs: [...new Set(paragraphs)] }];
  });
}

/**
 * The pieces of an address that parseSelection leaves out, as they stand there, so that a reader is told.
 * @example unreadablePieces('chr-2004-45/op-8,op_9') // ['op_9']
 */
export function unreadablePieces(fragment: string): readonly string[] {
  const pieces = decode(fragment.replace(/^#/, '')).split(';');
  return pieces.flatMap((part) => {
    const [resolution = '', list = '', ...rest] = part.trim().toLowerCase().split('/');
    if (part.trim() === '') return [];
    if (!idShape.test(resolution)) return [part.trim()];
    return [
      ...list
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '' && expand(one).some((id) => !idShape.test(id))),
      ...rest,
    ];
  });
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function expand(words: string): readonly string[] {
  const range = /^((?:[a-z]+-)*)(op|pp)-(\d{1,4})\.\.(?:(?:[a-z]+-)*(?:op|pp)-)?(\d{1,4})$/.exec(
    words,
  );
  if (range === null) return [words];
  const [, within = '', kind = '', from = '', to = ''] = range;
  const count = Number(to) - Number(from) + 1;
  return count < 1 || count > 500
    ? [words]
    : Array.from({ length: count }, (_, step) => `${within}${kind}-${Number(from) + step}`);
}

/** The fragment of a selection, without `#`: short, readable, safe in print. */
export function formatSelection(selections: readonly Selection[]): string {
  return selections
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map(({ resolution, paragraphs }) => `${resolution}/${paragraphs.join(',')}`)
    .join(';');
}

/** Numbers in order as runs from–to; two in a row are still two. */
export function toRuns(
  numbers: readonly number[],
): readonly (readonly [from: number, to: number])[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: (readonly [number, number])[] = [];
  for (let index = 0; index < sorted.length;) {
    let last = index;
    while (sorted[last + 1] === (sorted[last] ?? 0) + 1) last += 1;
    const run = sorted.slice(index, last + 1);
    if (run.length > 2) runs.push([run[0] ?? 0, run.at(-1) ?? 0]);
    else runs.push(...run.map((one) => [one, one] as const));
    index = last + 1;
  }
  return runs;
}

/** The numbers of a selection as the UN lists them: "8-10 and 14". Three or more in a row are a range. */
export function listParagraphs(numbers: readonly number[]): string {
  const parts = toRuns(numbers).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
