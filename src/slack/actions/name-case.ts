import { messagesFor } from '../../i18n';
import { openUse } from '../../usecases/library/name-case';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { caseUseView } from '../modals/case-use/view';
import { decodeCasesMeta } from '../modals/cases/meta';
import { openInTime } from '../modals/open-in-time';
import { type ButtonPress, pressedId } from './button';
import { showingOver } from './over';

/** "Use in a consultation" on a case. */
export function caseUseFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const { workspaceId, userId: viewerId } = asker;
    const caseId = pressedId(press);
    const channelId = decodeCasesMeta(body.view?.private_metadata ?? '')?.channelId ?? null;
    const how = showingOver(body);
    const content = openUse(deps.context(), { workspaceId, viewerId, caseId }).then(
      ({ locale, version, ...use }) =>
        caseUseView(use, messagesFor(locale), { locale, channelId, caseId, version, viewId: null }),
    );
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how, title: (t) => t.library.useTitle },
      content,
    );
  };
}
