/** Whose resolution is meant: organs as texts name them, and what the form of a number allows. */

const byAbbreviation: Readonly<Record<string, string>> = {
  GA: 'General Assembly',
  UNGA: 'General Assembly',
  SC: 'Security Council',
  UNSC: 'Security Council',
  ECOSOC: 'Economic and Social Council',
  HRC: 'Human Rights Council',
  UNHRC: 'Human Rights Council',
};
const fullNames = [
  'General Assembly',
  'Security Council',
  'Economic and Social Council',
  'Human Rights Council',
  'Commission on Human Rights',
];
const shortNames = ['Assembly', 'Council', 'Commission'];

const organNoun =
  /(?:^|[ -])(?:Commission|Subcommission|Committee|Council|Assembly|Conference|Congress|Board|Authority|Parliament|Union|Organization|Agency|Summit|Meeting|Parties|[A-Z]{2,})(?: |$)/;
const connecting = new Set(['on', 'of', 'for', 'and', 'the', 'to', 'against', 'in', 'with', 'by']);
const adjectives = new Set(
  'previous earlier relevant recent other own landmark subsequent above-mentioned aforementioned'.split(
    ' ',
  ),
);

/** The organ of a resolution: a name, `own` for "its", or null where the words around the number name none. */
export type NamedOrgan = { readonly name: string } | 'own' | null;

/**
 * The organ named right before "resolution": "General Assembly resolution …", "the Council's resolution …".
 * A name that is not one of the organs known here comes back as it stands, "Sub-Commission" and "World Health Assembly"
 * too: their resolutions are nobody else's.
 */
