import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { casesModal } from '../modals/cases/open';
import { longest } from '../modals/limits';
import { openInTime } from '../modals/open-in-time';

type Command = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/cases` and `/cases words` */
export function casesCommand(deps: BotDeps) {
  return async ({ ack, command, context, client }: Command): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const { channel_id: channelId, text, trigger_id: triggerId } = command;
    const search = { text: text.trim().slice(0, longest.caseWords), filters: {}, offset: 0 };
    const content = casesModal(deps, asker, search, channelId);
    await openInTime(deps, client, { asker, triggerId, how: 'open', title: (t) => t.library.title }, content);
  };
}
