/** Chance that falls the same way each time: everything made up for one learner comes from one seed. */
export interface Dice {
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
  /** A whole number, both ends inclusive. */
  between(least: number, most: number): number;
  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(items: readonly T[]): T;
  /** Deals the items in a shuffled order, then shuffles them anew; no item comes twice in a row. */
  deck<T>(items: readonly T[]): () => T;
}

export function createDice(seed: string): Dice {
  const roll = mulberry32(fnv1a(seed));
  const between = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new RangeError('dice: expected something to pick from');
    return item;
  };
  const deck = <T>(items: readonly T[]) => {
    let left: T[] = [];
    let last: T | undefined;
    return () => {
      if (left.length === 0) left = items.length > 1 ? items.filter((item) => item !== last) : [...items];
      const item = pick(left);
      left = left.filter((other) => other !== item);
      last = item;
      return item;
    };
  };
  return { chance: (probability) => roll() < probability, between, pick, deck };
}

/** A 32-bit hash of a text (FNV-1a). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Numbers from 0 up to 1, by the generator mulberry32: small, quick and good enough for made-up people. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
