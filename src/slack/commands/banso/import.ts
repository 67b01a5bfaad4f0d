import { askerOf } from '../../asker';
import { openInTime } from '../../modals/open-in-time';
import { importModal } from '../../modals/roster-import/open';
import type { Subcommand } from './subcommand';

/** `/banso import`: takes a roster for the program that lives here. */
export const importRoster: Subcommand = {
  words: ['import', 'roster', 'インポート', '取り込み', '名簿'],
  run: async (deps, { ack, command, context, client }) => {
    await ack();
    const asker = askerOf(context);
    const { channel_id: channelId, trigger_id: triggerId } = command;
    const content = importModal(deps, asker, { meant: { channelId }, channelId });
    await openInTime(
      deps,
      client,
      { asker, triggerId, how: 'open', title: (t) => t.rosterImport.title },
      content,
    );
  },
};
