import { XMLBuilder, XMLParser } from 'fast-xml-parser';

/** An element or a text of a Word file's XML, in the order of the file. */
export type XmlNode = Record<string, unknown>;

// Entities stay as they are written: what is read is written back.
const options = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
} as const;
const parser = new XMLParser({
  ...options,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
});
const builder = new XMLBuilder(options);

/** @throws Error when it is no XML */
export const parseXml = (xml: string): XmlNode[] => nodes(parser.parse(xml));
export const buildXml = (tree: readonly XmlNode[]): string => builder.build(tree);

function nodes(value: unknown): XmlNode[] {
  return Array.isArray(value) ? value.filter((node) => typeof node === 'object') : [];
}

export const nameOf = (node: XmlNode): string =>
  Object.keys(node).find((key) => key !== ':@') ?? '';
export const childrenOf = (node: XmlNode | undefined): XmlNode[] =>
  node === undefined ? [] : nodes(node[nameOf(node)]);
export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  childrenOf(node).find((one) => nameOf(one) === name);

export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  const all = node?.[':@'];
  if (typeof all !== 'object' || all === null) return undefined;
  const value: unknown = Reflect.get(all, name);
  return typeof value === 'string' ? value : undefined;
}

/** `w:val` of a child, where most of Word's settings stand. */
export const setting = (node: XmlNode | undefined, name: string): string | undefined =>
  attribute(child(node, name), 'w:val');

/** Every element of these names under some nodes, outer ones first. */
export function* everyOf(
  tree: readonly XmlNode[],
  ...names: readonly string[]
): Generator<XmlNode> {
  for (const node of tree) {
    if (names.includes(nameOf(node))) yield node;
    yield* everyOf(childrenOf(node), ...names);
  }
}

/** A run of plain words. */
export const run = (words: string): XmlNode => ({
  'w:r': [{ 'w:t': [{ '#text': words }], ':@': { 'xml:space': 'preserve' } }],
});
