import { setSeesMessages } from '../../../usecases/set-sees-messages';
import { answerPrivately } from '../../answer';
import { askerOf, textsFor } from '../../asker';
import { seesMessagesMessage } from '../../messages/seen';
import type { Subcommand } from './subcommand';

const switches: ReadonlyMap<string, boolean> = new Map([
  ['on', true],
  ['オン', true],
  ['off', false],
  ['オフ', false],
]);

/** `/banso seen on`, `/banso seen off`; without either, how it stands. */
export const seenSubcommand: Subcommand = {
  words: ['seen', '自動確認'],
  run: async (deps, { ack, command, context, client }, rest) => {
    await ack();
    const asker = askerOf(context);
    const { workspaceId, userId: leadId } = asker;
    const on = switches.get(rest.toLowerCase()) ?? null;
    const { channel_id: channelId } = command;
    const standing = await setSeesMessages(deps.context(), { workspaceId, leadId, channelId, on });
    const t = await textsFor(deps, asker, client);
    await answerPrivately(client, asker, channelId, seesMessagesMessage(standing, t));
  },
};
