import {
  formatSelection,
  listParagraphs,
  parseSelection,
  type Selection,
} from '../resolution/selection.ts';
import { buildElement } from './build-element.ts';
import { addressOf, isPortable } from './site-root.ts';

/** What this page reads of a resolution's JSON. */
interface ResolutionData {
  readonly id: string;
  readonly body: string;
  readonly number: string;
  readonly symbol: string;
  readonly date: string;
  readonly title: string;
  readonly paragraphs: readonly {
    readonly id: string;
    readonly kind: 'preambular' | 'operative';
    readonly number: number;
    readonly printedNumber: string | null;
    readonly openingPhrase: string | null;
    readonly text: string;
    readonly address: string;
  }[];
}

const words = {
  choose: 'Paragraphs in the selection',
  none: 'Nothing is selected yet: tick paragraphs below.',
  portable:
    'From a folder on this computer the browser may not read the texts together. These are the pages:',
  unknown: (id: string) => `There is no resolution "${id}" here.`,
  copyAddress: 'Copy the address of this selection',
  copyText: 'Copy the words with the citation',
  print: 'Print as a hand-out',
};

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
    if (isPortable()) {
      this.replaceChildren(buildElement('p', {}, words.portable), this.links(selections));
      return;
    }
    const parts = await Promise.all(
      selections.map(async (selection) => this.sheet(selection, await load(selection.resolution))),
    );
    this.replaceChildren(...parts);
  }

  /** Resolutions that the page offers when the address names none. */
  private offered(): string[] {
    return (this.getAttribute('resolutions') ?? '')
      .split(' ')
      .filter((id) => id !== '')
      .slice(0, 1);
  }

  private links(selections: readonly Selection[]): HTMLElement {
    const rows = selections.flatMap(({ resolution, paragraphs }) =>
      paragraphs.map((id) =>
        buildElement(
          'li',
          {},
          buildElement(
            'a',
            { href: addressOf(`/${resolution}/${id}/`) },
            `${resolution}, ${id.replace('-', ' ')}`,
          ),
        ),
      ),
    );
    return buildElement('ul', {}, ...rows);
  }

  private sheet(selection: Selection, data: ResolutionData | null): HTMLElement {
    if (data === null)
      return buildElement('p', { role: 'alert' }, words.unknown(selection.resolution));
    const chosen = data.paragraphs.filter(({ id }) => selection.paragraphs.includes(id));
    const citation = cite(data, chosen, location.href);
    const rows = chosen.map((paragraph) => {
      const opening = paragraph.openingPhrase ?? '';
      const at = opening === '' ? 0 : paragraph.text.indexOf(opening);
      return buildElement(
        'section',
        { class: 'chosen' },
        buildElement(
          'a',
          { class: 'number', href: addressOf(`/${data.id}/${paragraph.id}/`) },
          paragraph.printedNumber === null
            ? `PP ${paragraph.number}`
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
    });
    const plain = `${chosen.map(({ printedNumber, text }) => `${printedNumber === null ? '' : `${printedNumber}. `}${text}`).join('\n\n')}\n\n${citation}`;
    return buildElement(
      'div',
      {},
      buildElement('h2', {}, `${data.body} resolution ${data.number}, ${data.title}`),
      ...(chosen.length === 0
        ? [buildElement('p', {}, words.none)]
        : [
            ...rows,
            buildElement('p', { class: 'citation' }, citation),
            buildElement('textarea', { id: `text-${data.id}`, hidden: '' }, plain),
            buildElement('textarea', { id: `address-${data.id}`, hidden: '' }, location.href),
            buildElement(
              'p',
              { class: 'cluster screen-only' },
              this.button(`address-${data.id}`, words.copyAddress),
              this.button(`text-${data.id}`, words.copyText),
              this.printButton(),
            ),
          ]),
      this.choice(data, selection),
    );
  }

  private button(field: string, label: string): HTMLElement {
    const button = document.createElement('copy-button');
    button.setAttribute('text', field);
    button.setAttribute('label', label);
    return button;
  }

  private printButton(): HTMLElement {
    const button = buildElement('button', { type: 'button' }, words.print);
    button.addEventListener('click', () => {
      print();
    });
    return button;
  }

  private choice(data: ResolutionData, selection: Selection): HTMLElement {
    const boxes = data.paragraphs.map(({ id, kind, number, printedNumber, text }) => {
      const box = buildElement('input', { type: 'checkbox', value: id });
      box.checked = selection.paragraphs.includes(id);
      const name = `${kind === 'operative' ? 'OP' : 'PP'} ${printedNumber ?? number}`;
      return buildElement(
        'label',
        {},
        box,
        ` ${name} `,
        buildElement('span', {}, `${text.slice(0, 70)}…`),
      );
    });
    const fieldset = buildElement(
      'fieldset',
      { class: 'choice screen-only' },
      buildElement('legend', {}, words.choose),
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

const loaded = new Map<string, Promise<ResolutionData | null>>();

/** The resolution's own export: the words as published. Null when there is none. */
function load(id: string): Promise<ResolutionData | null> {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const reading = fetch(addressOf(`/${id}.json`)).then(
    async (answer) => (answer.ok ? (JSON.parse(await answer.text()) as ResolutionData) : null),
    () => null,
  );
  loaded.set(id, reading);
  return reading;
}

/** One citation for all: preambular paragraphs by our count in brackets, operative ones by their numbers. */
function cite(data: ResolutionData, chosen: ResolutionData['paragraphs'], address: string): string {
  const of = (kind: 'preambular' | 'operative') =>
    chosen.filter((one) => one.kind === kind).map(({ number }) => number);
  const [pp, op] = [of('preambular'), of('operative')];
  const parts = [
    ...(pp.length === 0
      ? []
      : [`preambular ${pp.length > 1 ? 'paras.' : 'para.'} ${listParagraphs(pp)}`]),
    ...(op.length === 0 ? [] : [`${op.length > 1 ? 'paras.' : 'para.'} ${listParagraphs(op)}`]),
  ];
  return `${data.body} resolution ${data.number}, ${parts.join(', and ')} (${data.symbol}, ${data.date}), ${address}`;
}
