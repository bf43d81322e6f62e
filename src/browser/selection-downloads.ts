import type { Chosen, SelectionFiles } from '../exports/selection-files.ts';
import { buildElement } from './build-element.ts';
import { addressOf } from './site-root.ts';
import { loadScript } from './trusted-scripts.ts';

declare global {
  /** Set by the script that writes files; loaded when a reader asks for one. */
  var pilcrowSelectionFiles: SelectionFiles | undefined;
}

const office = 'application/vnd.openxmlformats-officedocument';
const formats = [
  { ending: 'docx', label: 'Word document', type: `${office}.wordprocessingml.document` },
  { ending: 'pptx', label: 'Slides', type: `${office}.presentationml.presentation` },
  { ending: 'csv', label: 'Table (CSV)', type: 'text/csv;charset=utf-8' },
] as const;

const words = {
  download: 'Download the selection',
  print: 'Print as a hand-out',
  code: 'QR code: the address of this selection',
  text: 'Plain text',
  making: 'Making the file…',
  made: (name: string) => `${name} is in your downloads.`,
  failed: 'The file could not be made: try again when the site answers.',
};

/** The forms in which a reader takes a selection away; files are made here, and nothing leaves the page. */
export function selectionDownloads(
  chosen: readonly Chosen[],
  address: string,
  plain: string,
): HTMLElement {
  const status = buildElement('p', { role: 'status' });
  const text = new Blob([`${plain}\n`], { type: 'text/plain;charset=utf-8' });
  return buildElement(
    'section',
    { class: 'downloads screen-only' },
    buildElement('h3', {}, words.download),
    buildElement(
      'p',
      { class: 'cluster' },
      buildElement('a', { href: URL.createObjectURL(text), download: 'selection.txt' }, words.text),
      ...formats.map((format) => {
        const button = buildElement('button', { type: 'button' }, format.label);
        button.addEventListener('click', () => {
          status.textContent = words.making;
          make(format, chosen, address).then(
            (name) => {
              status.textContent = words.made(name);
            },
            () => {
              status.textContent = words.failed;
            },
          );
        });
        return button;
      }),
    ),
    status,
  );
}

/** The script that writes files, loaded once. @throws Error when it cannot be had */
async function loadFiles(): Promise<SelectionFiles> {
  if (globalThis.pilcrowSelectionFiles === undefined)
    await loadScript(addressOf('selection-files.js'));
  const files = globalThis.pilcrowSelectionFiles;
  if (files === undefined) throw new Error('Expected selection-files.js to set what it writes.');
  return files;
}

/** A button that prints the page, with the address of the selection as a QR code where one can be made. */
export function printButton(address: string): HTMLElement {
  const button = buildElement('button', { type: 'button' }, words.print);
  const code = buildElement('img', { class: 'qr', alt: words.code, hidden: '' });
  button.addEventListener('click', () => {
    void loadFiles()
      .then((files) => {
        code.src = `data:image/svg+xml,${encodeURIComponent(files.qr(address))}`;
        code.hidden = false;
        return code.decode();
      })
      .catch(() => undefined)
      .then(() => {
        print();
      });
  });
  return buildElement('span', {}, button, code);
}

async function make(
  { ending, type }: (typeof formats)[number],
  chosen: readonly Chosen[],
  address: string,
): Promise<string> {
  const files = await loadFiles();
  const content = await files[ending](chosen, address);
  const name = `selection.${ending}`;
  const href = URL.createObjectURL(
    new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type }),
  );
  buildElement('a', { href, download: name }).click();
  // Long enough for the browser to begin the download.
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, 60_000);
  return name;
}
