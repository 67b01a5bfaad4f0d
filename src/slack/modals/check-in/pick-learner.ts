import { UserError } from '../../../errors';
import { openCheckInFor } from '../../../usecases/open-check-in';
import { askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { ids } from '../../ids';
import type { LearnerPick } from '../learner-field';
import { textIn } from '../state-values';
import { updateIfOpen } from '../update-if-open';
import { decodeCheckInMeta } from './meta';
import { checkInModal } from './open';

/** A learner was picked: shows her last check-ins, unit and plan. What was typed already stays. */
export function pickLearner(deps: BotDeps) {
  return async ({ ack, action, body, context, client }: LearnerPick): Promise<void> => {
    await ack();
    const learnerId = action.selected_option?.value;
    if (!learnerId || !body.view) return;
    const asker = askerOf(context);
    const { id: viewId, private_metadata: metadata, state } = body.view;
    const origin = decodeCheckInMeta(metadata);
    if (!origin) throw new UserError('viewExpired');
    const opened = await openCheckInFor(deps.context(), {
      workspaceId: asker.workspaceId,
      viewerId: asker.userId,
      learnerId,
      // A message's text was filled in by Banso: Slack promises to keep only what the person typed.
      given: {
        note: textIn(state.values, ids.blocks.note),
        sentText: textIn(state.values, ids.blocks.sentText),
      },
    });
    const view = checkInModal(deps, asker, opened, origin);
    await updateIfOpen(client, viewId, view);
  };
}
