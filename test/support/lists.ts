import { asc, eq } from 'drizzle-orm';
import { type Delivery, listPages } from '../../src/db/deliveries';
import { deliveries, deliveryLearners, learners } from '../../src/db/schema';
import { type Emulator, type Message, readableText } from '../../src/emulator';
import type { World } from './world';

/** Every delivery of a kind, in the order of planning. */
export function deliveriesOf(world: World, kind: Delivery['kind']): Promise<Delivery[]> {
  return world.deps.db
    .select()
    .from(deliveries)
    .where(eq(deliveries.kind, kind))
    .orderBy(asc(deliveries.createdAt), asc(deliveries.recipient), asc(deliveries.page));
}

/** The delivery that is the first page of its kind to somebody, on a day if there are several. */
export async function deliveryTo(world: World, recipient: string, onDate?: string): Promise<Delivery> {
  const all = await world.deps.db.select().from(deliveries).where(eq(deliveries.recipient, recipient));
  const found = all.find((row) => row.page === 0 && (!onDate || row.onDate === onDate));
  if (!found) throw new Error(`deliveries: expected one to ${recipient}`);
  return found;
}

/** The names on a whole list, page after page. */
export async function namesOn(world: World, list: Delivery): Promise<string[]> {
  const { db } = world.deps;
  const names: string[] = [];
  for (const { id } of await listPages(db, list)) {
    const rows = await db
      .select({ name: learners.name })
      .from(deliveryLearners)
      .innerJoin(learners, eq(learners.id, deliveryLearners.learnerId))
      .where(eq(deliveryLearners.deliveryId, id))
      .orderBy(asc(deliveryLearners.position));
    names.push(...rows.map(({ name }) => name));
  }
  return names;
}

/** What a message says now; empty while there is none. */
export function textOf(message: Message | undefined): string {
  return readableText(message?.blocks);
}

/** What somebody's newest direct message from the bot says. */
export function reminderText({ slack }: Pick<World, 'slack'>, userId: string): string {
  return textOf(slack.dm(userId).at(-1));
}

/** What the team channel's newest message says. */
export function digestText({ slack }: Pick<World, 'slack'>, channelId = 'C0TEAM'): string {
  return textOf(slack.messages(channelId).at(-1));
}

/** How often a posted delivery was drawn again. */
export function updatesOf(slack: Emulator, { channelId, ts }: Delivery): number {
  const concerns = (args: Record<string, unknown>) => args.channel === channelId && args.ts === ts;
  return slack.calls.filter(({ method, args }) => method === 'chat.update' && concerns(args)).length;
}
