import { z } from 'zod';

/** What people write in content/. Shapes only; positions and cross-checks are read-corpus.ts's job. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens');
const isoDate = z.iso.date();
/** Only web addresses: a `javascript:` address in content is a Problem, never a link. */
const webAddress = z.url({ protocol: /^https?$/ });
const words = z.string().min(1);

/** How far a fact is supported: read in a source, worked out from one, or general knowledge without a source here. */
const support = z.enum(['seen', 'computed', 'unconfirmed']);

export const resolutionFile = z.strictObject({
  symbol: words,
  /** As cited in running text: `2004/45`. */
  number: words,
  body: words,
  /** Short name of the organ as lists and footnotes use it, e.g. `CHR`. */
  bodyAbbreviation: words,
  /** Instrument id of the organ, for "the Commission" and "The Commission on Human Rights". */
  bodyInstrument: id.optional(),
  title: words,
  session: words.optional(),
  meeting: words.optional(),
  date: isoDate,
  adoption: words.optional(),
  agendaItem: words.optional(),
  /** Where the official text was taken from, in words or as an address. */
  source: z.strictObject({ name: words, address: webAddress.optional() }),
  /** SHA-256 of official.en.txt, lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits'),
  /** Line overrides where judgement is needed: `152: page-marker`, `88-91: footnote 3`. */
  lines: z.record(z.string(), words).optional(),
  /** Other symbols that people take for this one, each with the reason. */
  mistakenFor: z.array(z.strictObject({ symbol: words, why: words })).optional(),
  /** Instruments that belong beside the text but are not in it; shown as ours. */
  seeAlso: z.array(z.strictObject({ instrument: id, why: words })).optional(),
});
export type ResolutionFile = z.infer<typeof resolutionFile>;

const citationByJudgement = z.strictObject({
  words,
  role: z.enum(['explicit', 'back-reference', 'collective', 'generic', 'implicit', 'self']),
  instruments: z.array(id).min(1).optional(),
  /** Which occurrence of the words is meant, from 1; needed only where they stand more than once. */
  occurrence: z.int().min(1).optional(),
  note: words.optional(),
});

export const annotationsFile = z.record(
  z.string(),
  z.strictObject({
    citations: z.array(citationByJudgement).optional(),
    topics: z.array(z.strictObject({ topic: id, words })).optional(),
    addressees: z
      .array(
        z.strictObject({
          addressee: id,
          as: z.enum(['direct', 'indirect', 'partner', 'self', 'mentioned']),
          words,
          occurrence: z.int().min(1).optional(),
        }),
      )
      .optional(),
    notes: z
      .array(z.strictObject({ words: words.optional(), text: words, sic: z.boolean().optional() }))
      .optional(),
  }),
);
export type AnnotationsFile = z.infer<typeof annotationsFile>;

export const instrumentKinds = [
  'treaty',
  'declaration',
  'resolution',
  'decision',
  'report',
  'action-plan',
  'meeting',
  'session',
  'process',
  'body',
  'office-holder',
  'mandate',
  'programme',
  'collection',
] as const;

export const instrumentFile = z.strictObject({
  kind: z.enum(instrumentKinds),
  /** Official title, in full. */
  name: words,
  short: words,
  abbreviations: z.array(words).optional(),
  /** Other names under which texts and readers call it; found in texts by longest match. */
  aliases: z.array(words).optional(),
  /** Names that readers type but texts do not print: searched, never matched in a text. */
  searchNames: z.array(words).optional(),
  /** Short forms that need an antecedent, e.g. `the Convention`. */
  shortForms: z.array(words).optional(),
  symbols: z
    .array(
      z.strictObject({
        symbol: words,
        /** e.g. `annex II` */
        part: words.optional(),
        support,
        sources: z.array(id).optional(),
      }),
    )
    .optional(),
  /** What it is, in a sentence of our own. */
  about: words,
  relations: z
    .array(
      z.strictObject({
        type: z.enum([
          'protocol-to',
          'supplements',
          'part-of',
          'follows',
          'endorses',
          'member-of',
          'organ-of',
          'adopted-by',
        ]),
        to: id,
      }),
    )
    .optional(),
  facts: z
    .array(
      z.strictObject({
        /** e.g. `Adopted`, `In force`, `Parties`. */
        label: words,
        value: words,
        /** The day the value holds for; required by the checks where a number of parties is given. */
        on: words.optional(),
        support,
        sources: z.array(id).optional(),
      }),
    )
    .optional(),
  links: z.array(z.strictObject({ label: words, href: webAddress })).optional(),
  /** Where sources disagree, in our words. */
  conflicts: z.array(words).optional(),
  /** Members of a collection without pages of their own. */
  members: z
    .array(
      z.strictObject({
        symbol: words.optional(),
        name: words,
        date: words.optional(),
        support,
        sources: z.array(id).optional(),
      }),
    )
    .optional(),
  seeAlso: z.array(z.strictObject({ instrument: id, why: words })).optional(),
});
export type InstrumentFile = z.infer<typeof instrumentFile>;

export const vocabulariesFile = z.strictObject({
  topics: z.array(z.strictObject({ id, label: words, definition: words })),
  addressees: z.array(z.strictObject({ id, label: words, definition: words })),
});
export type VocabulariesFile = z.infer<typeof vocabulariesFile>;

/** A path of this site: lower case, no `#`, no `?`, with both slashes. */
const sitePath = z.string().regex(/^\/(?:[a-z0-9-]+\/)+$/, 'a path such as /chr-2004-45/op-23/');

/** content/redirects.yaml: printed addresses whose pages are gone, and where they lead now. */
export const redirectsFile = z.array(z.strictObject({ from: sitePath, to: sitePath, why: words }));
export type RedirectsFile = z.infer<typeof redirectsFile>;

/** content/sources.yaml: where facts come from, by id (`s13`). */
export const sourcesFile = z.record(
  id,
  z.strictObject({ name: words, address: webAddress.optional() }),
);
export type SourcesFile = z.infer<typeof sourcesFile>;
