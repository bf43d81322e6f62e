import type { Chosen } from '../exports/selection-files.ts';
import { citeParagraphs } from '../resolution/cite-paragraphs.ts';
import { longDate } from '../resolution/long-date.ts';
import { nameParagraph } from '../resolution/paragraph-name.ts';
import {
  formatSelection,
  parseSelection,
  type Selection,
  unreadablePieces,
} from '../resolution/selection.ts';
import { buildElement } from './build-element.ts';
import { loadResolution, type ResolutionData } from './selection-data.ts';
import { printButton, selectionDownloads } from './selection-downloads.ts';
import { addressOf } from './site-root.ts';

const words = {
  choose: 'Paragraphs in the selection',
  none: 'Nothing is selected yet: tick paragraphs below.',
  unknown: (id: string) => `There is no resolution "${id}" here.`,
  missing: (ids: readonly string[]) =>
    `Not in this resolution, and so not shown: ${ids.join(', ')}.`,
  unreadable: (pieces: readonly string[]) =>
    `These parts of the address name no paragraph: ${pieces.join(', ')}.`,
  copyAddress: 'Copy the address of this selection',
  copyText: 'Copy the words with the citation',
  copyCitation: 'Copy the citation',
};

/** One resolution of a selection: what is asked for, what there is of it. */
interface Part {
  readonly selection: Selection;
  readonly data: ResolutionData | null;
}

/**
 * `<paragraph-selection>`: shows the paragraphs named after `#`, lets readers tick others, and keeps all of it in the
 * address alone. Without a script the page explains itself and links to the texts.
 */
export class ParagraphSelection extends HTMLElement {
  connectedCallback(): void {
    addEventListener('hashchange', () => void this.show());
    void this.show();
  }

  private async show(): Promise<void> {
    const asked = parseSelection(location.hash);
    const selections =
      asked.length > 0
        ? asked
        : this.offered().map((resolution) => ({ resolution, paragraphs: [] }));
    const parts = await Promise.all(
      selections.map(async (selection) => ({
        selection,
        data: await loadResolution(selection.resolution),
      })),
    );
    const chosen = parts.flatMap(toChosen);
    const unreadable = unreadablePieces(location.hash);
    this.replaceChildren(
      ...(unreadable.length === 0
        ? []
        : [buildElement('p', { role: 'alert' }, words.unreadable(unreadable))]),
      ...parts.map((part) => showWords(part)),
      ...(chosen.length === 0
        ? [buildElement('p', {}, words.none)]
        : [showWhole(chosen, publicAddress(chosen))]),
      ...parts.flatMap(({ selection, data }) =>
        data === null ? [] : [this.choice(data, selection)],
      ),
    );
  }

  /** Resolutions that the page offers when the address names none. */
  private offered(): string[] {
    return (this.getAttribute('resolutions') ?? '')
      .split(' ')
      .filter((id) => id !== '')
      .slice(0, 1);
  }

  private choice(data: ResolutionData, selection: Selection): HTMLElement {
    const boxes = data.paragraphs.map((paragraph) => {
      const box = buildElement('input', { type: 'checkbox', value: paragraph.id });
      box.checked = selection.paragraphs.includes(paragraph.id);
      return buildElement(
        'label',
        {},
        box,
        ` ${nameParagraph(data.number, paragraph).short} `,
        buildElement('span', {}, `${paragraph.text.slice(0, 70)}…`),
      );
    });
    const fieldset = buildElement(
      'fieldset',
      { class: 'choice screen-only' },
      buildElement('legend', {}, `${words.choose}: ${data.number}`),
      ...boxes,
    );
    fieldset.addEventListener('change', () => {
      const paragraphs = [...fieldset.querySelectorAll<HTMLInputElement>('input:checked')].map(
        ({ value }) => value,
      );
      const others = parseSelection(location.hash).filter(
        ({ resolution }) => resolution !== data.id,
      );
      const focus =
        document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null;
      history.replaceState(
        null,
        '',
        `#${formatSelection([...others, { resolution: data.id, paragraphs }])}`,
      );
      void this.show().then(() => {
        if (focus !== null)
          this.querySelector<HTMLInputElement>(`input[value="${CSS.escape(focus)}"]`)?.focus({
            preventScroll: true,
          });
      });
    });
    return fieldset;
  }
}

