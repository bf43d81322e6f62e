import { longDate } from '../resolution/long-date.ts';
import {
  formatSelection,
  listParagraphs,
  parseSelection,
  type Selection,
  unreadablePieces,
} from '../resolution/selection.ts';
import { buildElement } from './build-element.ts';
import { loadFile } from './load-file.ts';
import { addressOf } from './site-root.ts';

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
  unknown: (id: string) => `There is no resolution "${id}" here.`,
  missing: (ids: readonly string[]) =>
    `Not in this resolution, and so not shown: ${ids.join(', ')}.`,
  unreadable: (pieces: readonly string[]) =>
    `These parts of the address name no paragraph: ${pieces.join(', ')}.`,
  download: 'Download as plain text',
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
    const parts = await Promise.all(
      selections.map(async (selection) => this.sheet(selection, await load(selection.resolution))),
    );
    const unreadable = unreadablePieces(location.hash);
    this.replaceChildren(
      ...(unreadable.length === 0
        ? []
        : [buildElement('p', { role: 'alert' }, words.unreadable(unreadable))]),
      ...parts,
    );
  }

  /** Resolutions that the page offers when the address names none. */
  private offered(): string[] {
    return (this.getAttribute('resolutions') ?? '')
      .split(' ')
      .filter((id) => id !== '')
      .slice(0, 1);
  }

  private sheet(selection: Selection, data: ResolutionData | null): HTMLElement {
    if (data === null)
      return buildElement('p', { role: 'alert' }, words.unknown(selection.resolution));
    const chosen = data.paragraphs.filter(({ id }) => selection.paragraphs.includes(id));
    const missing = selection.paragraphs.filter((asked) =>
      data.paragraphs.every(({ id }) => id !== asked),
    );
    const address = publicAddress(data);
    const citation = cite(data, chosen, address);
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
      ...(missing.length === 0
        ? []
        : [buildElement('p', { role: 'alert' }, words.missing(missing))]),
      ...(chosen.length === 0
        ? [buildElement('p', {}, words.none)]
        : [
            ...rows,
            buildElement('p', { class: 'citation' }, citation),
            buildElement('textarea', { id: `text-${data.id}`, hidden: '' }, plain),
            buildElement('textarea', { id: `address-${data.id}`, hidden: '' }, address),
            buildElement(
              'p',
              { class: 'cluster screen-only' },
              this.button(`address-${data.id}`, words.copyAddress),
              this.button(`text-${data.id}`, words.copyText),
              this.downloadLink(`${data.id}-selection.txt`, plain),
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

  private downloadLink(name: string, plain: string): HTMLElement {
    const file = new Blob([`${plain}\n`], { type: 'text/plain;charset=utf-8' });
    return buildElement('a', { href: URL.createObjectURL(file), download: name }, words.download);
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
  const reading = loadFile(`${id}.json`).then(
    async (answer) => JSON.parse(await answer.text()) as ResolutionData,
    () => null,
  );
  loaded.set(id, reading);
  return reading;
}

/** Where others find this selection: on the edition's host, also when it is read from a folder. */
function publicAddress({ paragraphs: [first] }: ResolutionData): string {
  const page = first === undefined ? location.href : new URL('../../select/', first.address).href;
  return `${page.replace(/#.*/, '')}${location.hash}`;
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
  return `${data.body} resolution ${data.number}, ${parts.join(', and ')} (${data.symbol}, ${longDate(data.date)}), ${address}`;
}
