import { buildCitationFinder, type Mention } from '../resolution/find-citations.ts';
import type {
  AddresseeTag,
  Citation,
  EditorialNote,
  InstrumentId,
  Paragraph,
  Span,
  TopicTag,
} from '../resolution/model.ts';
import { howCited } from '../resolution/how-cited.ts';
import { resolveCitations } from '../resolution/resolve-citations.ts';
import type { PublishedParagraph } from './corpus.ts';
import type { AnnotationsFile, ResolutionFile } from './schemas.ts';
import { sha256 } from './text-hash.ts';
import type { Report, YamlFile } from './yaml-file.ts';

/** What every resolution of an edition is linked against. */
export interface EditionKnowledge {
  readonly find: (text: string) => readonly Mention[];
  readonly bySymbol: ReadonlyMap<string, InstrumentId>;
  /** Folders of the edition's resolutions by `organ|number` and by symbol. */
  readonly resolutions: ReadonlyMap<string, string>;
  /** Whose session an instrument is. */
  readonly sessionOf: ReadonlyMap<InstrumentId, InstrumentId>;
  readonly instruments: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly addressees: ReadonlySet<string>;
}

export { buildCitationFinder };

/**
 * Adds to parsed paragraphs what rules find and what editors say. Annotations point at words by quoting them; words
 * that are not there, and ids that nothing has, are Problems at their line.
 */
