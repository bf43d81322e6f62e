import type { PublishedParagraph } from '../corpus/corpus.ts';
import { absolute, embedPath } from '../resolution/address.ts';
import { nameParagraph } from '../resolution/paragraph-name.ts';
import { citationStyles } from './citation-styles.ts';
import { escapeHtml } from './escape-html.ts';
import type { Host } from './export.ts';
import { type Citable, citedParagraph, unCitation, wordsAsText } from './plain-text.ts';
import { runsToHtml } from './runs-html.ts';
import { wordsToHtml } from './words-html.ts';

/** What a trainer takes away; every piece holds the words or their address, and the citation. */
export interface Share {
  readonly address: string;
  readonly text: string;
  /** Survives every editor that takes formatted text. */
  readonly html: string;
  readonly markdown: string;
  /** For pages that allow frames; the blockquote inside is what remains where they do not. */
  readonly embed: string;
}

export function shareParagraph(
  paragraph: PublishedParagraph,
  resolution: Citable,
  host: Host,
): Share {
  const cited = citedParagraph(paragraph, resolution, host);
  const citation = unCitation(cited);
  const [first] = citationStyles;
  const source = first === undefined ? '' : runsToHtml(first.write(cited));
  const number = paragraph.printedNumber === null ? '' : `${paragraph.printedNumber}. `;
  // The number stands inside the first paragraph of the words, as in the print.
  const words = wordsToHtml({ ...paragraph, footnoteCalls: [] }).replace(
    /^<p>/,
    `<p>${escapeHtml(number)}`,
  );
  const name = nameParagraph(resolution.about.number, paragraph).title;
  const frame = absolute(host.site, host.base, embedPath(resolution.id, paragraph.id));
  const html = `<blockquote cite="${escapeHtml(cited.address)}">${words}</blockquote>\n<p>${source}</p>`;
  return {
    address: cited.address,
    text: `${wordsAsText(paragraph)}\n\n${citation}`,
    html,
    markdown: `${markdownWords(paragraph)}\n\n${markdownEscape(citation.slice(0, -cited.address.length))}<${cited.address}>`,
    embed: `<iframe src="${escapeHtml(frame)}" title="${escapeHtml(name)}" width="100%" height="${embedHeight(paragraph.text)}" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-same-origin" loading="lazy"></iframe>`,
  };
}

/** A height in CSS pixels at which the embed shows without scrolling in a column of 480 pixels; a message improves it. */
export function embedHeight(text: string): number {
  const lines = Math.ceil(text.length / 52) + 1;
  return 130 + lines * 27;
}

/** Characters that Markdown would read as markup (CommonMark 2.4). */
function markdownEscape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

function markdownWords(paragraph: PublishedParagraph): string {
  const { openingPhrase, text, printedNumber } = paragraph;
  const number = printedNumber === null ? '' : `${printedNumber}\\. `;
  const words =
    openingPhrase === null
      ? markdownEscape(text)
      : `${markdownEscape(text.slice(0, openingPhrase.start))}*${markdownEscape(text.slice(openingPhrase.start, openingPhrase.end))}*${markdownEscape(text.slice(openingPhrase.end))}`;
  return `> ${number}${words}`;
}
