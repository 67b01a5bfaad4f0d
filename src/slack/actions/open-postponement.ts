import { messagesFor } from '../../i18n';
import { openPostponement } from '../../usecases/open-postponement';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { openInTime } from '../modals/open-in-time';
import { postponeView } from '../modals/postpone/view';
import { type ButtonPress, pressedId } from './button';

/** "Postpone" beside a learner in a reminder or on Home. */
export function postponeFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const { workspaceId, userId: viewerId } = asker;
    const learnerId = pressedId(press);
    const content = openPostponement(deps.context(), {
      workspaceId,
      viewerId,
      learnerId,
    }).then(({ locale, today, ...form }) => {
      const channelId = body.channel?.id ?? null;
      deps.locales.note(workspaceId, viewerId, locale);
      return postponeView(form, messagesFor(locale), { learnerId, locale, today, channelId });
    });
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how: 'open', title: (t) => t.postpone.title },
      content,
    );
  };
}
