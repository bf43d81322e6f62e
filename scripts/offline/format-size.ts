/**
 * A size as readers compare it with what is free.
 * @example formatSize(1_234_567) // '1.2 MB'
 */
export function formatSize(bytes: number): string {
  if (bytes < 950_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 9_950_000 ? 1 : 0)} MB`;
}
