import { z } from 'zod';
import { isLocalDate } from '../../domain/dates';
import { UserError } from '../../errors';
import { messagesFor } from '../../i18n';
import { removeClosure } from '../../usecases/change-closures';
import { takeBackPolicy } from '../../usecases/take-back-policy';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { closuresView } from '../modals/program/closures-view';
import { programMeta } from '../modals/program/meta';
import { redrawProgram } from '../modals/program/redraw';
import { updateIfOpen } from '../modals/update-if-open';
import { type ButtonPress, pressedId } from './button';
import { programPage } from './open-program';

/** "Take back" beside a planned policy. */
export function takeBackFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { workspaceId, userId: leadId } = askerOf(press.context);
    const { view } = press.body;
    const meta = programMeta.overview.decode(view?.private_metadata ?? '');
    if (!view || !meta) throw new UserError('viewExpired');
    const { programId } = meta;
    await takeBackPolicy(deps.context(), { workspaceId, programId, leadId }, pressedId(press));
    await redrawProgram(deps, press, { programId, overviewId: view.id });
  };
}

const day = z.string().refine(isLocalDate);
const daysOff = z.tuple([day, day]);

/** "Remove" beside days off: in the modal that lists them, and in the settings below it. */
export function removeClosureFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const asker = askerOf(press.context);
    const { view } = press.body;
    const meta = programMeta.closures.decode(view?.private_metadata ?? '');
    if (!view || !meta) throw new UserError('viewExpired');
    const [from, to] = daysOff.parse(press.action.value?.split('/'));
    const { workspaceId, userId: leadId } = asker;
    const { programId } = meta;
    await removeClosure(deps.context(), { workspaceId, programId, leadId }, { from, to });
    const page = await programPage(deps, asker, { programId, channelId: null });
    await updateIfOpen(press.client, view.id, closuresView(page.closures, messagesFor(page.locale), meta));
    await redrawProgram(deps, press, meta);
  };
}
