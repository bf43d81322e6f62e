import {
  attribute,
  child,
  childrenOf,
  everyOf,
  nameOf,
  setting,
  type XmlNode,
} from './word-xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly pattern: string;
}

/**
 * Word's automatic numbers as print has them: they stand in no run of the document, so they are counted here.
 * Levels, starts and restarts as in ISO/IEC 29500-1, 17.9.
 * @returns for each paragraph in the order of the document, the number before it; null where there is none
 */
export function numberParagraphs(
  numbering: readonly XmlNode[],
  styles: readonly XmlNode[],
): (paragraph: XmlNode) => string | null {
  const lists = new Map(
    [...everyOf(numbering, 'w:abstractNum')].map((list) => [
      attribute(list, 'w:abstractNumId') ?? '',
      levelsOf(list),
    ]),
  );
  const uses = new Map(
    [...everyOf(numbering, 'w:num')].map((use) => [attribute(use, 'w:numId') ?? '', use]),
  );
  const styleOf = new Map(
    [...everyOf(styles, 'w:style')].map((style) => [attribute(style, 'w:styleId') ?? '', style]),
  );
  const counters = new Map<string, number[]>();
  const restarted = new Set<string>();

  const place = (holder: XmlNode | undefined, depth = 0): XmlNode | undefined => {
    const properties = child(holder, 'w:pPr');
    const own = child(properties, 'w:numPr');
    const parent = setting(properties, 'w:pStyle') ?? setting(holder, 'w:basedOn');
    return (
      own ??
      (parent === undefined || depth > 20 ? undefined : place(styleOf.get(parent), depth + 1))
    );
  };

  return (paragraph) => {
    const numbered = place(paragraph);
    const numId = setting(numbered, 'w:numId');
    const use = numId === undefined ? undefined : uses.get(numId);
    const level = Number(setting(numbered, 'w:ilvl') ?? 0);
    const list = setting(use, 'w:abstractNumId') ?? '';
    const levels = lists.get(list);
    const own = levels?.[level];
    if (numId === undefined || levels === undefined || own === undefined) return null;
    const counts = counters.get(list) ?? [];
    counters.set(list, counts);
    const restart = childrenOf(use).find(
      (one) => nameOf(one) === 'w:lvlOverride' && Number(attribute(one, 'w:ilvl')) === level,
    );
    const start = setting(restart, 'w:startOverride');
    if (start !== undefined && !restarted.has(`${numId}/${level}`)) {
      restarted.add(`${numId}/${level}`);
      counts[level] = Number(start) - 1;
    }
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    if (own.format === 'bullet')
      return /^[-\u2010-\u2015]$/.test(own.pattern) ? own.pattern : '\u2022';
    return own.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return count(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
    });
  };
}

function levelsOf(list: XmlNode): readonly Level[] {
  const levels: Level[] = [];
  for (const level of everyOf([list], 'w:lvl'))
    levels[Number(attribute(level, 'w:ilvl') ?? 0)] = {
      start: Number(setting(level, 'w:start') ?? 1),
      format: setting(level, 'w:numFmt') ?? 'decimal',
      pattern: setting(level, 'w:lvlText') ?? '',
    };
  return levels;
}

function count(figure: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letter(figure);
    case 'upperLetter':
      return letter(figure).toUpperCase();
    case 'lowerRoman':
      return roman(figure);
    case 'upperRoman':
      return roman(figure).toUpperCase();
    case 'none':
      return '';
    default:
      return String(figure);
  }
}

/** Word goes on after z with aa, bb, cc. */
const letter = (figure: number): string =>
  String.fromCharCode(97 + ((figure - 1) % 26)).repeat(Math.ceil(figure / 26));

function roman(figure: number): string {
  const signs = [
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const;
  let rest = figure;
  let written = '';
  for (const [value, sign] of signs) for (; rest >= value; rest -= value) written += sign;
  return written;
}
