import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Corpus, PublishedParagraph } from '../corpus/corpus.ts';
import { nameParagraph } from '../resolution/paragraph-name.ts';
import { absolute, paragraphPath } from '../resolution/address.ts';
import { inReadingOrder, labelled, type TextBlock } from '../resolution/reading-order.ts';
import { longDate } from '../resolution/long-date.ts';
import { zipDate } from './common-cartridge.ts';
import { linksToText, writeRegisters } from './epub-registers.ts';
import { escapeHtml } from './escape-html.ts';
import type { ResolutionExport } from './export.ts';
import { citedResolution, unCitation } from './plain-text.ts';
import { calledTextToHtml, wordsToHtml } from './words-html.ts';

const style = `body{font-family:serif;line-height:1.5;margin:1em}
h1,h2{line-height:1.25}
.number{font-weight:bold}
.ours{font-family:sans-serif;font-size:.85em}
.items{list-style:none;padding-left:2em}
.closing{text-align:right}
`;

/** What stands around the paragraphs. */
function writeBlock(block: Exclude<TextBlock<PublishedParagraph>, { kind: 'paragraph' }>): string {
  switch (block.kind) {
    case 'heading': {
      const { id, label, title, footnoteCalls } = block.heading;
      const words = calledTextToHtml({ text: title ?? '', footnoteCalls });
      return `<h2 id="${escapeHtml(id)}">${escapeHtml(label ?? '')} ${words}</h2>`;
    }
    case 'formula':
      return `<p><i>${escapeHtml(block.formula.text)}</i></p>`;
    case 'closing':
      return block.lines
        .map((line) => `<p class="closing">${calledTextToHtml(line)}</p>`)
        .join('\n');
    case 'annex': {
      const { id, label, title, footnoteCalls, blocks } = block.annex;
      const words = calledTextToHtml({ text: title ?? '', footnoteCalls });
      return `<section id="${escapeHtml(id)}"><h2>${escapeHtml(label)} ${words}</h2>${blocks
        .map((one) => {
          const tag = one.kind === 'heading' ? 'h3' : 'p';
          return `<${tag}>${escapeHtml(one.label ?? '')} ${calledTextToHtml(one)}</${tag}>`;
        })
        .join('\n')}</section>`;
    }
  }
}

/**
 * The resolution as a book (EPUB 3.3): the text in full and, behind it, the instruments that it cites and the registers. `mimetype` comes
 * first and uncompressed, as the container asks; dates and order are fixed, so the bytes are too.
 */
