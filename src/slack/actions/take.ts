import { takeLearner } from '../../usecases/take-learner';
import { askerOf, textsFor } from '../asker';
import type { BotDeps } from '../bot-deps';
import { takenMessage } from '../messages/answers';
import { type ButtonPress, pressedId } from './button';

/** "I'll take it" beside a learner whom nobody covers. */
export function takeFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const asker = askerOf(press.context);
    const learnerId = pressedId(press);
    const { workspaceId, userId: supporterId } = asker;
    const { learnerName } = await takeLearner(deps.context(), { workspaceId, supporterId, learnerId });
    const t = await textsFor(deps, asker, press.client);
    await press.respond({
      response_type: 'ephemeral',
      replace_original: false,
      ...takenMessage(learnerName, t),
    });
  };
}
