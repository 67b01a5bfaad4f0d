import { askerOf } from '../../asker';
import { openHandOverModal } from '../../modals/hand-over/open';
import type { Subcommand } from './subcommand';

export const handover: Subcommand = {
  words: ['handover', '引き継ぎ', '引継ぎ'],
  run: async (deps, { ack, command, client, context }) => {
    await ack();
    await openHandOverModal(deps, {
      client,
      asker: askerOf(context),
      triggerId: command.trigger_id,
      place: { how: 'open', channelId: command.channel_id },
      learnerId: null,
    });
  },
};
