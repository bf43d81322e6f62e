import { z } from 'zod';
import type { EditionExport } from './export.ts';

// The published shape of the JSON exports. It only grows: readers elsewhere rely on it.

const item = z.strictObject({
  label: z.string(),
  text: z.string(),
  get items() {
    return z.array(item);
  },
});

const resolution = z.strictObject({
  id: z.string(),
  address: z.url(),
  symbol: z.string(),
  number: z.string(),
  body: z.string(),
  title: z.string(),
  date: z.iso.date(),
  session: z.string().nullable(),
  meeting: z.string().nullable(),
  adoption: z.string().nullable(),
  language: z.string(),
  status: z.literal('unofficial reading copy'),
  enactingFormulas: z.array(z.string()),
  footnotes: z.array(z.strictObject({ id: z.string(), label: z.string(), text: z.string() })),
  closing: z.array(z.strictObject({ kind: z.string(), text: z.string() })),
});

const paragraph = z.strictObject({
  id: z.string(),
  address: z.url(),
  title: z.string(),
  kind: z.enum(['preambular', 'operative']),
  number: z.int(),
  printedNumber: z.string().nullable(),
  looseAfter: z.int().nullable(),
  section: z.string().nullable(),
  openingPhrase: z.string().nullable(),
  text: z.string(),
  items: z.array(item),
  footnoteCalls: z.array(z.strictObject({ at: z.int(), footnote: z.string(), label: z.string() })),
  citations: z.array(
    z.strictObject({
      words: z.string(),
      role: z.enum(['explicit', 'back-reference', 'collective', 'generic', 'implicit', 'self']),
      foundBy: z.enum(['rule', 'annotation']),
      locator: z.string().nullable(),
      how: z.string().nullable(),
      note: z.string().nullable(),
      targets: z.array(z.url()),
      unresolved: z.string().nullable(),
    }),
  ),
  topics: z.array(z.strictObject({ topic: z.string(), words: z.string() })),
  addressees: z.array(
    z.strictObject({
      addressee: z.string(),
      standing: z.enum(['direct', 'indirect', 'partner', 'self', 'mentioned']),
      words: z.string(),
    }),
  ),
  notes: z.array(
    z.strictObject({ note: z.string(), sic: z.boolean(), words: z.string().nullable() }),
  ),
  lines: z.array(z.int()).length(2),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const schemas = {
  paragraph: z.strictObject({ $schema: z.url(), ...paragraph.shape, resolution }),
  resolution: z.strictObject({
    $schema: z.url(),
    ...resolution.shape,
    headings: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['part', 'section']),
        label: z.string().nullable(),
        title: z.string().nullable(),
        before: z.string().nullable(),
      }),
    ),
    annexes: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        title: z.string().nullable(),
        blocks: z.array(
          z.strictObject({
            kind: z.enum(['heading', 'paragraph']),
            label: z.string().nullable(),
            text: z.string(),
          }),
        ),
      }),
    ),
    paragraphs: z.array(paragraph),
  }),
};

const publish = (name: keyof typeof schemas): EditionExport => ({
  scope: 'edition',
  path: `/schema/${name}.json`,
  label: null,
  mediaType: 'application/schema+json',
  write: () =>
    `${JSON.stringify({ title: `Pilcrow ${name}`, ...z.toJSONSchema(schemas[name]) }, null, 2)}\n`,
});

export const paragraphSchema = publish('paragraph');
export const resolutionSchema = publish('resolution');
