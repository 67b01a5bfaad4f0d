import { messagesFor } from '../../../i18n';
import { programPage } from '../../actions/open-program';
import { askerOf } from '../../asker';
import { openInTime } from '../../modals/open-in-time';
import { programView } from '../../modals/program/overview';
import type { Subcommand } from './subcommand';

/** `/banso program`: the settings of the channel's program, or of any that she leads. */
export const program: Subcommand = {
  words: ['program', 'プログラム'],
  run: async (deps, { ack, command, context, client }) => {
    await ack();
    const asker = askerOf(context);
    const { channel_id: channelId, trigger_id: triggerId } = command;
    const content = programPage(deps, asker, { programId: null, channelId }).then((page) =>
      programView(page, messagesFor(page.locale)),
    );
    await openInTime(deps, client, { asker, triggerId, how: 'open', title: (t) => t.program.title }, content);
  },
};
