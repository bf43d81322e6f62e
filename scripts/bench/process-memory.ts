import { existsSync, readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

/**
 * Watches the memory of a process and of all that it started, five times a second.
 * @returns a function that ends the watch and tells the highest sum in bytes, or null where the system does not say
 * (only Linux lists processes as files).
 */
export function watchMemory(root: number): () => number | null {
  if (!existsSync('/proc/self/statm')) return () => null;
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeMemory(root));
  }, 200);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function treeMemory(root: number): number {
  const children = Map.groupBy(processes(), ({ parent }) => parent);
  let bytes = 0;
  const count = (id: number): void => {
    bytes += residentBytes(id);
    for (const child of children.get(id) ?? []) count(child.id);
  };
  count(root);
  return bytes;
}

function processes(): { id: number; parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      // The name of the program stands in brackets and may hold spaces; the parent is the second word after it.
      const after = readIfThere(`/proc/${name}/stat`).replace(/^.*\)/s, '').trim();
      return { id: Number(name), parent: Number(after.split(' ')[1] ?? 0) };
    });
}

/** Resident memory; what processes share is counted for each of them, so that the sum is never too low. */
function residentBytes(id: number): number {
  const [, resident = '0'] = readIfThere(`/proc/${id}/statm`).split(' ');
  return Number(resident) * PAGE_BYTES;
}

/** A process may end between being listed and being read. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
