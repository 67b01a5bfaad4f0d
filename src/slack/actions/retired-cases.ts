import { UserError } from '../../errors';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { decodeCasesMeta } from '../modals/cases/meta';
import { openInTime } from '../modals/open-in-time';
import { retiredCasesModal } from '../modals/retired-cases/open';
import { updateIfOpen } from '../modals/update-if-open';
import type { ButtonPress } from './button';
import { placeOf } from './place';

/** "Retired cases", over the search. */
export function showRetired(deps: BotDeps) {
  return async ({ ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const { how, channelId } = placeOf(body);
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how, title: (t) => t.library.retiredTitle },
      retiredCasesModal(
        deps,
        asker,
        0,
        decodeCasesMeta(body.view?.private_metadata ?? '')?.channelId ?? channelId,
      ),
    );
  };
}

/** Another page of them. */
export function turnRetired(deps: BotDeps) {
  return async ({ ack, action, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const meta = decodeCasesMeta(body.view?.private_metadata ?? '');
    if (!body.view || !meta) throw new UserError('viewExpired');
    const offset = Math.max(0, Number.parseInt(action.value ?? '', 10) || 0);
    const view = await retiredCasesModal(deps, askerOf(context), offset, meta.channelId);
    await updateIfOpen(client, body.view.id, view);
  };
}