export function linkParagraphs(
  id: string,
  paragraphs: readonly Paragraph[],
  about: ResolutionFile,
  annotations: YamlFile<AnnotationsFile> | null,
  edition: EditionKnowledge,
  report: Report,
): readonly PublishedParagraph[] {
  const known = new Set<string>(paragraphs.map(({ id }) => id));
  // A text that was refused has no paragraphs, and has said so itself.
  for (const unknown of Object.keys(annotations?.data ?? {})) {
    if (paragraphs.length > 0 && !known.has(unknown)) {
      if (annotations !== null)
        report(
          annotations.keyProblem(
            [unknown],
            'unknown-paragraph',
            `There is no paragraph "${unknown}" in this resolution.`,
            `Use one of ${paragraphs[0]?.id ?? 'pp-1'} to ${paragraphs.at(-1)?.id ?? 'op-1'}.`,
          ),
        );
    }
  }
  const found = resolveCitations(
    paragraphs.map((paragraph) => ({ paragraph, mentions: edition.find(paragraph.text) })),
    {
      own: { id, organ: about.body },
      body: about.bodyInstrument ?? null,
      bySymbol: edition.bySymbol,
      resolutions: edition.resolutions,
      sessionOf: edition.sessionOf,
    },
  );
  return paragraphs.map((paragraph, index) => {
    const added = annotations?.data[paragraph.id];
    const place = (path: readonly PropertyKey[], words: string, occurrence?: number): Span => {
      const start = findWords(paragraph.text, words, occurrence ?? 1);
      if (start < 0) {
        if (annotations !== null)
          report(
            annotations.problem(
              [paragraph.id, ...path],
              'words-not-found',
              `The words "${words}" do not stand in ${paragraph.id}${occurrence !== undefined && occurrence > 1 ? ` ${occurrence} times` : ''}.`,
              'Quote the words exactly as the paragraph has them, with single spaces.',
            ),
          );
        return { start: 0, end: 0 };
      }
      if (
        occurrence === undefined &&
        findWords(paragraph.text, words, 2) >= 0 &&
        path[0] === 'citations'
      )
        if (annotations !== null)
          report(
            annotations.problem(
              [paragraph.id, ...path],
              'words-twice',
              `The words "${words}" stand more than once in ${paragraph.id}.`,
              'Quote more of the words around them, or add "occurrence: 2" for the second.',
            ),
          );
      return { start, end: start + words.length };
    };
    const need = (
      path: readonly PropertyKey[],
      id: string,
      ids: ReadonlySet<string>,
      where: string,
    ): void => {
      if (!ids.has(id))
        if (annotations !== null)
          report(
            annotations.problem(
              [paragraph.id, ...path],
              'unknown-id',
              `Nothing has the id "${id}".`,
              `Use an id of ${where}, or add it there.`,
            ),
          );
    };
    const judged = (added?.citations ?? []).map((citation, at): Citation => {
      const span = place(['citations', at, 'words'], citation.words, citation.occurrence);
      citation.instruments?.forEach((id, nth) => {
        need(['citations', at, 'instruments', nth], id, edition.instruments, 'content/instruments');
      });
      const [first, ...rest] = citation.instruments ?? [];
      return {
        span,
        words: citation.words,
        role: citation.role,
        target:
          first === undefined
            ? {
                kind: 'unresolved',
                reason: citation.role === 'collective' ? 'open-list' : 'unnamed-category',
              }
            : { kind: 'instruments', ids: [first, ...rest] },
        foundBy: 'annotation',
        locator: null,
        how: citation.role === 'implicit' ? null : howCited(paragraph, span.start),
        note: citation.note ?? null,
      };
    });
    const topics = (added?.topics ?? []).map(({ topic, words }, at): TopicTag => {
      need(['topics', at, 'topic'], topic, edition.topics, 'content/vocabularies.yaml, topics');
      return { topic, span: place(['topics', at, 'words'], words) };
    });
    const addressees = (added?.addressees ?? []).map(
      ({ addressee, as, words, occurrence }, at): AddresseeTag => {
        need(
          ['addressees', at, 'addressee'],
          addressee,
          edition.addressees,
          'content/vocabularies.yaml, addressees',
        );
        return {
          addressee,
          standing: as,
          span: place(['addressees', at, 'words'], words, occurrence),
        };
      },
    );
    const notes = (added?.notes ?? []).map(({ words, text, sic }, at): EditorialNote => ({
      span: words === undefined ? null : place(['notes', at, 'words'], words),
      text,
      sic: sic ?? false,
    }));
    // An editor's citation replaces a rule's of the same words, and a rule's inside it of the same thing.
    const rules = (found[index] ?? []).filter((rule) =>
      judged.every((one) => {
        const same = one.span.start === rule.span.start && one.span.end === rule.span.end;
        const inside = one.span.start <= rule.span.start && one.span.end >= rule.span.end;
        return !same && !(inside && one.role !== 'implicit' && targetsOf(one) === targetsOf(rule));
      }),
    );
    judged.forEach((one, at) => {
      // An inference marks no words, so it crosses none.
      if (one.role === 'implicit') return;
      const other = [...rules, ...judged].find(
        ({ role, span }) => role !== 'implicit' && crosses(span, one.span),
      );
      if (other !== undefined && annotations !== null)
        report(
          annotations.problem(
            [paragraph.id, 'citations', at, 'words'],
            'crossing-citations',
            `The words "${one.words}" cross those of another citation, "${other.words}".`,
            'Quote words that hold the other citation whole, or end before it.',
          ),
        );
    });
    const citations = [...rules, ...judged].sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
    );
    return { ...paragraph, sha256: sha256(paragraph.text), citations, topics, addressees, notes };
  });
}

/** Where words stand for the nth time, as whole words: "keep" is not in "keepers"; -1 where they do not. */
function findWords(text: string, words: string, occurrence: number): number {
  const letter = /[\p{L}\p{N}]/u;
  const inside = (at: number): boolean =>
    letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at));
  let found = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (inside(at) || inside(at + words.length)) continue;
    found += 1;
    if (found === occurrence) return at;
  }
  return -1;
}

const crosses = (a: Span, b: Span): boolean =>
  (a.start < b.start && b.start < a.end && a.end < b.end) ||
  (b.start < a.start && a.start < b.end && b.end < a.end);

const targetsOf = ({ target }: Citation): string =>
  target.kind === 'instruments' ? target.ids.join() : '';
