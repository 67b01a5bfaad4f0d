import { UserError } from '../../../errors';
import { openPlanFor } from '../../../usecases/open-plan';
import { askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import type { LearnerPick } from '../learner-field';
import { updateIfOpen } from '../update-if-open';
import { decodePlanMeta } from './meta';
import { planModal } from './open';

/** A learner was picked: shows how she stands and which days can be chosen. */
export function pickPlanLearner(deps: BotDeps) {
  return async ({ ack, action, body, context, client }: LearnerPick): Promise<void> => {
    await ack();
    const learnerId = action.selected_option?.value;
    if (!learnerId || !body.view) return;
    const origin = decodePlanMeta(body.view.private_metadata);
    if (!origin) throw new UserError('viewExpired');
    const asker = askerOf(context);
    const { workspaceId, userId: viewerId } = asker;
    const opened = await openPlanFor(deps.context(), { workspaceId, viewerId, learnerId });
    await updateIfOpen(client, body.view.id, planModal(deps, asker, opened, origin));
  };
}
