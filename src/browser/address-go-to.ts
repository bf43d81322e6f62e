import { paragraphPath, resolutionPath } from '../resolution/address.ts';
import type { ParagraphId } from '../resolution/model.ts';
import type { AddressReading, AskedParagraph } from './paragraph-address.ts';
import type { GoTo, Note } from './search-plan.ts';
import type { SearchableResolution } from './search-vocabulary.ts';

interface PlacedParagraph {
  readonly id: ParagraphId;
  readonly kind: 'operative' | 'preambular';
  readonly number: number;
  readonly section: string | null;
}

/** More resolutions than this are not offered for an address that names none. */
const MOST_RESOLUTIONS = 5;

/** Finds what an address names; a number out of range becomes a note that says the range. */
export function toGoTo(
  { resolution, paragraphs }: AddressReading,
  resolutions: readonly SearchableResolution[],
): { goTo: GoTo[]; notes: Note[] } {
  const goTo: GoTo[] = [];
  const notes: Note[] = [];
  const meant = resolution === null ? resolutions : [resolution];
  for (const asked of paragraphs) {
    const places = meant.flatMap((one) => findPlaces(asked, one).map((place) => ({ one, place })));
    for (const { one, place } of places.slice(0, MOST_RESOLUTIONS)) {
      const item = asked.items.join('-');
      const hasItem = item !== '' && (one.items[place.id] ?? []).includes(item);
      if (item !== '' && !hasItem) {
        notes.push({ kind: 'no-such-item', label: labelOf(place), item: toLabel(asked.items) });
      }
      goTo.push({
        kind: 'paragraph',
        label: hasItem ? `${labelOf(place)} ${toLabel(asked.items)}` : labelOf(place),
        detail: nameOf(one),
        path: `${paragraphPath(one.id, place.id)}${hasItem ? `#${item}` : ''}`,
      });
    }
    const [first] = meant;
    if (places.length === 0 && first !== undefined) {
      const placed = readPlaces(first);
      notes.push({
        kind: 'out-of-range',
        number: asked.number === 'last' ? 0 : asked.number,
        paragraphs: asked.kind,
        operative: placed.filter(({ kind }) => kind === 'operative').length,
        preambular: placed.filter(({ kind }) => kind === 'preambular').length,
        resolution: nameOf(first),
      });
    }
  }
  // "paras. 8-10" are operative ones; the preambular ones of that number come after all of them.
  goTo.sort((a, b) => rankOf(a) - rankOf(b));
  if (resolution !== null) {
    goTo.push({
      kind: 'resolution',
      label: nameOf(resolution),
      detail: resolution.title,
      path: resolutionPath(resolution.id),
    });
  }
  return { goTo, notes };
}

const rankOf = ({ path }: GoTo): number => (/\/(?:[a-z]+-)?pp-/.test(path) ? 1 : 0);

function findPlaces(asked: AskedParagraph, resolution: SearchableResolution): PlacedParagraph[] {
  const places = readPlaces(resolution).filter(
    ({ section }) => asked.section === null || section === asked.section,
  );
  const ofKind = (kind: PlacedParagraph['kind']): PlacedParagraph[] => {
    const all = places.filter((place) => place.kind === kind);
    return asked.number === 'last'
      ? all.slice(-1)
      : all.filter(({ number }) => number === asked.number);
  };
  if (asked.kind !== 'either') return ofKind(asked.kind);
  return [...ofKind('operative'), ...ofKind('preambular')];
}

function readPlaces(resolution: SearchableResolution): PlacedParagraph[] {
  return resolution.paragraphs.flatMap((id) => {
    const found = /^(?:(.+)-)?(op|pp)-(\d+)/.exec(id);
    if (found === null) return [];
    const [, section = null, kind, number] = found;
    return [
      {
        id,
        kind: kind === 'op' ? 'operative' : 'preambular',
        number: Number(number),
        section,
      },
    ];
  });
}

function labelOf({ kind, number, section }: PlacedParagraph): string {
  const within = section === null ? '' : `${section.toUpperCase()}.`;
  return `${kind === 'operative' ? 'Operative' : 'Preambular'} paragraph ${within}${number}`;
}

const nameOf = ({ bodyAbbreviation, number }: SearchableResolution): string =>
  `${bodyAbbreviation} resolution ${number}`;

const toLabel = (items: readonly string[]): string => items.map((item) => `(${item})`).join(' ');
