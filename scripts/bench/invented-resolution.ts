import { type Chance, seededChance } from './random.ts';

/** A resolution that no organ adopted, in the form of those that one did. */
export interface InventedResolution {
  /** Folder name and address, e.g. `alh-31-7`. */
  readonly id: string;
  readonly number: string;
  readonly symbol: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
  readonly paragraphs: number;
}

export const inventedBody = 'Assembly of Lighthouses';

const PREAMBULAR = 15;
const LINE = 92;
const LINES_A_PAGE = 52;

const participles =
  'Recalling|Reaffirming|Recalling also|Noting with concern|Welcoming|Stressing|Recognizing|Deeply concerned at|Bearing in mind|Convinced that|Taking note of|Mindful of'.split(
    '|',
  );
const verbs =
  'Calls upon|Invites|Urges|Encourages|Requests|Takes note with appreciation of|Welcomes|Decides|Also calls upon|Reaffirms|Emphasizes|Stresses|Recommends'.split(
    '|',
  );
const actors =
  'all States|Governments|the Secretary-General|keepers of lights|harbour authorities|the Council of Pilots|non-governmental organizations|coastal communities'.split(
    '|',
  );
const links = 'of the|in the|for the|and the|with|to|by|on|under the|through'.split('|');
const nouns =
  'light|lamp|harbour|measure|programme|training|protection|keeper|vessel|coast|report|cooperation|assistance|situation|framework|right|standard|obligation|resource|policy|victim|woman|child|community|organization|implementation|prevention|information|development|network|strategy|education|health|security|migration|plan|session|question|item|procedure|mechanism|evidence|trafficking|consequence|approach'.split(
    '|',
  );
const adjectives =
  'national|international|regional|effective|relevant|appropriate|comprehensive|financial|technical|legal|vulnerable|sustainable|gender-sensitive|maritime|coastal|voluntary|social|economic'.split(
    '|',
  );
const syllables =
  'ka lo mi ren tas vor el din pra sco bel nu har quin dor fe sti mal ou lan ter ig pos cra'.split(
    ' ',
  );
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** The `index`th resolution of an edition; the same for the same seed, whatever came before it. */
export function inventResolution(
  index: number,
  paragraphs: number,
  seed: number,
): InventedResolution {
  const chance = seededChance(seed * 1_000_003 + index);
  const session = 31 + Math.floor(index / 100);
  const number = `${session}/${(index % 100) + 1}`;
  const day = chance.between(1, 28);
  const month = chance.between(1, 12);
  const year = 1946 + (session % 80);
  const title = capitalized(nounPhrase(chance, index));
  const preambular = Math.min(PREAMBULAR, Math.floor(paragraphs / 2));
  const blocks = [
    'RECORDS OF THE HARBOUR OFFICE',
    `${title}\n${inventedBody} Resolution: ${number}`,
    `The ${inventedBody},`,
  ];
  for (let i = 0; i < preambular; i += 1)
    blocks.push(`${chance.oneOf(participles)} ${prose(chance, chance.between(18, 70), index)},`);
  for (let i = 1; i <= paragraphs - preambular; i += 1) {
    const isLast = i === paragraphs - preambular;
    blocks.push(...operative(chance, i, index, isLast ? '.' : ';'));
  }
  blocks.push(
    `${chance.between(3, 90)}th meeting\n${day} ${months[month - 1]} ${year}\n[Adopted without a vote.]`,
  );
  return {
    id: `alh-${number.replace('/', '-')}`,
    number,
    symbol: `ALH/RES/${number}`,
    title,
    date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    text: paginated(blocks.map(wrapped)),
    paragraphs,
  };
}

function operative(chance: Chance, number: number, index: number, ending: string): string[] {
  const opening = `${number}. ${chance.oneOf(verbs)} ${chance.oneOf(actors)} to`;
  if (!chance.happens(0.15))
    return [`${opening} ${prose(chance, chance.between(15, 85), index)}${ending}`];
  const items = chance.between(2, 6);
  const blocks = [`${opening} ${prose(chance, 12, index)}:`];
  for (let i = 0; i < items; i += 1) {
    const label = `(${String.fromCharCode(97 + i)})`;
    blocks.push(
      `${label} ${capitalized(prose(chance, chance.between(10, 30), index))}${i === items - 1 ? ending : ';'}`,
    );
  }
  return blocks;
}

/** About `length` words of grammatical nonsense, now and then with a citation in it. */
function prose(chance: Chance, length: number, index: number): string {
  const parts: string[] = [];
  let words = 0;
  while (words < length) {
    const part = chance.happens(0.06) ? citation(chance) : `the ${nounPhrase(chance, index)}`;
    const link =
      parts.length === 0 ? '' : `${chance.happens(0.12) ? ',' : ''} ${chance.oneOf(links)} `;
    parts.push(link + part);
    words += part.split(' ').length + 1;
  }
  return parts.join('').replaceAll(/\bthe (?=the\b|its\b)/g, '');
}

function citation(chance: Chance): string {
  switch (chance.between(1, 4)) {
    case 1:
      return `its resolution ${chance.between(31, 40)}/${chance.between(1, 100)}`;
    case 2:
      return `General Assembly resolution ${chance.between(40, 75)}/${chance.between(1, 250)} of ${chance.between(1, 28)} December ${chance.between(1985, 2020)}`;
    case 3:
      return 'the Convention on the Elimination of All Forms of Discrimination against Women';
    default:
      return 'the Universal Declaration of Human Rights';
  }
}

/** Common words often, rare ones (new with every resolution) now and then, as vocabularies grow in real texts. */
function nounPhrase(chance: Chance, index: number): string {
  const noun = chance.happens(0.08) ? rareWord(chance, index) : common(chance, nouns);
  return chance.happens(0.5) ? `${common(chance, adjectives)} ${noun}` : noun;
}

function common(chance: Chance, words: readonly string[]): string {
  return words[Math.floor(chance.number() ** 2 * words.length)] ?? 'light';
}

function rareWord(chance: Chance, index: number): string {
  const pool = 200 + Math.floor(Math.sqrt(index + 1) * 60);
  let rest = Math.floor(chance.number() ** 2 * pool) + syllables.length;
  let word = '';
  while (rest > 0) {
    word += syllables[rest % syllables.length] ?? '';
    rest = Math.floor(rest / syllables.length);
  }
  return word;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wrapped(block: string): string {
  return block
    .split('\n')
    .flatMap((text) => {
      const lines = [''];
      for (const word of text.split(' ')) {
        const line = lines.at(-1) ?? '';
        if (line === '') lines[lines.length - 1] = word;
        else if (line.length + 1 + word.length <= LINE) lines[lines.length - 1] = `${line} ${word}`;
        else lines.push(word);
      }
      return lines;
    })
    .join('\n');
}

/** Page markers fall wherever a page is full, in mid-sentence too. */
function paginated(blocks: readonly string[]): string {
  const lines = blocks.join('\n\n').split('\n');
  const paged: string[] = [];
  lines.forEach((line, at) => {
    if (at > 0 && at % LINES_A_PAGE === 0 && at < lines.length - 8)
      paged.push('', `page ${at / LINES_A_PAGE + 1}`, '');
    paged.push(line);
  });
  return `${paged.join('\n')}\n`;
}
