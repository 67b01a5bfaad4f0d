import { askerOf } from '../../asker';
import { openSettingsModal } from '../../modals/settings/open';
import type { Subcommand } from './subcommand';

export const settings: Subcommand = {
  words: ['settings', '設定'],
  run: async (deps, { ack, command, client, context }) => {
    await ack();
    const { channel_id: channelId, trigger_id: triggerId } = command;
    await openSettingsModal(deps, { client, asker: askerOf(context), triggerId, channelId });
  },
};