export function organBefore(text: string, start: number): NamedOrgan {
  const words = text
    .slice(Math.max(0, start - 160), start)
    .trimEnd()
    .split(' ');
  if (start > 160) words.shift();
  while (adjectives.has(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  if (last === 'its' || last === 'Its')
    return ownOrOther(text.slice(Math.max(0, start - 600), start));
  if (last === 'their') return { name: 'their' };
  const name: string[] = [];
  for (let word = words.pop(); word !== undefined; word = words.pop()) {
    const plain = name.length === 0 ? word.replace(/['’]s?$/, '') : word;
    if (!/^[“"(]?\p{Lu}[\p{L}’'-]*$/u.test(plain) && !connecting.has(plain)) break;
    name.unshift(plain);
  }
  while (connecting.has(name[0] ?? '')) name.shift();
  const phrase = name.join(' ').replace(/^[“"(]/, '');
  return organNoun.test(phrase) ? { name: knownAtEnd(phrase) } : null;
}

const date = String.raw`(?: of \d{1,2} \p{Lu}\p{Ll}+ \d{4})?`;
const after = new RegExp(
  String.raw`^${date},? (?:of|by|adopted by) the (\p{Lu}[\p{L}’'-]*(?: (?:(?:on|of|for|and|the|to|against|in) )*\p{Lu}[\p{L}’'-]*)*)`,
  'u',
);

/** The organ named right after the number: "resolution 5/1 of 18 June 2007 of the Human Rights Council". */
export function organAfter(text: string, end: number): NamedOrgan {
  const phrase = after.exec(text.slice(end, end + 160))?.[1] ?? '';
  if (!organNoun.test(phrase)) return null;
  const known = [...fullNames, ...shortNames].find(
    (name) =>
      phrase === name ||
      (phrase.startsWith(`${name} `) &&
        !/^(?:on|of|for|to|against) /.test(phrase.slice(name.length + 1))),
  );
  return { name: known ?? byAbbreviation[phrase] ?? phrase };
}

/** The known organ that a phrase ends with, when what stands before it is no part of its name. */
function knownAtEnd(phrase: string): string {
  const known = [...fullNames, ...shortNames, ...Object.keys(byAbbreviation)].find((name) => {
    if (phrase !== name && !phrase.endsWith(` ${name}`)) return false;
    const before = phrase
      .slice(0, -name.length)
      .trimEnd()
      .replace(/(?:^| )United Nations$/, '');
    return /(?:^| )(?:on|of|for|and|the|to|against|in|with|by)$|^$|^\p{Lu}\p{Ll}*(?:ing|s)$/u.test(
      before,
    );
  });
  return known === undefined ? phrase : (byAbbreviation[known] ?? known);
}

const otherOrgan =
  /(?<![\p{L}-])(General Assembly|Security Council|Economic and Social Council|Human Rights Council|Commission on Human Rights|(?<=[Tt]he )(?:Assembly|Council|Commission)(?! (?:on|of|for)\b))(?!['’]?s? (?:[Rr]esolution|[Dd]ecision)s? )/gu;

/**
 * Who "its" is: the organ that speaks, unless another one has just been named as the one that acted, as in "the
 * General Assembly, in its resolution 60/251". An organ named farther off leaves the question open.
 */
function ownOrOther(before: string): NamedOrgan {
  // Who recalls, reaffirms or decides is the organ that speaks.
  if (
    /(?<![\p{L}])(?:[Rr]ecall|[Rr]eaffirm|[Rr]eiterat|[Nn]ot|[Ss]tress)(?:ing|e?s)(?: also| further)? its (?:[a-z-]+ )*$/u.test(
      before,
    )
  )
    return 'own';
  const last = [...before.matchAll(otherOrgan)].at(-1);
  if (last === undefined) return 'own';
  const between = before.slice(last.index + last[0].length);
  const acted =
    /^,? (?:also )?(?:in|by|through|under|pursuant to|with|on the basis of)(?: [^,;.]{0,60}? (?:of|to|in))? its (?:[a-z-]+ )*$/.test(
      between,
    );
  return { name: acted ? (last[1] ?? '') : `its: ${last[1] ?? ''}` };
}

/**
 * The one organ that a number belongs to, by its name and form; null when the words leave several, or name one whose
 * numbers are unlike this. Forms by un-conventions, "Identity": a year in brackets is the Security Council's, a year
 * first the Economic and Social Council's or the Commission on Human Rights', a session first the General Assembly's or
 * the Human Rights Council's, a roman session any organ's of the first thirty years.
 */
export function settleOrgan(named: NamedOrgan, number: string, own: string): string | null {
  const fits = (organ: string): boolean => mayCount(organ, number);
  if (named === 'own') return fits(own) ? own : null;
  if (named === null) {
    if (mayCount('Security Council', number)) return 'Security Council';
    if (/\([IVXL]+\)$/.test(number)) return fits('General Assembly') ? 'General Assembly' : null;
    // A year first is the own organ's or several others'; a session first is the Assembly's but for the Council itself.
    if (/^\d{4}\//.test(number))
      return /^(?:Commission on Human Rights|Economic)/.test(own) ? own : null;
    return own === 'Human Rights Council' ? null : 'General Assembly';
  }
  const [, mentioned] = /^its: (.+)$/.exec(named.name) ?? [];
  if (mentioned !== undefined) {
    const other = settleOrgan({ name: mentioned }, number, own);
    if (other === own || other === null) return fits(own) ? own : null;
    return fits(own) ? null : other;
  }
  switch (named.name) {
    case 'Assembly':
      return fits('General Assembly') ? 'General Assembly' : null;
    case 'Commission':
      if (!/^(?:Commission on Human Rights|Human Rights Council)$/.test(own)) return null;
      return fits('Commission on Human Rights') ? 'Commission on Human Rights' : null;
    case 'Council': {
      if (own.endsWith(' Council') && fits(own)) return own;
      const councils = ['Security Council', 'Economic and Social Council', 'Human Rights Council'];
      const [first, second] = councils.filter(fits);
      return second === undefined ? (first ?? null) : null;
    }
    default:
      return fits(named.name) ? named.name : null;
  }
}

/** Whether an organ numbers its resolutions like this; of organs not known here nobody knows. */
function mayCount(organ: string, number: string): boolean {
  const roman = /\((?:E?S-)?([IVXL]+)\)$/.exec(number)?.[1];
  const yearFirst = /^(?:19|20)\d{2}\//.test(number);
  const yearInBrackets = /\((?:19|20)\d{2}\)$/.test(number);
  switch (organ) {
    case 'Security Council':
      return yearInBrackets;
    case 'General Assembly':
      // The roman count ended with the thirty-first session, in 1976.
      return roman === undefined ? !yearFirst && !yearInBrackets : value(roman) <= 31;
    case 'Human Rights Council':
      return roman === undefined && !yearFirst && !yearInBrackets && !number.startsWith('ES-');
    case 'Economic and Social Council':
    case 'Commission on Human Rights':
      return yearFirst || (roman !== undefined && !/\(E?S-/.test(number));
    default:
      return true;
  }
}

function value(roman: string): number {
  const worth = new Map([
    ['I', 1],
    ['V', 5],
    ['X', 10],
    ['L', 50],
  ]);
  const figures = [...roman].map((figure) => worth.get(figure) ?? 0);
  return figures.reduce(
    (sum, figure, at) => sum + (figure < (figures[at + 1] ?? 0) ? -figure : figure),
    0,
  );
}
