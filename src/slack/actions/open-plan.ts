import { openPlan, openPlanFor } from '../../usecases/open-plan';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { openInTime } from '../modals/open-in-time';
import { planModal } from '../modals/plan/open';
import { type ButtonPress, pressedId, type RowPress } from './button';
import { placeOf } from './place';

/** "Postpone" beside a learner in a reminder or on Home, and "Plan" on her card. */
export function planFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    await openPlanOf(deps, press, pressedId(press));
  };
}

/** Opens the plan modal of one learner, over a modal where the press was in one. */
export async function openPlanOf(
  deps: BotDeps,
  { body, client, context }: RowPress,
  learnerId: string,
): Promise<void> {
  const asker = askerOf(context);
  const { workspaceId, userId: viewerId } = asker;
  const opened = openPlanFor(deps.context(), { workspaceId, viewerId, learnerId });
  const { how, ...place } = placeOf(body);
  const origin = { ...place, picking: false };
  const content = opened.then((plan) => planModal(deps, asker, plan, origin));
  await openInTime(
    deps,
    client,
    { asker, triggerId: body.trigger_id, how, title: (t) => t.plan.title },
    content,
  );
}

/** "Plan a contact" under the digest: the learner is picked in the modal. */
export function newPlan(deps: BotDeps) {
  return async ({ ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const { workspaceId, userId: viewerId } = asker;
    const channelId = body.channel?.id ?? null;
    const opened = openPlan(deps.context(), { workspaceId, viewerId, channelId });
    const content = opened.then((plan) => planModal(deps, asker, plan, { channelId, picking: true }));
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how: 'open', title: (t) => t.plan.title },
      content,
    );
  };
}
