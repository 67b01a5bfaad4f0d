import { askerOf } from '../../asker';
import { openInTime } from '../../modals/open-in-time';
import { peopleModal } from '../../modals/people/open';
import type { Subcommand } from './subcommand';

/** `/banso people`: who is on the team of the program that lives here. */
export const people: Subcommand = {
  words: ['people', 'team', 'メンバー', 'チーム'],
  run: async (deps, { ack, command, context, client }) => {
    await ack();
    const asker = askerOf(context);
    const { channel_id: channelId, trigger_id: triggerId } = command;
    const content = peopleModal(deps, client, asker, { meant: { channelId }, channelId });
    await openInTime(deps, client, { asker, triggerId, how: 'open', title: (t) => t.people.title }, content);
  },
};
