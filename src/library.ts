import { type CollectionEntry, getCollection, render, type RenderResult } from 'astro:content';
import type { ParagraphEntry, ResolutionEntry } from './content.config.ts';
import type { Instrument } from './corpus/corpus.ts';
import type { SourcesFile } from './corpus/schemas.ts';
import { type Action, actionOf } from './resolution/action.ts';
import { paragraphPath } from './resolution/address.ts';
import type { AddresseeTag, Citation, TopicTag } from './resolution/model.ts';

/** A paragraph in its place: what its page, the full text and every register show. */
export interface ParagraphView {
  readonly entry: ParagraphEntry;
  readonly resolution: ResolutionView;
  readonly action: Action | null;
  readonly previous: ParagraphView | null;
  readonly next: ParagraphView | null;
}

export interface ResolutionView {
  readonly entry: ResolutionEntry;
  readonly paragraphs: readonly ParagraphView[];
}

export interface Cited {
  readonly paragraph: ParagraphView;
  readonly citation: Citation;
}

export interface Tagged<Tag> {
  readonly paragraph: ParagraphView;
  readonly tag: Tag;
}

/** A list of paragraphs under one heading: a topic, an addressee, an action. */
export interface Register<Tag> {
  readonly id: string;
  readonly label: string;
  readonly definition: string | null;
  readonly entries: readonly Tagged<Tag>[];
}

type Relation = NonNullable<Instrument['relations']>[number];

export interface InstrumentView {
  readonly entry: Instrument;
  readonly citedBy: readonly Cited[];
  /** How many paragraphs of the edition cite it; counted once, for every preview shows it. */
  readonly citingParagraphs: number;
  /** Relations that others declare to this one. */
  readonly relatedFrom: readonly { readonly type: Relation['type']; readonly from: Instrument }[];
}

/** Everything the pages ask for, computed once for the whole build. */
export interface Library {
  readonly resolutions: readonly ResolutionView[];
  readonly instruments: ReadonlyMap<string, InstrumentView>;
  readonly topics: readonly Register<TopicTag>[];
  readonly addressees: readonly Register<AddresseeTag>[];
  readonly actions: readonly Register<null>[];
  readonly sources: SourcesFile;
  /** The resolutions that cite a given one of this edition. */
  readonly citedResolutions: ReadonlyMap<string, readonly Cited[]>;
  /** The paragraphs that cite a given one, by its path. */
  readonly citedParagraphs: ReadonlyMap<string, readonly Cited[]>;
}

/** The route of each resolution, for every page that a resolution has below its own. */
export async function resolutionRoutes() {
  return (await library()).resolutions.map((resolution) => ({
    params: { resolution: resolution.entry.id },
    props: { resolution },
  }));
}

let memo: Promise<Library> | undefined;

/** The library of this edition. While developing it is built anew for each request, so that an edit shows at once. */
export function library(): Promise<Library> {
  if (import.meta.env.DEV) return openLibrary();
  memo ??= openLibrary();
  return memo;
}

/** A page of our own prose, written in MDX. */
export type ProsePage = CollectionEntry<'pages'>;

export function prosePages(): Promise<readonly ProsePage[]> {
  return getCollection('pages');
}

export function renderProse(page: ProsePage): Promise<RenderResult> {
  return render(page);
}

async function inOrder<
  Name extends 'resolutions' | 'paragraphs' | 'instruments' | 'topics' | 'addressees' | 'problems',
>(name: Name): Promise<CollectionEntry<Name>['data'][]> {
  const entries = await getCollection(name);
  return entries.map(({ data }) => data).sort((a, b) => a.order - b.order);
}

async function openLibrary(): Promise<Library> {
  await refuseProblems();
  const resolutions = shelve(await inOrder('resolutions'), await inOrder('paragraphs'));
  const paragraphs = resolutions.flatMap((resolution) => resolution.paragraphs);
  const instruments = await inOrder('instruments');
  const sources = await getCollection('sources');
  const { byInstrument, byResolution, byParagraph } = collectCitations(paragraphs);

  const relatedFrom = Map.groupBy(
    instruments.flatMap((from) =>
      (from.relations ?? []).map(({ type, to }) => ({ type, to, from })),
    ),
    ({ to }) => to,
  );

  return {
    resolutions,
    instruments: new Map(
      instruments.map((entry) => [
        entry.id,
        viewInstrument(entry, byInstrument.get(entry.id) ?? [], relatedFrom.get(entry.id) ?? []),
      ]),
    ),
    topics: collectRegister(
      await inOrder('topics'),
      paragraphs,
      ({ entry }) => entry.topics,
      ({ topic }) => topic,
    ),
    addressees: collectRegister(
      await inOrder('addressees'),
      paragraphs,
      ({ entry }) => entry.addressees,
      ({ addressee }) => addressee,
    ),
    actions: collectActions(paragraphs),
    sources: Object.fromEntries(sources.map(({ id, data }) => [id, data])),
    citedResolutions: byResolution,
    citedParagraphs: byParagraph,
  };
}

