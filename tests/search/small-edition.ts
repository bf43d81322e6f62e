import type { ParagraphId } from '../../src/resolution/model.ts';
import type { SearchableEdition } from '../../src/browser/search-vocabulary.ts';

const paragraph = (id: ParagraphId, text: string, items: readonly string[] = []) => ({
  id,
  text,
  items: items.map((item) => ({
    label: `(${item})`,
    id: item,
    span: { start: 0, end: 0 },
    words: { start: 0, end: 0 },
    items: [],
  })),
});

/** An invented edition of two resolutions, with the kinds of names that people search by. */
export const smallEdition: SearchableEdition = {
  resolutions: [
    {
      id: 'a-res-99-7',
      about: {
        symbol: 'A/RES/99/7',
        number: '99/7',
        body: 'General Assembly',
        bodyAbbreviation: 'GA',
        title: 'Lighthouses and the safety of crews',
        mistakenFor: [{ symbol: 'A/99/7', why: 'That is a document of the session.' }],
      },
      paragraphs: [
        paragraph('pp-1', 'Recalling the Convention on the Keeping of Lighthouses,'),
        paragraph('pp-2', 'Noting that women and children live at non-governmental stations,'),
        paragraph('op-1', 'Urges Governments to criminalize wrecking and to prosecute wreckers;'),
        paragraph('op-2', 'Calls for subregional cooperation, labour inspection and counselling;'),
        paragraph(
          'op-3',
          'Invites States: (a) to ratify; (b) to train keepers of HIV/AIDS clinics.',
          ['a', 'b'],
        ),
      ],
    },
    {
      id: 'e-cn9-2001-3',
      about: {
        symbol: 'E/CN.9/RES/2001/3',
        number: '2001/3',
        body: 'Commission on Coasts',
        bodyAbbreviation: 'CCO',
        title: 'Foghorns',
      },
      paragraphs: [
        paragraph('pp-1', 'Recalling its resolutions on foghorns,'),
        paragraph('op-1', 'Decides to consider trafficking in lamps and the traffic of ships.'),
      ],
    },
  ],
  instruments: [
    {
      id: 'ckl',
      name: 'Convention on the Keeping of Lighthouses',
      short: 'Lighthouse Convention',
      abbreviations: ['CKL'],
      aliases: ['Skerry Convention'],
      symbols: [{ symbol: 'A/RES/55/25' }],
    },
    {
      id: 'op-ckl',
      name: 'Optional Protocol to the Convention on the Keeping of Lighthouses on foghorns',
      short: 'OP-CKL',
      abbreviations: ['OP-CKL-FH'],
      symbols: [{ symbol: 'A/RES/55/25' }],
    },
    {
      id: 'wreck-report',
      name: 'Report of the Special Rapporteur on wrecks',
      short: 'Report on wrecks',
      symbols: [{ symbol: 'E/CN.9/2001/76' }],
    },
  ],
  topics: [{ id: 'safety', label: 'Safety of crews' }],
  addressees: [{ id: 'governments', label: 'Governments' }],
};
