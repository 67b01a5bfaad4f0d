import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { openSettingsModal } from '../modals/settings/open';
import type { ButtonPress } from './button';

/** "Settings" on Home. */
export function openSettingsFromButton(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    await openSettingsModal(deps, {
      client,
      asker: askerOf(context),
      triggerId: body.trigger_id,
      channelId: body.channel?.id ?? null,
    });
  };
}
