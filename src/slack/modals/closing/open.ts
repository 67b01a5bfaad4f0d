import { messagesFor } from '../../../i18n';
import { openClosing } from '../../../usecases/consultation/open-closing';
import { type ButtonPress, pressedId } from '../../actions/button';
import { placeOf } from '../../actions/place';
import { askerOf } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { openInTime } from '../open-in-time';
import { closingView } from './view';

/** Opens the modal that closes a consultation. */
export async function openClosingModal(deps: BotDeps, press: ButtonPress): Promise<void> {
  const { body, client, context } = press;
  const asker = askerOf(context);
  const { workspaceId, userId: viewerId } = asker;
  const consultationId = pressedId(press);
  const { how, channelId } = placeOf(body);
  const opened = openClosing(deps.context(), { workspaceId, viewerId, consultationId });
  const content = opened.then(({ locale, form }) => {
    deps.locales.note(workspaceId, viewerId, locale);
    return closingView(form, messagesFor(locale), { locale, channelId, consultationId });
  });
  const opening = { asker, triggerId: body.trigger_id, how, title: titleOf } as const;
  await openInTime(deps, client, opening, content);
}

const titleOf = (t: ReturnType<typeof messagesFor>) => t.closing.form.title;
