import type { Message } from '../../../src/emulator';
import { ids, learnersBlock, rowActions } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import { type Desk, modalAfter } from './desk';

/** The conversation between Banso and one person. */
export function directChannel({ slack }: Desk, userId: string): string {
  const found = slack.channels().find(({ kind, members }) => kind === 'im' && members.includes(userId));
  if (!found) throw new Error(`Banso has not written to ${userId}`);
  return found.id;
}

/** Today's reminder of a person, as it is now. */
export function reminderOf({ slack }: Desk, userId: string): Message {
  const found = slack.dm(userId).findLast(({ blocks }) => blocks !== undefined);
  if (!found) throw new Error(`${userId} has no reminder`);
  return found;
}

/** Today's digest in the team's channel, as it is now. */
export function digestIn({ slack, slack: { botUserId } }: Desk): Message {
  const found = slack.messages('C0TEAM').findLast(({ user }) => user === botUserId);
  if (!found) throw new Error('the team has no digest');
  return found;
}

export const wordsOf = (message: Message) => wordsIn(message.blocks);

/** A filled plan modal of a learner. */
export function planOf({ id }: { id: string }, on: string, reason = '') {
  const { planOn, planReason } = ids.blocks;
  return { [learnersBlock(planOn, id)]: on, [learnersBlock(planReason, id)]: reason };
}

/** Presses "Postpone" beside a learner in the person's reminder. */
export async function pressPostpone(desk: Desk, userId: string, learner: { id: string }): Promise<void> {
  const { ts } = reminderOf(desk, userId);
  const place = { channel: directChannel(desk, userId), ts };
  await desk.slack.as(userId).click(place, rowActions.plan.idFor(learner.id));
}

export function openPostpone(desk: Desk, userId: string, learner: { id: string }) {
  return modalAfter(desk, userId, () => pressPostpone(desk, userId, learner));
}

/** Presses "I'll take it" beside a learner in the digest. */
export async function pressTake(
  desk: Desk,
  userId: string,
  learner: { id: string },
  ts = digestIn(desk).ts,
): Promise<void> {
  await desk.slack.as(userId).click({ channel: 'C0TEAM', ts }, rowActions.take.idFor(learner.id));
}
