import type { Queryable } from '../db/client';
import { type Context, transact, type Unit } from './context';

/** How long one that can't be planned is put off, in milliseconds: others of its hour don't wait for it each sweep. */
export const putOffMs = 10 * 60_000;

/** A list that couldn't be planned, by its ids; `reason` may quote what is stored. */
export class PutOff extends Error {
  constructor(
    list: string,
    readonly reason: unknown,
  ) {
    super(`put off: ${list}`);
    this.name = 'PutOff';
  }
}

/** One kind of list that is made once its hour has come. */
export interface Planner<T> {
  /** Those whose hour has come, locked until the transaction ends. */
  lock(db: Queryable, now: Date, limit: number): Promise<T[]>;
  /** Makes their lists and moves each one's hour on. */
  plan(unit: Unit, items: readonly T[]): Promise<void>;
  /** Moves the hour of one on without making its list. */
  putOff(db: Queryable, item: T, until: Date): Promise<void>;
  /** What an operator looks it up by: ids alone. */
  nameOf(item: T): string;
}

/**
 * Plans up to `limit` lists in one transaction. Where that fails, because of what is stored about one of them, each is
 * planned in a transaction of its own, and one that fails is put off by `putOffMs`: it keeps no other from being made.
 * Returns how many were looked at; less than `limit` means that none is left.
 * @throws {AggregateError} after the others are planned, of a PutOff for each that couldn't be; where each went well
 * alone, what went wrong with all
 */
export async function planBatch<T>(context: Context, planner: Planner<T>, limit: number): Promise<number> {
  try {
    return await transact(context, async (unit) => {
      const items = await planner.lock(unit.db, unit.now, limit);
      await planner.plan(unit, items);
      return items.length;
    });
  } catch (error) {
    const lists = await planOneByOne(context, planner, limit);
    throw lists.length > 0
      ? new AggregateError(lists, lists.map(({ message }) => message).join('; '))
      : error;
  }
}

async function planOneByOne<T>(context: Context, planner: Planner<T>, limit: number): Promise<PutOff[]> {
  const failures: PutOff[] = [];
  for (let looked = 0; looked < limit; looked += 1) {
    const outcome = await planOne(context, planner);
    if (outcome === 'none left') break;
    if (outcome !== 'planned') failures.push(outcome);
  }
  return failures;
}

async function planOne<T>(context: Context, planner: Planner<T>): Promise<'none left' | 'planned' | PutOff> {
  const locked: T[] = [];
  try {
    await transact(context, async (unit) => {
      locked.splice(0, 1, ...(await planner.lock(unit.db, unit.now, 1)));
      await planner.plan(unit, locked);
    });
    return locked.length === 0 ? 'none left' : 'planned';
  } catch (error) {
    const [item] = locked;
    // Nothing could be read at all: that is no fault of any one of them.
    if (item === undefined) throw error;
    // Whoever planned it meanwhile has made its list, and a list is made once: looking again early is harmless.
    await planner.putOff(context.db, item, new Date(context.now.getTime() + putOffMs));
    return new PutOff(planner.nameOf(item), error);
  }
}
