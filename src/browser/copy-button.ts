import { buildElement } from './build-element.ts';

const labels = {
  copy: 'Copy',
  copied: 'Copied',
  failed: 'Not copied: select the text and copy it.',
};

/**
 * `<copy-button text="id" html="id" label="Copy the address">`: copies what stands in the fields it names, as plain
 * text and, where `html` is given, as formatted text too, and says so. Without a script, or where the browser allows
 * no copying, the fields remain.
 */
export class CopyButton extends HTMLElement {
  connectedCallback(): void {
    if (!('clipboard' in navigator) || this.childElementCount > 0) return;
    const button = buildElement(
      'button',
      { type: 'button' },
      this.getAttribute('label') ?? labels.copy,
    );
    const status = buildElement('span', { role: 'status' });
    button.addEventListener('click', () => {
      void this.copy().then(
        () => {
          status.textContent = labels.copied;
        },
        () => {
          status.textContent = labels.failed;
        },
      );
    });
    this.append(button, ' ', status);
  }

  private async copy(): Promise<void> {
    const text = this.field('text');
    const html = this.field('html');
    if (html === null || !('write' in navigator.clipboard)) {
      await navigator.clipboard.writeText(text ?? '');
      return;
    }
    const blob = (type: string, content: string): Blob => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': blob('text/plain', text ?? ''),
        'text/html': blob('text/html', html),
      }),
    ]);
  }

  private field(attribute: 'text' | 'html'): string | null {
    const id = this.getAttribute(attribute);
    const field = id === null ? null : document.getElementById(id);
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)
      return field.value;
    return field?.textContent ?? null;
  }
}
