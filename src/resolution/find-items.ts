import type { Item, Span } from './model.ts';

/** A label found at the start of a line, with its place in the paragraph's text. */
export interface LabelAt {
  readonly label: string;
  readonly at: number;
  /** What a misread label stands for in its list; it is shown as printed. */
  readonly meant?: string;
}

const romans = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
];

/** No text of the UN goes deeper; what would is a broken list, and its labels stand beside each other. */
const DEEPEST = 6;

interface Open {
  readonly label: string;
  readonly meant: string;
  readonly at: number;
  readonly depth: number;
  readonly ordinal: number;
  readonly children: Open[];
  end: number;
}

/**
 * Nests labels by their sequence: (i) is the ninth letter after (h) and a roman numeral otherwise; a label that
 * continues an open list closes what is inside it.
 * `ends` are offsets at which running text of the paragraph goes on after its items.
 */
export function nestItems(
  text: string,
  labels: readonly LabelAt[],
  resume: number | null,
): readonly Item[] {
  const top: Open[] = [];
  const path: Open[] = [];
  for (const { label, at, meant = label } of labels) {
    const core = meant.replace(/[().]/g, '');
    while (path.length > 0) {
      const last = path.at(-1);
      if (last === undefined || follows(last, core) || opensList(core)) break;
      const outer = path.findLastIndex((open) => follows(open, core));
      if (outer < 0) break;
      path.length = outer + 1;
    }
    const last = path.at(-1);
    const continues = last !== undefined && follows(last, core);
    if (!continues && path.length === DEEPEST) path.pop();
    const parent = path.at(continues ? -2 : -1);
    const siblings = parent?.children ?? top;
    const item: Open = {
      label,
      meant,
      at,
      depth: continues ? path.length - 1 : path.length,
      ordinal: continues ? last.ordinal + 1 : 1,
      children: [],
      end: 0,
    };
    siblings.push(item);
    if (continues) path.pop();
    path.push(item);
  }
  const stop = resume ?? text.length;
  close(top, stop, text);
  const used = new Map<string, number>();
  return top.map((open) => finish(open, '', text, used));
}

function opensList(core: string): boolean {
  return /^[a1i]$/i.test(core) || /^[-–—•]$/.test(core);
}

function follows(open: Open, core: string): boolean {
  const before = open.meant.replace(/[().]/g, '');
  if (/^[-–—•]$/.test(core)) return before === core;
  if (core.toLowerCase() === 'i' && before.toLowerCase() !== 'h') return false;
  const roman = romans.indexOf(core.toLowerCase());
  if (roman > 0 && romans[roman - 1] === before.toLowerCase() && open.ordinal === roman)
    return true;
  return (
    core.length === 1 && before.length === 1 && core.charCodeAt(0) === before.charCodeAt(0) + 1
  );
}

function close(list: readonly Open[], stop: number, text: string): void {
  list.forEach((open, index) => {
    const next = list[index + 1];
    open.end = trimEnd(text, next?.at ?? stop);
    close(open.children, open.end, text);
  });
}

function trimEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && text[at - 1] === ' ') at -= 1;
  return at;
}

function finish(open: Open, within: string, text: string, used: Map<string, number>): Item {
  const core = open.meant.replace(/[().]/g, '').toLowerCase();
  const own = /^[a-z0-9]+$/.test(core) ? core : String(open.ordinal);
  const plain = within === '' ? own : `${within}-${own}`;
  const times = (used.get(plain) ?? 0) + 1;
  used.set(plain, times);
  const id = times === 1 ? plain : `${plain}-again-${times}`;
  const start = open.at + open.label.length;
  const words: Span = { start: text[start] === ' ' ? start + 1 : start, end: open.end };
  return {
    label: open.label,
    id,
    span: { start: open.at, end: open.end },
    words: words.start > words.end ? { start: words.end, end: words.end } : words,
    items: open.children.map((child) => finish(child, id, text, used)),
  };
}
