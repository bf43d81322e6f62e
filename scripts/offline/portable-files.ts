/** A file of the site that pages of the portable edition read; they may not fetch it. */
export interface CarriedFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Up to this size everything is in one script; a reader with a small edition waits for nothing twice. */
const SMALL = 400_000;
/** Above it, a script holds about this much: few files on a stick, and no more than needed in memory. */
const PACK = 200_000;
/** What every search needs, in any edition. */
const always =
  /(?:^search-vocabulary\.json|pagefind-entry\.json|\.pf_meta|\.pf_filter|\.pagefind)$/;

/**
 * Wraps files into classic scripts that hand them over (see load-file.ts): `portable-files.js` with what every search
 * needs, and for large editions numbered ones that are loaded when a search needs them.
 */
export function toPortableScripts(files: readonly CarriedFile[]): CarriedFile[] {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const size = sorted.reduce((sum, { content }) => sum + content.length, 0);
  const first = size <= SMALL ? sorted : sorted.filter(({ path }) => always.test(path));
  const packs: CarriedFile[][] = [];
  let room = 0;
  for (const file of sorted.filter((one) => !first.includes(one))) {
    if (room < file.content.length) {
      packs.push([]);
      room = Math.max(PACK, file.content.length);
    }
    packs.at(-1)?.push(file);
    room -= file.content.length;
  }
  // Packs are in the order of paths, so the first path of each tells where any file is.
  const firsts = packs.map(([file]) => file?.path ?? '');
  const index = { path: 'portable-packs.json', content: Buffer.from(JSON.stringify(firsts)) };
  return [
    { path: 'portable-files.js', content: toScript([index, ...first]) },
    ...packs.map((pack, place) => ({
      path: `portable-files-${place + 1}.js`,
      content: toScript(pack),
    })),
  ];
}

/** A classic script that hands over files. */
export function toScript(files: readonly CarriedFile[]): Uint8Array {
  const calls = files.map(
    ({ path, content }) =>
      `pilcrowPut(${JSON.stringify(path)},"${Buffer.from(content).toString('base64')}");\n`,
  );
  return Buffer.from(calls.join(''));
}
