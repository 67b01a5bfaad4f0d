import { messagesFor } from '../../i18n';
import { answerCover } from '../../usecases/answer-cover';
import { endAbsence } from '../../usecases/end-absence';
import { openAskCover, openAway } from '../../usecases/open-away';
import { answerPrivately } from '../answer';
import { askerOf, textsFor } from '../asker';
import type { BotDeps } from '../bot-deps';
import { endedMessage } from '../messages/answers';
import { askCoverView } from '../modals/ask-cover/view';
import { decodeOverviewMeta } from '../modals/away/meta';
import { openAwayModal, pushAwayForm } from '../modals/away/open';
import { awayOverviewView } from '../modals/away/overview';
import { openInTime } from '../modals/open-in-time';
import { updateIfOpen } from '../modals/update-if-open';
import { type ButtonPress, pressedId } from './button';

/** "Gladly" and "I can't" under a request to take learners over; the message itself shows what came of it. */
export function answerCoverFromRow(deps: BotDeps, { accepted }: { accepted: boolean }) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const asker = askerOf(press.context);
    await answerCover(deps.context(), { ...asker, requestId: pressedId(press), accepted });
  };
}

/** "Ask somebody" beside an absence. */
export function askCoverFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const channelId = channelOf(press);
    const opened = openAskCover(deps.context(), { ...asker, absenceId: pressedId(press) });
    const content = opened.then(({ locale, absenceId, from, to }) => {
      deps.locales.note(asker.workspaceId, asker.userId, locale);
      return askCoverView({ from, to }, messagesFor(locale), { locale, channelId, absenceId });
    });
    const how = body.view ? 'push' : 'open';
    const opening = { asker, triggerId: body.trigger_id, how } as const;
    await openInTime(deps, client, { ...opening, title: (t) => t.away.ask.title }, content);
  };
}

/** "I'm back" and "Take back" in the overview, which then shows how it is. */
export function endAbsenceFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const ended = await endAbsence(deps.context(), { ...asker, absenceId: pressedId(press) });
    const t = await textsFor(deps, asker, client);
    const channelId = channelOf(press);
    if (body.view?.type === 'modal') {
      const opened = await openAway(deps.context(), asker);
      const view = awayOverviewView(opened, t, { locale: opened.locale, channelId });
      await updateIfOpen(client, body.view.id, view);
    }
    await answerPrivately(client, asker, channelId, endedMessage(ended, t));
  };
}

/** "Plan time away" in the overview. */
export function planAwayFromButton(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const opening = {
      client,
      asker: askerOf(context),
      triggerId: body.trigger_id,
      channelId: channelOf(press),
    };
    await pushAwayForm(deps, { ...opening, how: body.view?.type === 'modal' ? 'push' : 'open' });
  };
}

/** "Time away" on Home. */
export function openAwayFromButton(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    await openAwayModal(deps, {
      client,
      asker: askerOf(context),
      triggerId: body.trigger_id,
      channelId: channelOf(press),
    });
  };
}

/** Where a button was pressed; in a modal, where that was opened. */
function channelOf({ body }: ButtonPress): string | null {
  return body.channel?.id ?? decodeOverviewMeta(body.view?.private_metadata ?? '')?.channelId ?? null;
}
