import type { PublishedParagraph } from '../corpus/corpus.ts';
import { firstWords, nameParagraph } from '../resolution/paragraph-name.ts';
import { longDate } from '../resolution/long-date.ts';
import type { Host } from './export.ts';
import { citedParagraph, citedResolution, type Citable } from './plain-text.ts';

/** An element of a page's head, as plain data: the layout writes it. */
export type HeadElement =
  | { readonly kind: 'meta'; readonly name: string; readonly content: string }
  | { readonly kind: 'property'; readonly property: string; readonly content: string }
  | {
      readonly kind: 'link';
      readonly rel: string;
      readonly href: string;
      readonly type?: string;
      readonly title?: string;
    };

/** A paragraph's picture lies beside its page; previews that know a size show it at once, so the size is told. */
export const pictureSuffix = '.png';
export const pictureSize = { width: 1200, height: 630 } as const;

/**
 * What other programs read of a paragraph's page.
 * Highwire and Dublin Core in the form from which Zotero makes a report: the comma after the author keeps an organ from
 * being split into a person's names, and `article` keeps the type, which `website` would drop.
 * Links: the address to cite (RFC 8574), data about the page, oEmbed.
 */
export function paragraphMetadata(
  paragraph: PublishedParagraph,
  resolution: Citable,
  host: Host,
): readonly HeadElement[] {
  const { about } = resolution;
  const { address } = citedParagraph(paragraph, resolution, host);
  const name = nameParagraph(about.number, paragraph);
  const below = address.replace(/\/$/, '');
  return [
    ...shared({
      title: `${about.body} ${name.title.replace('Resolution', 'resolution')}`,
      about,
      address,
      words: paragraph.text,
      picture:
        host.pictures === true
          ? {
              address: `${below}${pictureSuffix}`,
              alt: `${name.title}: ${firstWords(paragraph.text, 125)}`,
            }
          : null,
    }),
    { kind: 'link', rel: 'cite-as', href: address },
    { kind: 'link', rel: 'describedby', href: `${below}.json`, type: 'application/json' },
    { kind: 'link', rel: 'describedby', href: `${below}.jsonld`, type: 'application/ld+json' },
    {
      kind: 'link',
      rel: 'alternate',
      href: `${below}/oembed.json`,
      type: 'application/json+oembed',
      title: name.title,
    },
    { kind: 'link', rel: 'collection', href: citedResolution(resolution, host).address },
  ];
}

export function resolutionMetadata(resolution: Citable, host: Host): readonly HeadElement[] {
  const { about } = resolution;
  const { address } = citedResolution(resolution, host);
  const below = address.replace(/\/$/, '');
  return [
    ...shared({
      title: `${about.body} resolution ${about.number}: ${about.title}`,
      about,
      address,
      words: `${about.title}. ${about.symbol}, ${longDate(about.date)}.`,
      picture: null,
    }),
    { kind: 'link', rel: 'cite-as', href: address },
    { kind: 'link', rel: 'describedby', href: `${below}.json`, type: 'application/json' },
  ];
}

function shared({
  title,
  about,
  address,
  words,
  picture,
}: {
  readonly title: string;
  readonly about: Citable['about'];
  readonly address: string;
  readonly words: string;
  readonly picture: { readonly address: string; readonly alt: string } | null;
}): HeadElement[] {
  const meta = (name: string, content: string): HeadElement => ({ kind: 'meta', name, content });
  const property = (name: string, content: string): HeadElement => ({
    kind: 'property',
    property: name,
    content,
  });
  const description = firstWords(words, 200);
  return [
    property('og:type', 'article'),
    property('og:site_name', 'Pilcrow'),
    property('og:title', title),
    property('og:description', description),
    property('og:url', address),
    property('og:locale', 'en_GB'),
    ...(picture === null
      ? [meta('twitter:card', 'summary')]
      : [
          property('og:image', picture.address),
          property('og:image:type', 'image/png'),
          property('og:image:width', String(pictureSize.width)),
          property('og:image:height', String(pictureSize.height)),
          property('og:image:alt', picture.alt),
          meta('twitter:card', 'summary_large_image'),
          meta('twitter:image', picture.address),
          meta('twitter:image:alt', picture.alt),
        ]),
    meta('twitter:title', title),
    meta('twitter:description', description),
    meta('citation_title', title),
    meta('citation_author', `UN ${about.body},`),
    meta('citation_publication_date', about.date.replaceAll('-', '/')),
    meta('citation_technical_report_institution', 'United Nations'),
    meta('citation_technical_report_number', about.symbol),
    meta('citation_public_url', address),
    meta('citation_language', 'en'),
    meta('DC.title', title),
    meta('DC.creator', about.body),
    meta('DC.date', about.date),
    meta('DC.identifier', about.symbol),
    meta('DC.type', 'statute'),
    meta('DC.language', 'en'),
  ];
}
