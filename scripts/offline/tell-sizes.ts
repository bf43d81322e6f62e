import { formatSize } from './format-size.ts';

/** Whether a page offers an offline edition and waits for its size. */
export const tellsSizes = (html: string): boolean => html.includes('data-size-of=');

/** A page with the sizes of the offline editions filled in, by the names in `data-size-of`. In bytes. */
export function tellSizes(html: string, sizes: Readonly<Record<string, number>>): string {
  return html
    .replace('data-bytes="0"', `data-bytes="${sizes['installed'] ?? 0}"`)
    .replace(
      /(<[a-z]+ [^>]*data-size-of="([a-z]+)"[^>]*>)[^<]*/g,
      (_, tag: string, of: string) => tag + formatSize(sizes[of] ?? 0),
    );
}
