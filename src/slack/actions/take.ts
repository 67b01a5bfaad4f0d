import { takeLearner } from '../../usecases/take-learner';
import { answerPrivately } from '../answer';
import { askerOf, textsFor } from '../asker';
import type { BotDeps } from '../bot-deps';
import { takenMessage } from '../messages/taken';
import { type ButtonPress, pressedId } from './button';

/** "I'll take it" beside a learner whom nobody covers: for today, or from the answer to it for good. */
export function takeFromRow(deps: BotDeps, { forGood }: { forGood: boolean }) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const asker = askerOf(press.context);
    const learnerId = pressedId(press);
    const { workspaceId, userId: supporterId } = asker;
    const taken = await takeLearner(deps.context(), { workspaceId, supporterId, learnerId, forGood });
    const t = await textsFor(deps, asker, press.client);
    await answerPrivately(press.client, asker, press.body.channel?.id ?? null, takenMessage(taken, t));
  };
}
