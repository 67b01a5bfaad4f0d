import type {
  AllMiddlewareArgs,
  BlockAction,
  ExternalSelectAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { openCheckInFor } from '../../../usecases/open-check-in';
import { askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { decodeCheckInMeta } from './meta';
import { checkInModal } from './open';

type Pick = SlackActionMiddlewareArgs<BlockAction<ExternalSelectAction>> & AllMiddlewareArgs;

/** A learner was picked: shows her last check-ins, unit and plan. What was typed already stays. */
export function pickLearner(deps: BotDeps) {
  return async ({ ack, action, body, context, client }: Pick): Promise<void> => {
    await ack();
    const learnerId = action.selected_option?.value;
    if (!learnerId || !body.view) return;
    const asker = askerOf(context);
    const opened = await openCheckInFor(deps.context(), {
      workspaceId: asker.workspaceId,
      viewerId: asker.userId,
      learnerId,
      given: {},
    });
    const origin = decodeCheckInMeta(body.view.private_metadata);
    const view = checkInModal(deps, asker, opened, origin);
    await client.views.update({ view_id: body.view.id, view });
  };
}
