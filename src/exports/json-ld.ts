import { citedParagraph, citedResolution } from './plain-text.ts';
import { longDate } from '../resolution/long-date.ts';
import type { ParagraphExport } from './export.ts';
import { nameParagraph } from '../resolution/paragraph-name.ts';

/** schema.org Legislation, as a file of its own: a script block in the page would break the rule of nothing inline. */
export const paragraphJsonLd: ParagraphExport = {
  scope: 'paragraph',
  suffix: '.jsonld',
  label: null,
  mediaType: 'application/ld+json',
  write: (paragraph, resolution, host) => {
    const { about, parsed } = resolution;
    const address = citedParagraph(paragraph, resolution, host).address;
    return `${JSON.stringify(
      {
        '@context': 'https://schema.org',
        '@type': 'Legislation',
        '@id': address,
        url: address,
        name: `${about.body} ${nameParagraph(about.number, paragraph).title.replace('Resolution', 'resolution')}`,
        inLanguage: parsed.language,
        text: paragraph.text,
        legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
        isPartOf: {
          '@type': 'Legislation',
          '@id': citedResolution(resolution, host).address,
          name: about.title,
          legislationIdentifier: about.symbol,
          legislationDate: about.date,
          legislationPassedBy: { '@type': 'Organization', name: about.body },
          description: `${about.body} resolution ${about.number} of ${longDate(about.date)}`,
        },
      },
      null,
      2,
    )}\n`;
  },
};