function viewInstrument(
  entry: Instrument,
  citedBy: readonly Cited[],
  relatedFrom: InstrumentView['relatedFrom'],
): InstrumentView {
  const citing = new Set(
    citedBy.flatMap(({ citation, paragraph }) => (citation.role === 'implicit' ? [] : [paragraph])),
  );
  return { entry, citedBy, citingParagraphs: citing.size, relatedFrom };
}

/** While developing, a Problem becomes Astro's overlay with file and line; a build has stopped long before. */
async function refuseProblems(): Promise<void> {
  if (import.meta.env.PROD) return;
  const [reading] = await inOrder('problems');
  const [first, ...others] = reading?.problems ?? [];
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` (and ${others.length} more: see the terminal)`;
  throw Object.assign(new Error(`${first.code}: ${first.message}${more}`), {
    name: 'Problem in content',
    hint: first.hint,
    loc: { file: first.file, line: first.line, column: first.column },
  });
}

function shelve(
  entries: readonly ResolutionEntry[],
  paragraphs: readonly ParagraphEntry[],
): ResolutionView[] {
  const byResolution = Map.groupBy(paragraphs, ({ resolution }) => resolution);
  return entries.map((entry) => {
    const views: ParagraphView[] = [];
    const resolution: ResolutionView = { entry, paragraphs: views };
    let previous: (ParagraphView & { next: ParagraphView | null }) | null = null;
    for (const paragraph of byResolution.get(entry.id) ?? []) {
      const { openingPhrase, text } = paragraph;
      const view: ParagraphView & { next: ParagraphView | null } = {
        entry: paragraph,
        resolution,
        action:
          openingPhrase === null
            ? null
            : actionOf(text.slice(openingPhrase.start, openingPhrase.end)),
        previous,
        next: null,
      };
      if (previous !== null) previous.next = view;
      views.push(view);
      previous = view;
    }
    return resolution;
  });
}

function collectCitations(paragraphs: readonly ParagraphView[]) {
  const byInstrument = new Map<string, Cited[]>();
  const byResolution = new Map<string, Cited[]>();
  const byParagraph = new Map<string, Cited[]>();
  const put = (shelf: Map<string, Cited[]>, id: string, cited: Cited): void => {
    const list = shelf.get(id);
    if (list === undefined) shelf.set(id, [cited]);
    else list.push(cited);
  };
  for (const paragraph of paragraphs) {
    for (const citation of paragraph.entry.citations) {
      const { target } = citation;
      if (target.kind === 'instruments') {
        for (const id of target.ids) put(byInstrument, id, { paragraph, citation });
      }
      if (target.kind === 'resolution' && target.resolution !== paragraph.entry.resolution) {
        put(byResolution, target.resolution, { paragraph, citation });
      }
      if (target.kind === 'resolution')
        for (const id of target.paragraphs)
          put(byParagraph, paragraphPath(target.resolution, id), { paragraph, citation });
    }
  }
  return { byInstrument, byResolution, byParagraph };
}

function collectRegister<Tag>(
  vocabulary: readonly {
    readonly id: string;
    readonly label: string;
    readonly definition: string;
  }[],
  paragraphs: readonly ParagraphView[],
  tagsOf: (paragraph: ParagraphView) => readonly Tag[],
  idOf: (tag: Tag) => string,
): Register<Tag>[] {
  const tagged = paragraphs.flatMap((paragraph) =>
    tagsOf(paragraph).map((tag) => ({ paragraph, tag })),
  );
  const byId = Map.groupBy(tagged, ({ tag }) => idOf(tag));
  return vocabulary.map(({ id, label, definition }) => ({
    id,
    label,
    definition,
    entries: byId.get(id) ?? [],
  }));
}

function collectActions(paragraphs: readonly ParagraphView[]): Register<null>[] {
  const actions = new Map<string, { label: string; entries: Tagged<null>[] }>();
  for (const paragraph of paragraphs) {
    if (paragraph.action === null) continue;
    const { id, label } = paragraph.action;
    const action = actions.get(id) ?? { label, entries: [] };
    action.entries.push({ paragraph, tag: null });
    actions.set(id, action);
  }
  return [...actions].map(([id, { label, entries }]) => ({ id, label, definition: null, entries }));
}
