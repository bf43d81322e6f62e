import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { numberParagraphs } from './word-numbering.ts';
import {
  attribute,
  buildXml,
  childrenOf,
  everyOf,
  nameOf,
  parseXml,
  run,
  type XmlNode,
} from './word-xml.ts';

/**
 * The words of a Word document as its print has them. What Word keeps outside the running words is written into them
 * first: automatic numbers, line breaks, footnote calls; the texts of the footnotes follow at the end.
 * @throws Error when it is no Word document
 */
export async function readWord(path: string): Promise<string> {
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  const part = (name: string): XmlNode[] => {
    const bytes = files[`word/${name}.xml`];
    return bytes === undefined ? [] : parseXml(strFromU8(bytes));
  };
  const text = async (parts: Record<string, Uint8Array>): Promise<string> =>
    (await mammoth.extractRawText({ buffer: Buffer.from(zipSync(parts)) })).value;

  const document = part('document');
  const numberOf = numberParagraphs(part('numbering'), part('styles'));
  const notes = new Map<string, string>();
  for (const paragraph of everyOf(document, 'w:p')) writeNumber(paragraph, numberOf(paragraph));
  const deleted = new Set(everyOf([...everyOf(document, 'w:del')], 'w:r'));
  for (const holder of everyOf(document, 'w:r')) {
    if (deleted.has(holder)) continue;
    const children = childrenOf(holder);
    children.forEach((node, at) => {
      const words = inWords(node, notes);
      if (words !== null)
        children[at] = { 'w:t': [{ '#text': words }], ':@': { 'xml:space': 'preserve' } };
    });
    holder['w:r'] = children;
  }
  const written = (tree: readonly XmlNode[]) => ({
    ...files,
    'word/document.xml': strToU8(buildXml(tree)),
  });
  const body = await text(written(document));
  const texts: string[] = [];
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const note of everyOf(part(`${kind}s`), `w:${kind}`)) {
      const label = notes.get(`${kind} ${attribute(note, 'w:id') ?? ''}`);
      if (label === undefined) continue;
      for (const whole of everyOf(document, 'w:body')) whole['w:body'] = childrenOf(note);
      texts.push(`${label} ${(await text(written(document))).replace(/\s*\n\s*/g, '\n').trim()}\n`);
    }
  }
  return texts.length === 0 ? body : `${body.trimEnd()}\n\n${texts.join('\n')}`;
}

function writeNumber(paragraph: XmlNode, number: string | null): void {
  if (number === null || number === '') return;
  const children = childrenOf(paragraph);
  const first = children.findIndex((node) => nameOf(node) !== 'w:pPr');
  // An empty paragraph prints a number that numbers nothing.
  if (![...everyOf(children, 'w:t')].length) return;
  children.splice(first, 0, run(`${number}\t`));
  paragraph['w:p'] = children;
}

/** What a reader sees where Word has a mark instead of words; null for everything else. Notes are counted as they come. */
function inWords(node: XmlNode, notes: Map<string, string>): string | null {
  switch (nameOf(node)) {
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      // With a mark of its own, the words that follow are the call.
      if (attribute(node, 'w:customMarkFollows') !== undefined) return null;
      const key = `${nameOf(node).slice(2, -'Reference'.length)} ${attribute(node, 'w:id') ?? ''}`;
      const label = notes.get(key) ?? String(notes.size + 1);
      notes.set(key, label);
      return label;
    }
    default:
      return null;
  }
}
