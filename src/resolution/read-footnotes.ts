import type { CleanLine } from './clean-text.ts';
import { findFootnotes, noteWords } from './find-footnotes.ts';
import type { LineOverride } from './line-override.ts';
import type { Footnote, LineRange, LineRole } from './model.ts';

interface Source {
  readonly lines: readonly CleanLine[];
  readonly overrides: ReadonlyMap<number, LineOverride>;
  /** Told what each line of a footnote is, and whose. */
  readonly roles: Map<number, LineRole>;
  readonly owners: Map<number, string>;
  readonly textOf: (lines: readonly CleanLine[]) => string;
  readonly rangeOf: (lines: readonly CleanLine[]) => LineRange;
}

/** The footnotes of a text: those that are found by their shape, then those that an editor names. */
export function readFootnotes(source: Source): readonly Footnote[] {
  const { lines, overrides, roles, owners, textOf, rangeOf } = source;
  const found = findFootnotes(lines, (line) => {
    const role = roles.get(line.number);
    return role === 'blank' || role === 'page-marker' ? role : null;
  })
    // What an editor calls a footnote is not read a second time.
    .filter(
      ({ lines: own }) => !own.some(({ number }) => overrides.get(number)?.role === 'footnote'),
    );
  const footnotes = found.map(({ label, lines: own }, index): Footnote => {
    const id = `fn-${label.startsWith('*') ? `x${index + 1}` : label}`;
    for (const line of own) {
      roles.set(line.number, 'footnote');
      owners.set(line.number, id);
    }
    return { id, label, text: noteWords(textOf(own), label), lines: rangeOf(own) };
  });
  for (const { lines: own } of found) {
    // "Notes" above the first of them belongs to no paragraph.
    let above = (own[0]?.number ?? 1) - 2;
    while (lines[above]?.text === '') above -= 1;
    const heading = lines[above];
    if (heading !== undefined && /^(?:foot|end)?notes?:?$/i.test(heading.text))
      roles.set(heading.number, 'page-marker');
  }
  return [...footnotes, ...namedByEditor(source)];
}

/** Footnotes that an editor names: `88-91: footnote 3`. */
function namedByEditor({ lines, overrides, owners, textOf, rangeOf }: Source): readonly Footnote[] {
  const own = lines.filter(
    ({ number, text }) => overrides.get(number)?.role === 'footnote' && text !== '',
  );
  return [...Map.groupBy(own, ({ number }) => overrides.get(number)?.label ?? '?')].map(
    ([label, some]) => {
      for (const { number } of some) owners.set(number, `fn-${label}`);
      const words = textOf(some);
      return {
        id: `fn-${label}`,
        label,
        text: words.startsWith(label) ? words.slice(label.length).trim() : words,
        lines: rangeOf(some),
      };
    },
  );
}
