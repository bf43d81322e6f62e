import type { PublishedParagraph, PublishedResolution } from '../../src/corpus/corpus.ts';
import type { LineRole } from '../../src/resolution/model.ts';
import { inReadingOrder, labelled, type TextBlock } from '../../src/resolution/reading-order.ts';
import { firstDifference, officialWordsOf, wordsOf } from './official-words.ts';
import { type Element, type Page, hasClass, visibleText } from './page.ts';
import type { Report, SiteCheck } from './site-check.ts';

/** Roles of lines that belong to paragraphs; every other role is an exception that the table names. */
const PARAGRAPH_ROLES: ReadonlySet<LineRole> = new Set(['preambular', 'operative']);

interface OpenText {
  readonly resolution: PublishedResolution;
  readonly lines: readonly string[];
}

/**
 * The paragraph pages, joined, hold the words of the official file: each once, in order, and no other.
 * The words are read again from the file's lines, past the parser's text, so that a fault of the parser shows too.
 */
export const verbatim: SiteCheck = {
  name: 'verbatim',
  run(site, report) {
    const expected = new Map<
      string,
      { resolution: PublishedResolution; paragraph: PublishedParagraph }
    >();
    const exceptions = new Map<LineRole, number>();
    const fullText = new Map<string, PublishedResolution>();
    for (const resolution of site.corpus.resolutions) {
      checkLines(resolution, exceptions, report);
      fullText.set(`${resolution.id}/index.html`, resolution);
      fullText.set(`${resolution.id}/print/index.html`, resolution);
      for (const paragraph of resolution.paragraphs)
        expected.set(`${resolution.id}/${paragraph.id}/index.html`, { resolution, paragraph });
    }
    let words = 0;
    let pages = 0;
    let wholes = 0;
    // Pages of one resolution follow each other, so its file is split once.
    let open: OpenText | null = null;
    const openText = (resolution: PublishedResolution): OpenText =>
      open?.resolution === resolution ? open : (open = { resolution, lines: linesOf(resolution) });
    return {
      page(page) {
        const one = expected.get(page.file);
        if (one !== undefined) {
          pages += 1;
          words += compare(openText(one.resolution), [one.paragraph], page, report);
        }
        const whole = fullText.get(page.file);
        if (whole !== undefined) {
          wholes += 1;
          compare(openText(whole), whole.paragraphs, page, report);
          compareWhole(whole, page, report);
        }
      },
      finish() {
        for (const file of expected.keys())
          if (!site.files.has(file)) report(file, 'The page of this paragraph was not built.');
        const named = [...exceptions].map(([role, lines]) => `${lines} ${role}`).join(', ');
        return `${words} words on ${pages} paragraph pages and again in ${wholes} full texts; lines that are no paragraph: ${named || 'none'}`;
      },
    };
  },
};

/** Compares the words of `paragraphs` with those on the page. @returns how many words were compared. */
function compare(
  { resolution, lines }: OpenText,
  paragraphs: readonly PublishedParagraph[],
  page: Page,
  report: Report,
): number {
  const shown = page.elements.filter(isOfficialText);
  if (shown.length !== paragraphs.length) {
    report(
      page.file,
      `${paragraphs.length} official ${paragraphs.length === 1 ? 'text' : 'texts'} expected (elements of class words); ${shown.length} found.`,
    );
    return 0;
  }
  let words = 0;
  paragraphs.forEach((paragraph, index) => {
    const element = shown[index];
    if (element === undefined) return;
    const official = officialWordsOf(resolution, lines, paragraph);
    words += official.length;
    const difference = firstDifference(
      official,
      wordsOf(visibleText(element, isFootnoteCall)),
      paragraph,
    );
    if (difference !== null)
      report(
        page.file,
        `${paragraph.id}, word ${difference.at + 1}: the official file (lines ${paragraph.lines.first}–${paragraph.lines.last}) has "${difference.official}", the page has "${difference.found}".`,
      );
  });
  return words;
}

/**
 * Compares all words of the resolution with those of its full text: headings, formulas, closing lines and annexes stand
 * around the paragraphs, in the order of the file.
 */
function compareWhole(
  { parsed, paragraphs }: PublishedResolution,
  page: Page,
  report: Report,
): void {
  const element = page.elements.find((one) => hasClass(one, 'full-text'));
  if (element === undefined) {
    report(page.file, 'No full text was found (an element of class full-text is expected).');
    return;
  }
  const official = inReadingOrder(parsed, paragraphs).flatMap((block) => wordsOf(textOf(block)));
  const found = wordsOf(visibleText(element, isApparatus));
  const at = official.findIndex((word, index) => word !== found[index]);
  if (at < 0 && official.length === found.length) return;
  const place = at < 0 ? official.length : at;
  report(
    page.file,
    `Word ${place + 1} of the full text: "${official.slice(place, place + 6).join(' ')}" is expected, the page has "${found.slice(place, place + 6).join(' ')}".`,
  );
}

function textOf(block: TextBlock<PublishedParagraph>): string {
  switch (block.kind) {
    case 'heading':
      return labelled(block.heading.label, block.heading.title);
    case 'formula':
      return block.formula.text;
    case 'paragraph':
      return block.paragraph.text;
    case 'closing':
      return block.lines.map(({ text }) => text).join(' ');
    case 'annex': {
      const { label, title, blocks } = block.annex;
      return [labelled(label, title), ...blocks.map((one) => labelled(one.label, one.text))].join(
        ' ',
      );
    }
  }
}

/** What the full text shows besides official words; a paragraph's number is the link to its page. */
const isApparatus = (element: Element): boolean =>
  ['ours', 'call', 'left-out', 'footnotes', 'number'].some((name) => hasClass(element, name));

const isOfficialText = (element: Element): boolean => hasClass(element, 'words');

/** The figure of a footnote's call is shown inside the words but is none of them. */
const isFootnoteCall = (element: Element): boolean => hasClass(element, 'call');

function linesOf(resolution: PublishedResolution): readonly string[] {
  return resolution.officialText.split(/\r\n|\n|\r/);
}

/** Every line with words has a role, and the lines of paragraphs have one owner each, in the order of the pages. */
function checkLines(
  resolution: PublishedResolution,
  exceptions: Map<LineRole, number>,
  report: Report,
): void {
  const file = `${resolution.id}/index.html`;
  const lines = linesOf(resolution);
  const order = new Map<string, number>(resolution.paragraphs.map(({ id }, index) => [id, index]));
  let latest = -1;
  for (const { number, role, owner } of resolution.parsed.lines) {
    const isBlank = (lines[number - 1] ?? '').trim() === '';
    if (isBlank) continue;
    if (role === 'blank')
      report(file, `Line ${number} of the official file has words but is called blank.`);
    if (!PARAGRAPH_ROLES.has(role)) {
      exceptions.set(role, (exceptions.get(role) ?? 0) + 1);
      continue;
    }
    const at = owner === null ? undefined : order.get(owner);
    if (at === undefined)
      report(
        file,
        `Line ${number} of the official file belongs to no paragraph that is published.`,
      );
    else if (at < latest)
      report(
        file,
        `Line ${number} of the official file belongs to ${owner}, which is published earlier.`,
      );
    else latest = at;
  }
  const numbered = resolution.parsed.lines.at(-1)?.number ?? 0;
  const rest = lines.slice(numbered).filter((line) => line.trim() !== '').length;
  if (rest > 0) report(file, `${rest} lines at the end of the official file have no role.`);
}
