import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Messages } from '../../i18n';
import { findLearner } from '../../usecases/find-learner';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { foundModal } from '../modals/card/open';
import { openInTime } from '../modals/open-in-time';
import { additionModal } from '../modals/profile/open';

type Command = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/learner add`, with the new learner's name or without. */
const adding = /^(?:add|追加)(?:\s+(.*))?$/is;

/** `/learner`, `/learner name` and `/learner add` */
export function learnerCommand(deps: BotDeps) {
  return async ({ ack, command, context, client }: Command): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const { channel_id: channelId, trigger_id: triggerId } = command;
    const typed = command.text.trim();
    const toAdd = adding.exec(typed.normalize('NFKC'));
    if (toAdd) {
      const addition = { channelId, name: toAdd[1] ?? '', learnerId: randomUUID() };
      const modal = additionModal(deps, asker, addition);
      const title = (t: Messages) => t.profile.title.add;
      return openInTime(deps, client, { asker, triggerId, how: 'open', title }, modal);
    }
    const viewer = { workspaceId: asker.workspaceId, viewerId: asker.userId };
    const content = findLearner(deps.context(), { ...viewer, channelId, typed }).then((found) =>
      foundModal(deps, asker, found, { typed, channelId }),
    );
    await openInTime(deps, client, { asker, triggerId, how: 'open', title: (t) => t.card.title }, content);
  };
}