/** What there is of what is asked for, in the order of the text. */
function toChosen({ selection, data }: Part): readonly Chosen[] {
  const paragraphs = (data?.paragraphs ?? []).filter(({ id }) => selection.paragraphs.includes(id));
  return data === null || paragraphs.length === 0 ? [] : [{ resolution: data, paragraphs }];
}

/** The chosen paragraphs of one resolution, and what of the address is not in it. */
function showWords(part: Part): HTMLElement {
  const { selection, data } = part;
  if (data === null)
    return buildElement('p', { role: 'alert' }, words.unknown(selection.resolution));
  const missing = selection.paragraphs.filter((asked) =>
    data.paragraphs.every(({ id }) => id !== asked),
  );
  const rows = toChosen(part).flatMap(({ paragraphs }) =>
    paragraphs.map((paragraph) => {
      const opening = paragraph.openingPhrase ?? '';
      const at = opening === '' ? 0 : paragraph.text.indexOf(opening);
      return buildElement(
        'section',
        { class: 'chosen' },
        buildElement(
          'a',
          { class: 'number', href: addressOf(`/${data.id}/${paragraph.id}/`) },
          paragraph.printedNumber === null
            ? nameParagraph(data.number, paragraph).short
            : `${paragraph.printedNumber}.`,
        ),
        buildElement(
          'p',
          { class: 'words' },
          paragraph.text.slice(0, at),
          buildElement('i', {}, opening),
          paragraph.text.slice(at + opening.length),
        ),
      );
    }),
  );
  return buildElement(
    'div',
    {},
    buildElement('h2', {}, `${data.body} resolution ${data.number}, ${data.title}`),
    ...(missing.length === 0 ? [] : [buildElement('p', { role: 'alert' }, words.missing(missing))]),
    ...rows,
  );
}

/** One citation, one address and the forms to take away, for all resolutions of the selection. */
function showWhole(chosen: readonly Chosen[], address: string): HTMLElement {
  const citation = cite(chosen, address);
  const texts = chosen.flatMap(({ paragraphs }) =>
    paragraphs.map(
      ({ printedNumber, text }) => `${printedNumber === null ? '' : `${printedNumber}. `}${text}`,
    ),
  );
  const plain = [...texts, citation].join('\n\n');
  return buildElement(
    'div',
    {},
    buildElement('p', { class: 'citation', id: 'selection-citation' }, citation),
    buildElement('textarea', { id: 'selection-text', hidden: '' }, plain),
    buildElement('textarea', { id: 'selection-address', hidden: '' }, address),
    buildElement(
      'p',
      { class: 'cluster screen-only' },
      copyButton('selection-address', words.copyAddress),
      copyButton('selection-citation', words.copyCitation),
      copyButton('selection-text', words.copyText),
    ),
    printButton(address),
    selectionDownloads(chosen, address, plain),
  );
}

function copyButton(field: string, label: string): HTMLElement {
  const button = document.createElement('copy-button');
  button.setAttribute('text', field);
  button.setAttribute('label', label);
  return button;
}

/** Where others find this selection: on the edition's host, also when it is read from a folder. */
function publicAddress([first]: readonly Chosen[]): string {
  const page =
    first === undefined ? location.href : new URL('../select/', first.resolution.address).href;
  return `${page.replace(/#.*/, '')}${location.hash}`;
}

/** One citation for all: "…, paras. 8 and 14 (…); …, third preambular paragraph (…), address". */
function cite(chosen: readonly Chosen[], address: string): string {
  const parts = chosen.map(
    ({ resolution: { body, number, symbol, date }, paragraphs }) =>
      `${body} resolution ${number}, ${citeParagraphs(paragraphs)} (${symbol}, ${longDate(date)})`,
  );
  return `${parts.join('; ')}, ${address}`;
}
