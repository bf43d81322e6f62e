/** Chance that can be repeated: the same seed gives the same sequence on every machine. */
export interface Chance {
  /** A number from 0 up to, but not including, 1. */
  readonly number: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly oneOf: <Thing>(things: readonly Thing[]) => Thing;
  /** True as often as `share` says, 0 to 1. */
  readonly happens: (share: number) => boolean;
}

/** Mulberry32 (public domain, Tommy Ettinger): 32 bits of state, good enough for invented prose. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    number,
    between: (least, most) => least + Math.floor(number() * (most - least + 1)),
    oneOf: (things) => {
      const thing = things[Math.floor(number() * things.length)];
      if (thing === undefined) throw new Error('Expected something to choose from.');
      return thing;
    },
    happens: (share) => number() < share,
  };
}
