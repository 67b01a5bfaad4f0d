import { eq } from 'drizzle-orm';
import { checkIns, learners } from '../../../src/db/schema';
import type { Ephemeral, View } from '../../../src/emulator';
import { ids } from '../../../src/slack/ids';
import type { Records } from '../../support/records';
import { startWorld, type World, type WorldOptions } from '../../support/world';
import { wordsIn } from '../support/reading';

/**
 * A whole Banso with one program in C0TEAM: U0LEAD leads it, U0AOI, U0MORI and U0KUDO support it. Closing it
 * waits for all that is under way, and may be done twice.
 */
export interface Desk extends World {
  program: Awaited<ReturnType<Records['program']>>;
}

export async function startDesk(options: WorldOptions = {}): Promise<Desk> {
  const world = await startWorld(options);
  const program = await world.records.program({ people: ['U0AOI', 'U0MORI', 'U0KUDO'] });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= world.close();
    return closed;
  };
  return { ...world, program, close };
}

/** What somebody does, until Banso has opened a modal for it: the ack comes first. */
export async function modalAfter(
  { slack }: World,
  userId: string,
  act: () => Promise<unknown>,
): Promise<View> {
  const before = slack.as(userId).modal()?.id;
  await act();
  return slack.until(() => {
    const modal = slack.as(userId).modal();
    return modal && modal.id !== before && modal.callback_id !== ids.views.loading ? modal : undefined;
  });
}

/** Fills in a question to the team, until its modal shows what is similar: ticking what help is wanted looks for it. */
export async function fillQuestion(
  { slack }: World,
  userId: string,
  values: Record<string, unknown>,
): Promise<void> {
  const person = slack.as(userId);
  const before = person.modal()?.hash;
  await person.fill(values);
  await slack.until(() => person.modal()?.hash !== before || undefined);
}

/** `/checkin`, with a name or without, in the team's channel. */
export function openCheckIn(world: World, userId: string, name = '', channel = 'C0TEAM'): Promise<View> {
  return modalAfter(world, userId, () =>
    world.slack.as(userId).command(`/checkin ${name}`.trim(), { channel }),
  );
}

/** Types a name into the learner's field. @returns what is offered, in order */
export async function suggested(world: World, userId: string, typed: string): Promise<string[]> {
  const options = await world.slack.as(userId).suggest(ids.actions.learner, typed);
  return options.map(({ text }) => String((text as { text: string }).text));
}

/** Finds a learner by name and picks her; resolves once the modal shows her. */
export async function pick(
  world: World,
  userId: string,
  learner: { id: string; name: string },
): Promise<View> {
  const person = world.slack.as(userId);
  await person.suggest(ids.actions.learner, learner.name);
  await person.fill({ [ids.blocks.learner]: learner.id });
  return world.slack.until(() => {
    const modal = person.modal();
    return modal?.private_metadata.includes(learner.id) ? modal : undefined;
  });
}

/** The next answer that only this person sees, after `count` earlier ones. */
export function answer({ slack }: World, userId: string, count = 0): Promise<Ephemeral> {
  return slack.until(() => slack.ephemerals(userId)[count]);
}

export async function answerWords(world: World, userId: string, count = 0): Promise<string> {
  return wordsIn((await answer(world, userId, count)).blocks);
}

export function checkInsOf({ deps }: World, learnerId: string) {
  return deps.db.select().from(checkIns).where(eq(checkIns.learnerId, learnerId)).orderBy(checkIns.createdAt);
}

export async function learnerNow({ deps }: World, learnerId: string) {
  const [row] = await deps.db.select().from(learners).where(eq(learners.id, learnerId));
  if (!row) throw new Error(`no learner ${learnerId}`);
  return row;
}

/** A block id that a modal shows, by its beginning: those of one learner's end with her id. */
export function blockIn(view: View, prefix: string): string {
  const found = view.blocks.find(({ block_id }) => block_id === prefix || block_id.startsWith(`${prefix}:`));
  if (!found) throw new Error(`the modal has no block ${prefix}`);
  return found.block_id;
}
