import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { describeError } from '../../log';
import { endCollecting, resumeCollecting } from '../../usecases/consultation/watch-channel';
import { workspaceOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { isUnknown } from '../outcome';
import { instantOf } from './read-message';

type ChannelEvent = SlackEventMiddlewareArgs & AllMiddlewareArgs;

const told = z.object({
  type: z.string(),
  user: z.string().optional(),
  channel: z.string(),
  event_ts: z.string().optional(),
});

/**
 * Banso may have come into a channel or gone from it; `here` is what the event says. Events may come late and twice, so Slack is
 * asked how it stands, and the event believed only where Slack doesn't tell.
 */
export function channelChanged(deps: BotDeps, here: boolean) {
  return async ({ event, context, client }: ChannelEvent): Promise<void> => {
    const { data } = told.safeParse(event);
    if (!data) return;
    const isOfSomebodyElse = data.type.startsWith('member_') && data.user !== context.botUserId;
    if (isOfSomebodyElse) return;
    const place = { workspaceId: workspaceOf(context), channelId: data.channel };
    if (await isHere(deps, client, data.channel, here)) await resumeCollecting(deps.context(), place);
    else {
      const now = deps.context().now;
      const since = here || data.event_ts === undefined ? now : instantOf(data.event_ts);
      await endCollecting(deps.context(), { ...place, since });
    }
  };
}

async function isHere(
  deps: BotDeps,
  slack: WebClient,
  channel: string,
  otherwise: boolean,
): Promise<boolean> {
  try {
    const { channel: found } = await slack.conversations.info({ channel });
    return found?.is_member === true && found.is_archived !== true;
  } catch (error) {
    if (isUnknown(error)) return false;
    deps.logger.info(describeError(error), 'a channel: Slack does not tell whether Banso is in it');
    return otherwise;
  }
}
