import { askerOf } from '../../asker';
import { openInTime } from '../../modals/open-in-time';
import { setupModal } from '../../modals/setup/open';
import type { Subcommand } from './subcommand';

/** `/banso setup`: makes a program in this channel. */
export const setup: Subcommand = {
  words: ['setup', 'セットアップ', '開始'],
  run: async (deps, { ack, command, context, client }) => {
    await ack();
    const asker = askerOf(context);
    const content = setupModal(deps, client, asker, command.channel_id);
    await openInTime(
      deps,
      client,
      { asker, triggerId: command.trigger_id, how: 'open', title: (t) => t.setup.title },
      content,
    );
  },
};
