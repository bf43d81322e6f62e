import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** A page of the built site, parsed once and shown to every check. */
export interface Page {
  /** Relative to the site's folder, e.g. `chr-2004-45/op-23/index.html`. */
  readonly file: string;
  readonly html: string;
  /** Every element in document order, those of `noscript` and `template` included. */
  readonly elements: readonly Element[];
  /** True for a page whose only job is to send the reader on. */
  readonly isRedirect: boolean;
}

/** Reads a page as a browser without scripts would. */
export function toPage(file: string, html: string): Page {
  const elements = elementsOf(parse(html, { scriptingEnabled: false }));
  const isRedirect = elements.some(
    (element) =>
      element.tagName === 'meta' && attributeOf(element, 'http-equiv')?.toLowerCase() === 'refresh',
  );
  return { file, html, elements, isRedirect };
}

/** The value of an attribute, or null where the element does not carry it. */
export function attributeOf(element: Element, name: string): string | null {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value;
  return null;
}

export function hasClass(element: Element, name: string): boolean {
  return attributeOf(element, 'class')?.split(/\s+/).includes(name) === true;
}

/** Line of an element in its file. Positions cost time and are asked for only when something is wrong. */
export function lineOf(page: Page, element: Element): number | undefined {
  const again = elementsOf(
    parse(page.html, { scriptingEnabled: false, sourceCodeLocationInfo: true }),
  );
  return again[page.elements.indexOf(element)]?.sourceCodeLocation?.startLine;
}

/** Elements that stand inside a line of text: their borders part no words. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data dfn em i ins kbd mark q s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/**
 * The text that a reader sees in an element, block borders as spaces; what is hidden counts as absent.
 * @param isLeftOut says which elements inside are not meant.
 */
export function visibleText(
  element: Element,
  isLeftOut: (inner: Element) => boolean = () => false,
): string {
  let text = '';
  const collect = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.nodeName === '#text' && 'value' in node) text += node.value;
      else if ('tagName' in node) {
        if (isUnseen(node) || isLeftOut(node)) continue;
        const border = INLINE.has(node.tagName) || node.tagName.includes('-') ? '' : ' ';
        text += border;
        collect(node.childNodes);
        text += border;
      }
    }
  };
  collect(element.childNodes);
  return text;
}

function isUnseen(element: Element): boolean {
  return (
    ['script', 'style', 'template', 'noscript'].includes(element.tagName) ||
    attributeOf(element, 'hidden') !== null
  );
}

function elementsOf(document: DefaultTreeAdapterTypes.Document): Element[] {
  const elements: Element[] = [];
  const collect = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      elements.push(node);
      collect('content' in node ? node.content.childNodes : node.childNodes);
    }
  };
  collect(document.childNodes);
  return elements;
}
