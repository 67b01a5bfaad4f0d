import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { openHandOverModal } from '../modals/hand-over/open';
import { type ButtonPress, pressedId, type RowPress } from './button';
import { placeOf } from './place';

/** "Hand over" for a learner: in a modal on top of it. */
export function handOverFromRow(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    await openHandOverOf(deps, press, pressedId(press));
  };
}

export async function openHandOverOf(
  deps: BotDeps,
  { body, client, context }: RowPress,
  learnerId: string,
): Promise<void> {
  await openHandOverModal(deps, {
    client,
    asker: askerOf(context),
    triggerId: body.trigger_id,
    place: placeOf(body),
    learnerId,
  });
}
