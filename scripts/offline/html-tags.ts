/** An attribute as it stands in a tag. */
export interface Attribute {
  readonly name: string;
  /** With character references resolved. */
  readonly value: string;
  /** The place of the value in the page, quotation marks included; null for an attribute without value. */
  readonly place: { readonly start: number; readonly end: number } | null;
}

/** A tag of a page, in lower case, with its place. */
export interface Tag {
  readonly name: string;
  readonly kind: 'start' | 'end' | 'void';
  readonly start: number;
  readonly end: number;
  /** Its attributes as written. */
  readonly written: string;
  readonly writtenAt: number;
}

const TAG =
  /<(?:!--[^]*?-->|!doctype[^>]*>|\/([a-z][a-z0-9-]*)\s*>|([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*(\/?)>)/iy;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>=`]+))?/g;

/** HTML Standard 13.1.2: elements that have no end tag, and elements whose content holds no tags. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const WITHOUT_TAGS = new Set(['script', 'style', 'textarea', 'title']);

const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * The tags of a page of our own making, in order. A tenth of the cost of a parser that must read any page of the web;
 * it refuses what our pages never hold instead of guessing.
 * @throws Error with the file and the place that is no tag
 */
export function* tagsOf(html: string, file: string): Generator<Tag> {
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    TAG.lastIndex = at;
    const found = TAG.exec(html);
    if (found === null)
      throw new Error(`Expected a tag in ${file} at ${at}, found ${html.slice(at, at + 40)}.`);
    const [whole, closed, opened, written = '', slash = ''] = found;
    const start = at;
    at += whole.length;
    if (closed !== undefined)
      yield { name: closed.toLowerCase(), kind: 'end', start, end: at, written: '', writtenAt: at };
    if (opened === undefined) continue;
    const name = opened.toLowerCase();
    const kind = slash !== '' || VOID.has(name) ? 'void' : 'start';
    yield { name, kind, start, end: at, written, writtenAt: start + 1 + opened.length };
    if (kind === 'start' && WITHOUT_TAGS.has(name)) {
      at = html.indexOf(`</${name}`, at);
      if (at === -1) throw new Error(`Expected </${name}> in ${file}.`);
    }
  }
}

/**
 * The attributes of a tag.
 * @throws Error with the file and a character reference that our pages do not use
 */
export function attributesOf(tag: Tag, file: string): readonly Attribute[] {
  return [...tag.written.matchAll(ATTRIBUTE)].map((found) => {
    const [whole, name = '', written] = found;
    const end = tag.writtenAt + found.index + whole.length;
    return written === undefined
      ? { name: name.toLowerCase(), value: '', place: null }
      : {
          name: name.toLowerCase(),
          value: resolveReferences(written.replace(/^(["'])([^]*)\1$/, '$2'), file),
          place: { start: end - written.length, end },
        };
  });
}

function resolveReferences(value: string, file: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    const character =
      hex !== undefined || decimal !== undefined
        ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : REFERENCES[name];
    if (character === undefined)
      throw new Error(`Expected no reference ${whole} in an attribute of ${file}.`);
    return character;
  });
}
