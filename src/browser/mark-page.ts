import { buildElement } from './build-element.ts';
import { findWords, fromMarksHash } from './marked-words.ts';
import { searchStrings } from './search-strings.ts';

/**
 * Marks in the official words what a search found, says so, and takes the marks away on request.
 * The words to mark come after `#`; the address is cleaned at once, so that what is copied from it is the permalink.
 */
export function markPage(): void {
  const state: unknown = history.state;
  const kept = typeof state === 'object' && state !== null && 'marks' in state ? state.marks : null;
  const words =
    fromMarksHash(location.hash) ??
    (Array.isArray(kept) ? kept.filter((word) => typeof word === 'string') : null);
  const text = document.querySelector<HTMLElement>('[data-pagefind-body] .words');
  if (words === null || text === null) return;
  history.replaceState({ marks: words }, '', location.href.replace(/#.*$/, ''));
  const marks = markWords(text, words);
  if (marks.length === 0) return;
  const shown = [...new Set(marks.map(({ textContent }) => textContent.toLowerCase()))];
  const remove = buildElement('button', { type: 'button' }, searchStrings.unmark);
  const bar = buildElement(
    'div',
    { class: 'marks screen-only' },
    buildElement(
      'p',
      { role: 'status' },
      searchStrings.marked(shown.map((word) => `“${word}”`).join(', ')),
    ),
    remove,
  );
  const clear = (): void => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    text.normalize();
    bar.remove();
    history.replaceState(null, '');
    document.removeEventListener('keydown', onKey);
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) clear();
  };
  remove.addEventListener('click', clear);
  document.addEventListener('keydown', onKey);
  text.closest('article')?.before(bar);
}

/** Wraps each occurrence, also where links or italics cut a word in two. */
function markWords(root: HTMLElement, words: readonly string[]): HTMLElement[] {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const marks: HTMLElement[] = [];
  // From the end, so that splitting a node leaves the places before it as they are.
  for (const { start, end } of findWords(text, words).reverse()) {
    for (const { node, start: at } of [...nodes].reverse()) {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, node.length);
      if (from >= to) continue;
      const piece = node.splitText(from);
      piece.splitText(to - from);
      const mark = buildElement('mark', {});
      piece.replaceWith(mark);
      mark.append(piece);
      marks.unshift(mark);
    }
  }
  return marks;
}
