import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { openInTime } from '../modals/open-in-time';
import { peopleModal } from '../modals/people/open';
import { type ButtonPress, pressedId } from './button';

/** "Change the team" in an answer or on Home. */
export function peopleFromButton(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const meant = { programId: pressedId(press) };
    const content = peopleModal(deps, client, asker, { meant, channelId: body.channel?.id ?? null });
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how: 'open', title: (t) => t.people.title },
      content,
    );
  };
}
