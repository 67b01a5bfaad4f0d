import type {
  AllMiddlewareArgs,
  BlockAction,
  ExternalSelectAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { openLearnerCard } from '../../usecases/open-learner-card';
import { type Asker, askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { ids } from '../ids';
import { cardModal } from '../modals/card/open';
import { openInTime } from '../modals/open-in-time';
import { updateIfOpen } from '../modals/update-if-open';
import { type ButtonPress, pressedId, type RowPress } from './button';
import { placeOf } from './place';

type Pick = SlackActionMiddlewareArgs<BlockAction<ExternalSelectAction>> & AllMiddlewareArgs;

/** Opens a learner's card: over the modal in which it was asked for, or in place of the finder. */
export function cardFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    await openCardOf(deps, press, pressedId(press));
  };
}

export async function openCardOf(
  deps: BotDeps,
  { body, client, context }: RowPress,
  learnerId: string,
): Promise<void> {
  const asker = askerOf(context);
  const { how, channelId } = placeOf(body);
  const content = cardOf(deps, asker, { learnerId, channelId });
  const finder = body.view?.callback_id === ids.views.findLearner ? body.view : null;
  if (finder) return updateIfOpen(client, finder.id, await content);
  const opening = { asker, triggerId: body.trigger_id, how };
  await openInTime(deps, client, { ...opening, title: (t) => t.card.title }, content);
}

/** Somebody was picked in the finder. */
export function cardFromFinder(deps: BotDeps) {
  return async ({ ack, action, body, context, client }: Pick): Promise<void> => {
    await ack();
    const learnerId = action.selected_option?.value;
    if (!learnerId || !body.view) return;
    const place = { learnerId, channelId: placeOf(body).channelId };
    await updateIfOpen(client, body.view.id, await cardOf(deps, askerOf(context), place));
  };
}

async function cardOf(
  deps: BotDeps,
  asker: Asker,
  { learnerId, channelId }: { learnerId: string; channelId: string | null },
): Promise<ModalView> {
  const viewer = { workspaceId: asker.workspaceId, viewerId: asker.userId };
  const opened = await openLearnerCard(deps.context(), { ...viewer, learnerId });
  return cardModal(deps, asker, opened, channelId);
}
