import { z } from 'zod';
import { followUpAnswers } from '../../domain/consultation';
import { messagesFor } from '../../i18n';
import { openFollowUp } from '../../usecases/consultation/build-follow-up';
import { reopenConsultation } from '../../usecases/consultation/reopen-consultation';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { openClosingModal } from '../modals/closing/open';
import { followUpView } from '../modals/follow-up/view';
import { openInTime } from '../modals/open-in-time';
import { type ButtonPress, pressedId } from './button';
import { placeOf } from './place';

/** "Close" on a consultation. */
export function closeFromButton(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    await openClosingModal(deps, press);
  };
}

/** "Open again" on a closed consultation; its thread is told of it. */
export function reopenFromButton(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { workspaceId, userId: viewerId } = askerOf(press.context);
    const consultationId = pressedId(press);
    await reopenConsultation(deps.context(), { workspaceId, viewerId, consultationId });
  };
}

/** One of the answers to how it went on: a line can be added. */
export function followUpFromButton(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context, action } = press;
    const asker = askerOf(context);
    const { workspaceId, userId: viewerId } = asker;
    const [answer, consultationId] = z
      .tuple([z.enum(followUpAnswers), z.uuid()])
      .parse(action.value?.split('/'));
    const { channelId, how } = placeOf(body);
    const opened = openFollowUp(deps.context(), { workspaceId, viewerId, consultationId });
    const content = opened.then(({ locale, title }) => {
      deps.locales.note(workspaceId, viewerId, locale);
      return followUpView({ title, answer }, messagesFor(locale), { locale, channelId, consultationId });
    });
    const opening = { asker, triggerId: body.trigger_id, how } as const;
    await openInTime(deps, client, { ...opening, title: (t) => t.closing.followUp.title }, content);
  };
}
