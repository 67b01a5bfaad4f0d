import type { AllMiddlewareArgs, BlockAction, OverflowAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { type Messages, messagesFor } from '../../i18n';
import { changeStatus } from '../../usecases/change-status';
import { endPause } from '../../usecases/end-pause';
import { openLearnerCard } from '../../usecases/open-learner-card';
import { answerPrivately } from '../answer';
import { askerOf, textsFor } from '../asker';
import type { BotDeps } from '../bot-deps';
import { rowActions } from '../ids';
import { backMessage, pauseEndedMessage } from '../messages/breaks';
import type { Message } from '../messages/message';
import { redrawCard } from '../modals/card/redraw';
import { endings, finishView } from '../modals/finish/view';
import type { LearnerMeta } from '../modals/learner-meta';
import { openInTime } from '../modals/open-in-time';
import { pauseView } from '../modals/pause/view';
import { type ButtonPress, pressedId } from './button';
import { placeOf } from './place';

type MenuChoice = SlackActionMiddlewareArgs<BlockAction<OverflowAction>> & AllMiddlewareArgs;

/** "Pause" on a learner's card. */
export function pauseFromCard(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const opening = { learnerId: pressedId(press), title: (t: Messages) => t.breaks.form.title };
    await openAbout(deps, press, opening, pauseView);
  };
}

/** "Complete" and "Has left" in the menu of a learner's card. */
export function finishFromCard(deps: BotDeps) {
  return async (chosen: MenuChoice): Promise<void> => {
    await chosen.ack();
    const { action_id: actionId, selected_option: option } = chosen.action;
    const ending = z.enum(endings).parse(option.value);
    const learnerId = z.uuid().parse(rowActions.cardMenu.rowOf(actionId));
    const opening = { learnerId, title: (t: Messages) => t.breaks.finish.title[ending] };
    await openAbout(deps, chosen, opening, (name, t, meta) => finishView({ ending, name }, t, meta));
  };
}

/** "Bring back" on a learner's card. */
export function resumeFromCard(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { workspaceId, userId: supporterId } = askerOf(press.context);
    const learnerId = pressedId(press);
    const input = { workspaceId, supporterId, learnerId, status: 'active', reason: '' } as const;
    const back = await changeStatus(deps.context(), input);
    await answerAndRedraw(deps, press, (t) => backMessage(back, t));
  };
}

/** "End the break" and "Take it back" on a learner's card. */
export function endPauseFromCard(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { workspaceId, userId: supporterId } = askerOf(press.context);
    const ended = await endPause(deps.context(), { workspaceId, supporterId, pauseId: pressedId(press) });
    await answerAndRedraw(deps, press, (t) => pauseEndedMessage(ended, t));
  };
}

type Pressed = Pick<ButtonPress, 'client' | 'context'> & { body: BlockAction };

/** Opens a modal about one learner. */
async function openAbout(
  deps: BotDeps,
  { body, client, context }: Pressed,
  { learnerId, title }: { learnerId: string; title: (t: Messages) => string },
  draw: (name: string, t: Messages, meta: LearnerMeta) => ModalView,
): Promise<void> {
  const asker = askerOf(context);
  const { how, ...place } = placeOf(body);
  const viewer = { workspaceId: asker.workspaceId, viewerId: asker.userId };
  const content = openLearnerCard(deps.context(), { ...viewer, learnerId }).then(
    ({ locale, today, card: { name } }) => {
      deps.locales.note(asker.workspaceId, asker.userId, locale);
      return draw(name, messagesFor(locale), { ...place, locale, today, learnerId });
    },
  );
  await openInTime(deps, client, { asker, triggerId: body.trigger_id, how, title }, content);
}

async function answerAndRedraw(
  deps: BotDeps,
  { body, client, context }: Pressed,
  words: (t: Messages) => Message,
): Promise<void> {
  const asker = askerOf(context);
  const place = placeOf(body);
  const t = await textsFor(deps, asker, client);
  await answerPrivately(client, asker, place.channelId, words(t));
  await redrawCard(deps, client, asker, place);
}
