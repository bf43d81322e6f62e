import { addressOf } from './site-root.ts';

/** `/` and Ctrl-K (⌘-K) lead to the search from every page; in a text field `/` stays a character. */
export function listenForShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isCtrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (event.defaultPrevented || !(isCtrlK || (isSlash && !isEditing(event.target)))) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('search-paragraphs input[type=search]');
    if (field === null) location.assign(`${addressOf('/search/')}#q=`);
    else {
      field.focus();
      field.select();
    }
  });
}

function isEditing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
