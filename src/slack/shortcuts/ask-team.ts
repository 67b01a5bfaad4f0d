import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { truncate } from '../../domain/text';
import { plainMessage } from '../../usecases/plain-messages';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { openConsultModal } from '../modals/consult/open';
import { longest } from '../modals/limits';

type Shortcut = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/** "Ask the team" on any message: its text is the beginning of the question. */
export function askTeamShortcut(deps: BotDeps) {
  return async ({ ack, shortcut, context, client }: Shortcut): Promise<void> => {
    await ack();
    const { channel, message, trigger_id: triggerId } = shortcut;
    const place = { how: 'open', channelId: channel.id } as const;
    const asker = askerOf(context);
    const given = plainMessage(deps.context().db, asker, message.text ?? '').then((text) => ({
      situation: truncate(text, longest.question),
    }));
    await openConsultModal(deps, { client, asker, triggerId, place, given });
  };
}
