import { inArray } from 'drizzle-orm';
import { deliveries } from '../../src/db/schema';
import type { ApiCall } from '../../src/emulator';
import { peopleOf, workspaceWith } from '../support/workspace';
import { startWorld, type World, type WorldOptions } from '../support/world';

/** With the digest, fifty messages. */
const people = peopleOf(49);

/** A world without a worker in which 49 reminders and a digest are due. */
export async function startFifty(options: WorldOptions): Promise<World> {
  const world = await startWorld({ ...options, workspace: workspaceWith(people) });
  const program = await world.records.program({ people });
  for (const companionId of people) await world.records.learner(program, { companionId });
  return world;
}

/** How many messages each recipient has got, only those who haven't got exactly one. Empty: all is right. */
export function notOnce({ slack }: World): Record<string, number> {
  const counts = [
    ...people.map((id) => [id, slack.dm(id).length] as const),
    ['C0TEAM', slack.messages('C0TEAM').length] as const,
  ];
  return Object.fromEntries(counts.filter(([, count]) => count !== 1));
}

/** How many deliveries stand in each of these ways. */
export async function countWith(
  { deps }: World,
  ...statuses: (typeof deliveries.$inferSelect)['status'][]
): Promise<number> {
  return deps.db.$count(deliveries, inArray(deliveries.status, statuses));
}

/** Calls back at the `nth` post from now on, at the very moment of its effect. */
export function atPost({ slack }: World, nth: number, act: () => void): void {
  let seen = 0;
  const isPost = (call: ApiCall) => call.method === 'chat.postMessage';
  const stop = slack.on((change) => {
    if (change.kind !== 'call' || !isPost(change.call)) return;
    seen += 1;
    if (seen < nth) return;
    stop();
    act();
  });
}
