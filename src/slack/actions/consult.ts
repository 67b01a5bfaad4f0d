import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { ids } from '../ids';
import { openConsultModal, openConsultModalAbout } from '../modals/consult/open';
import { textIn } from '../modals/state-values';
import { type ButtonPress, pressedId, type RowPress } from './button';
import { placeOf } from './place';

/** "Ask the team" for a learner: on her card, and in the check-in modal, whose note is the beginning of the question. */
export function consultFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    await openConsultOf(deps, press, pressedId(press));
  };
}

export async function openConsultOf(
  deps: BotDeps,
  { body, client, context }: RowPress,
  learnerId: string,
): Promise<void> {
  const note =
    body.view?.callback_id === ids.views.checkIn ? textIn(body.view.state.values, ids.blocks.note) : '';
  await openConsultModalAbout(deps, {
    ...{ client, asker: askerOf(context), triggerId: body.trigger_id, place: placeOf(body), learnerId },
    given: { situation: note },
  });
}

/** "Ask the team" under the digest and on Home: the learner is picked in the modal. */
export function newConsult(deps: BotDeps) {
  return async ({ ack, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const place = placeOf(body);
    await openConsultModal(deps, { client, asker: askerOf(context), triggerId: body.trigger_id, place });
  };
}
