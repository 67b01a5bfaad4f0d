import type { Taken } from '../../domain/cover';
import type { Messages } from '../../i18n';
import { button, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, line } from '../mrkdwn';
import { longestName, type Message } from './message';

/** The answer to "I'll take it": for today, with the way to take the learner over for good where she may. */
export function takenMessage(
  { learnerId, learnerName, forGood, mayBeKept, on }: Taken,
  t: Messages,
): Message {
  const name = bold(line(learnerName, longestName));
  if (forGood) return { text: t.taking.notification, blocks: [section(t.taking.forGood({ name }))] };
  const forDay = section(t.taking.forDay({ name, on }));
  if (!mayBeKept) return { text: t.taking.notification, blocks: [forDay] };
  const accessory = button({
    actionId: rowActions.takeForGood.idFor(learnerId),
    text: t.taking.makeForGood,
    value: learnerId,
  });
  return {
    text: t.taking.notification,
    blocks: [{ ...forDay, accessory }],
  };
}
