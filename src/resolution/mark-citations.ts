import type { Citation, CitationTarget } from './model.ts';

/** What a citation leads to, as reviewers write it: ids, symbols, or `?` and why there is no link. */
export function nameTarget(target: CitationTarget): string {
  switch (target.kind) {
    case 'instruments':
      return target.ids.join('+');
    case 'documents':
      return target.symbols.join('+');
    case 'resolution':
      return [target.resolution, ...target.paragraphs].join(' ');
    case 'unresolved':
      return `?${target.reason}`;
  }
}

/**
 * The words with each citation marked, for a lawyer's review; nested ones nest. Without the marks it is the text.
 * @example '[cedaw|Convention on the Elimination of All Forms of Discrimination against Women]'
 */
export function markCitations(
  text: string,
  citations: readonly Pick<Citation, 'span' | 'target' | 'locator'>[],
): string {
  const marks = citations.flatMap(({ span, target, locator }) => [
    {
      at: span.start,
      closes: false,
      other: span.end,
      text: `[${[nameTarget(target), locator].filter((part) => part !== null).join(', ')}|`,
    },
    { at: span.end, closes: true, other: span.start, text: ']' },
  ]);
  // At one place marks close before others open; outer ones open first and close last.
  marks.sort((a, b) => a.at - b.at || Number(b.closes) - Number(a.closes) || b.other - a.other);
  let marked = '';
  let from = 0;
  for (const mark of marks) {
    marked += text.slice(from, mark.at) + mark.text;
    from = mark.at;
  }
  return marked + text.slice(from);
}
