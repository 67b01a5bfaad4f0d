import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { openConsultModal } from '../modals/consult/open';

type Command = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/consult` and `/consult name` */
export function consultCommand(deps: BotDeps) {
  return async ({ ack, command, context, client }: Command): Promise<void> => {
    await ack();
    const { channel_id: channelId, text, trigger_id: triggerId } = command;
    const place = { how: 'open', channelId } as const;
    await openConsultModal(deps, { client, asker: askerOf(context), triggerId, place, name: text.trim() });
  };
}