export const resolutionEpub: ResolutionExport = {
  scope: 'resolution',
  suffix: '.epub',
  label: 'Book (EPUB)',
  mediaType: 'application/epub+zip',
  write: (resolution, corpus, host) => {
    const { id, about, parsed, paragraphs } = resolution;
    const { address } = citedResolution(resolution, host);
    const cited = citedInstruments(
      resolution.paragraphs.flatMap(({ citations }) =>
        citations.flatMap(({ target, role }) =>
          target.kind === 'instruments' && role !== 'implicit' ? target.ids : [],
        ),
      ),
      corpus,
    );
    const page = (title: string, body: string): string =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">\n<head><title>${escapeHtml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>\n<body>\n${body}\n</body>\n</html>\n`;
    const writeParagraph = (paragraph: PublishedParagraph): string => {
      const name = nameParagraph(about.number, paragraph);
      const number =
        paragraph.printedNumber === null
          ? `<span class="ours">${escapeHtml(name.short)}</span>`
          : `<span class="number">${escapeHtml(paragraph.printedNumber)}.</span>`;
      const html = wordsToHtml(paragraph, {
        citation: ({ target }) =>
          target.kind === 'instruments' && cited.some(({ id: one }) => one === target.ids[0])
            ? `instruments.xhtml#${target.ids[0]}`
            : null,
        itemAnchor: (item) => `${paragraph.id}-${item.id}`,
      });
      return `<section id="${paragraph.id}" aria-label="${escapeHtml(name.label)}"><p class="ours"><a href="${escapeHtml(absolute(host.site, host.base, paragraphPath(id, paragraph.id)))}">${number}</a></p>${html}</section>`;
    };
    const blocks = inReadingOrder(parsed, paragraphs);
    const text = page(
      about.title,
      [
        `<h1>${escapeHtml(about.title)}</h1>`,
        `<p class="ours">${escapeHtml(unCitation(citedResolution(resolution, host)))}. Unofficial reading copy.</p>`,
        ...blocks.map((block) =>
          block.kind === 'paragraph' ? writeParagraph(block.paragraph) : writeBlock(block),
        ),
        ...parsed.footnotes.map(
          ({ label, text: note }) => `<p>${escapeHtml(`${label} ${note}`)}</p>`,
        ),
      ].join('\n'),
    );
    const instruments = page(
      'What the resolution cites',
      `<h1>What the resolution cites</h1>\n<p class="ours">Notes of this edition.</p>\n${cited
        .map(
          ({ id: instrument, name, about: what, paragraphs: by }) =>
            `<section id="${instrument}"><h2>${escapeHtml(name)}</h2><p>${escapeHtml(what)}</p><p class="ours">Cited by ${linksToText(by, resolution)}</p></section>`,
        )
        .join('\n')}`,
    );
    const registers = page(
      'Registers',
      `<h1>Registers</h1>\n<p class="ours">Notes of this edition.</p>\n${writeRegisters(resolution, corpus)}`,
    );
    const navigation = page(
      'Contents',
      `<nav epub:type="toc" id="toc"><h1>Contents</h1><ol><li><a href="text.xhtml">${escapeHtml(about.title)}</a><ol>${paragraphs
        .map(
          (paragraph) =>
            `<li><a href="text.xhtml#${paragraph.id}">${escapeHtml(nameParagraph(about.number, paragraph).label)}</a></li>`,
        )
        .join('')}${parsed.annexes
        .map(
          (annex) =>
            `<li><a href="text.xhtml#${escapeHtml(annex.id)}">${escapeHtml(labelled(annex.label, annex.title))}</a></li>`,
        )
        .join(
          '',
        )}</ol></li><li><a href="instruments.xhtml">What the resolution cites</a></li><li><a href="registers.xhtml">Registers</a></li></ol></nav>`,
    );
    const opf = `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeHtml(address)}</dc:identifier>
<dc:title>${escapeHtml(`${about.title}: ${about.body} resolution ${about.number}`)}</dc:title>
<dc:language>en</dc:language>
<dc:creator>${escapeHtml(`United Nations, ${about.body}`)}</dc:creator>
<dc:date>${about.date}</dc:date>
<dc:description>${escapeHtml(`Unofficial reading copy of ${about.symbol}, ${longDate(about.date)}.`)}</dc:description>
<meta property="dcterms:modified">${about.date}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
<item id="instruments" href="instruments.xhtml" media-type="application/xhtml+xml"/>
<item id="registers" href="registers.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
</manifest>
<spine><itemref idref="nav"/><itemref idref="text"/><itemref idref="instruments"/><itemref idref="registers"/></spine>
</package>
`;
    const files: Zippable = {
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      'META-INF/container.xml': strToU8(
        '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n',
      ),
      'book/package.opf': strToU8(opf),
      'book/nav.xhtml': strToU8(navigation),
      'book/text.xhtml': strToU8(text),
      'book/instruments.xhtml': strToU8(instruments),
      'book/registers.xhtml': strToU8(registers),
      'book/style.css': strToU8(style),
    };
    return zipSync(files, { mtime: zipDate, level: 9 });

    function citedInstruments(ids: readonly string[], { instruments: all }: Corpus) {
      const wanted = new Set(ids);
      return all
        .filter((instrument) => wanted.has(instrument.id))
        .map((instrument) => ({
          id: instrument.id,
          name: instrument.name,
          about: instrument.about,
          paragraphs: paragraphs.filter(({ citations }) =>
            citations.some(
              ({ target, role }) =>
                role !== 'implicit' &&
                target.kind === 'instruments' &&
                target.ids.includes(instrument.id),
            ),
          ),
        }));
    }
  },
};
