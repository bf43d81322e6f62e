import { absolute, withBase } from '../resolution/address.ts';
import { nameParagraph } from '../resolution/paragraph-name.ts';
import { escapeHtml } from './escape-html.ts';
import type { EditionExport, ParagraphExport } from './export.ts';
import { citedParagraph } from './plain-text.ts';
import { embedHeight, shareParagraph } from './share.ts';
import { wordsToHtml } from './words-html.ts';

// A frame may be given nothing: no modules, fonts, storage or same origin. So the card is plain HTML, one small style
// sheet, system fonts, and one classic script that only tells its height.
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The card of a paragraph for other people's pages, at `/…/op-23/embed/`. */
export const embedCard: ParagraphExport = {
  scope: 'paragraph',
  suffix: '/embed/index.html',
  label: null,
  mediaType: 'text/html; charset=utf-8',
  write: (paragraph, resolution, host) => {
    const { about, parsed } = resolution;
    const name = nameParagraph(about.number, paragraph);
    const { address } = citedParagraph(paragraph, resolution, host);
    const number = paragraph.printedNumber === null ? name.short : `${paragraph.printedNumber}.`;
    const here = (path: string): string => escapeHtml(withBase(host.base, path));
    const description = `${about.body} resolution ${about.number}, ${about.title}, as a card for other pages.`;
    return `<!doctype html>
<html lang="${parsed.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${name.title}, card`)}</title>
<meta name="description" content="${escapeHtml(description)}">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<link rel="canonical" href="${escapeHtml(address)}">
<link rel="stylesheet" href="${here('/embed.css')}">
<script defer src="${here('/embed.js')}"></script>
</head>
<body>
<main>
<h1><a href="${escapeHtml(address)}" target="_blank" rel="noopener">${escapeHtml(`${about.body} ${name.title.replace('Resolution', 'resolution')}`)}</a></h1>
<blockquote cite="${escapeHtml(address)}">
<span class="number">${escapeHtml(number)}</span>
<div class="words">${wordsToHtml({ ...paragraph, footnoteCalls: [] })}</div>
</blockquote>
<p class="source">Unofficial reading copy · ${escapeHtml(about.symbol)} · <a href="${escapeHtml(address)}" target="_blank" rel="noopener">${escapeHtml(address)}</a></p>
</main>
</body>
</html>
`;
  },
};

/** oEmbed 1.0 as a static file, in the form that WordPress keeps: a quote first, then a frame with plain attributes. */
export const oembed: ParagraphExport = {
  scope: 'paragraph',
  suffix: '/oembed.json',
  label: null,
  mediaType: 'application/json',
  write: (paragraph, resolution, host) => {
    const { title } = nameParagraph(resolution.about.number, paragraph);
    const { html } = shareParagraph(paragraph, resolution, host);
    const { address } = citedParagraph(paragraph, resolution, host);
    const height = embedHeight(paragraph.text);
    const frame = `${address}embed/`;
    return `${JSON.stringify({
      version: '1.0',
      type: 'rich',
      provider_name: 'Pilcrow',
      provider_url: absolute(host.site, host.base, '/'),
      title,
      width: 600,
      height,
      html: `${html}<iframe src="${escapeHtml(frame)}" title="${escapeHtml(title)}" width="600" height="${height}" frameborder="0" marginwidth="0" marginheight="0" scrolling="no"></iframe>`,
    })}\n`;
  },
};

export const embedStyle: EditionExport = {
  scope: 'edition',
  path: '/embed.css',
  label: null,
  mediaType: 'text/css; charset=utf-8',
  write: () => `:root{color-scheme:light dark}
body{margin:0;padding:.75rem 1rem;font:1rem/1.5 system-ui,sans-serif;background:light-dark(#fbf8f2,#16140f);color:light-dark(#1f1b16,#ebe5d9);overflow-wrap:break-word}
h1{margin:0 0 .5rem;font-size:.875rem;line-height:1.4}
a{color:inherit;text-underline-offset:.2em;display:inline-block;min-height:1.5rem}
blockquote{margin:0;display:grid;grid-template-columns:auto minmax(0,1fr);gap:.5rem;font-family:Georgia,'Iowan Old Style','Times New Roman',serif}
.words p{margin:0}
.words .items{list-style:none;margin:.4em 0 0;padding-inline-start:2em}
.source{margin:.75rem 0 0;font-size:.8125rem;color:light-dark(#5c5448,#b3a996)}
@media print{body{background:#fff;color:#000}}
`,
};

/**
 * Tells the frame's height to whoever frames the card: in a form of our own, and in the one WordPress listens to, with
 * the secret it puts after `#`. Links leave through the host too where the sandbox blocks them.
 */
export const embedScript: EditionExport = {
  scope: 'edition',
  path: '/embed.js',
  label: null,
  mediaType: 'text/javascript; charset=utf-8',
  write: () => `(function () {
  'use strict';
  if (window.parent === window) return;
  var secret = (/[#&?]secret=([A-Za-z0-9]+)/.exec(location.hash) || [])[1];
  function tell() {
    var height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ pilcrow: 'height', height: height }, '*');
    if (secret) parent.postMessage({ message: 'height', value: height, secret: secret }, '*');
  }
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[href]');
    if (link && secret) parent.postMessage({ message: 'link', value: link.href, secret: secret }, '*');
  });
  addEventListener('load', tell);
  addEventListener('resize', tell);
  tell();
})();
`,
};
