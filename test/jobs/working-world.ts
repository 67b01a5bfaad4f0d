import type { Delivery } from '../../src/db/deliveries';
import { members } from '../../src/db/schema';
import { deliveryTo } from '../support/lists';
import type { Records } from '../support/records';
import { startWorld, type World, type WorldOptions } from '../support/world';

/** A Banso whose bot and worker run, in front of one program in C0TEAM with U0LEAD, U0AOI and U0MORI. */
export interface WorkingWorld extends World {
  program: Awaited<ReturnType<Records['program']>>;
  /** Waits until the list to somebody stands in Slack. */
  posted(recipient: string): Promise<Delivery>;
  /** Waits for a condition on the database, in real time. */
  eventually<T>(find: () => Promise<T | undefined | false>, timeoutMs?: number): Promise<T>;
}

/** The sweep comes round quickly; all else is as in production. The clock stands still. */
export async function startWorkingWorld(options: WorldOptions = {}): Promise<WorkingWorld> {
  const pace = { sweepEveryMs: 200, scheduleCheckMs: 200, ...options.pace };
  const world = await startWorld({ roles: 'bot,worker', ...options, pace });
  const program = await world.records.program();
  // A sweep may have met somebody who supports no program yet, and stopped her reminders.
  await world.deps.db.update(members).set({ nextReminderAt: world.clock.now() });
  const eventually = <T>(find: () => Promise<T | undefined | false>, timeoutMs = 5000) =>
    untilAsync(find, timeoutMs);
  const posted = (recipient: string) =>
    eventually(async () => {
      const delivery = await deliveryTo(world, recipient).catch(() => undefined);
      return delivery?.status === 'sent' && delivery;
    });
  return { ...world, program, posted, eventually };
}

/** Looks again and again until `find` gives something. @throws after `timeoutMs` of real time */
export async function untilAsync<T>(
  find: () => Promise<T | undefined | false>,
  timeoutMs: number,
): Promise<T> {
  for (const end = Date.now() + timeoutMs; ; await turn()) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`it did not come about in ${timeoutMs} ms: ${find}`);
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
