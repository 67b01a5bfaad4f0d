import { askerOf } from '../../asker';
import { openAwayModal } from '../../modals/away/open';
import type { Subcommand } from './subcommand';

export const away: Subcommand = {
  words: ['away', '休み', 'お休み', '不在'],
  run: async (deps, { ack, command, client, context }) => {
    await ack();
    const { channel_id: channelId, trigger_id: triggerId } = command;
    await openAwayModal(deps, { client, asker: askerOf(context), triggerId, channelId });
  },
};
