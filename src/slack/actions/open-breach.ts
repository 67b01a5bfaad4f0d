import { messagesFor } from '../../i18n';
import { openBreach } from '../../usecases/explain-breach';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { breachView } from '../modals/breach/view';
import { openInTime } from '../modals/open-in-time';
import { type ButtonPress, pressedId } from './button';

/** "Cause" beside a missed minimum on a lead's Home. */
export function breachFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const { workspaceId, userId: leadId } = asker;
    const breachId = pressedId(press);
    const content = openBreach(deps.context(), { workspaceId, leadId, breachId }).then(
      ({ locale, setAt, ...form }) => {
        deps.locales.note(workspaceId, leadId, locale);
        return breachView(form, messagesFor(locale), { locale, breachId, setAt });
      },
    );
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how: 'open', title: (t) => t.breach.title },
      content,
    );
  };
}
