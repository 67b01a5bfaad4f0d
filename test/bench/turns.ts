import { median } from './report';

interface Turns {
  /** How often each figure is taken and counts. */
  rounds: number;
  /** Rounds before those, in which everything gets warm; they don't count. */
  warmUp: number;
}

/**
 * Takes each figure once per round, so that a slow moment of the machine is shared, and each one first in turn.
 * Returns their medians.
 */
export async function inTurns(
  figures: readonly (() => Promise<number>)[],
  { rounds, warmUp }: Turns,
): Promise<number[]> {
  const taken = figures.map((): number[] => []);
  for (let i = -warmUp; i < rounds; i += 1) {
    for (const place of figures.keys()) {
      const which = (i + warmUp + place) % figures.length;
      const ms = await figures[which]?.();
      if (i >= 0 && ms !== undefined) taken[which]?.push(ms);
    }
  }
  return taken.map(median);
}

/** How long work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
