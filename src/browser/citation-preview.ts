/**
 * Previews of citations are shown by CSS alone. Scripts add what CSS cannot: Escape dismisses (WCAG 1.4.13), and on a
 * touch screen, where nothing hovers, the first tap shows the preview and the second follows the link.
 */
export function improveCitationPreviews(): void {
  const sheet = document.querySelector('.sheet');
  if (sheet === null) return;
  let touched = false;
  let shown: Element | null = null;
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') sheet.classList.add('previews-dismissed');
  });
  for (const event of ['pointerover', 'focusin'] as const) {
    sheet.addEventListener(event, () => {
      sheet.classList.remove('previews-dismissed');
    });
  }
  sheet.addEventListener('pointerdown', (event) => {
    touched = event instanceof PointerEvent && event.pointerType === 'touch';
  });
  sheet.addEventListener('click', (event) => {
    const citation =
      event.target instanceof Element ? event.target.closest<HTMLElement>('a.cite') : null;
    if (citation === null || !touched || citation === shown) {
      shown = citation;
      return;
    }
    event.preventDefault();
    citation.focus();
    shown = citation;
  });
}
