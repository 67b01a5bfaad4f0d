import { messagesFor } from '../../i18n';
import { openAnswer } from '../../usecases/open-answer';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { answerView } from '../modals/answer/view';
import { openInTime } from '../modals/open-in-time';
import { type ButtonPress, pressedId } from './button';

/** "Answer" beside a check-in in the message to a care team. */
export function answerFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const { workspaceId, userId: viewerId } = asker;
    const checkInId = pressedId(press);
    const opened = openAnswer(deps.context(), { workspaceId, viewerId, checkInId });
    const content = opened.then(({ locale, ...form }) => {
      deps.locales.note(workspaceId, viewerId, locale);
      return answerView(form, messagesFor(locale), {
        locale,
        checkInId,
        channelId: body.channel?.id ?? null,
      });
    });
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how: 'open', title: (t) => t.care.answer.title },
      content,
    );
  };
}
