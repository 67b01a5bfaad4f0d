import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { truncate } from '../../domain/text';
import { openCheckInFor } from '../../usecases/open-check-in';
import { askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { checkInModal } from '../modals/check-in/open';
import { longest } from '../modals/limits';
import { openInTime } from '../modals/open-in-time';
import { slackFailure } from '../outcome';
import { permalinkOf } from '../permalink';
import type { ButtonPress } from './button';

/** A learner's id and the message that the button offers to log. */
const offered = z.tuple([z.uuid(), z.string().regex(/^\d+\.\d+$/)]);

/** "Log as check-in" under a message to a learner: the modal as it would be saved, with its text as the one that was sent and a link back. */
export function checkInFromOffer(deps: BotDeps) {
  return async ({ ack, action, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const [learnerId, ts] = offered.parse(action.value?.split(' '));
    const { userId: viewerId, workspaceId } = asker;
    const channelId = body.channel?.id ?? null;
    const message = channelId === null ? null : { channel: channelId, ts, user: viewerId };
    const [text, permalink] = [
      ownWords(deps, client, message),
      message && permalinkOf(deps, client, message),
    ];
    const opened = text.then((sentText) =>
      openCheckInFor(deps.context(), {
        ...{ workspaceId, viewerId, learnerId },
        given: { outcome: 'sent', sentText: truncate(sentText, longest.sentText) },
        contactedAt: new Date(Number(ts) * 1000),
      }),
    );
    const content = Promise.all([opened, permalink]).then(([form, link]) =>
      checkInModal(deps, asker, form, { channelId, permalink: link }),
    );
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how: 'open', title: (t) => t.checkIn.title },
      content,
    );
  };
}

/** What the person herself wrote there; '' where Slack doesn't tell (now): then she writes it herself. */
async function ownWords(
  { logger }: BotDeps,
  slack: WebClient,
  message: { channel: string; ts: string; user: string } | null,
): Promise<string> {
  if (!message) return '';
  const { channel, ts, user } = message;
  try {
    const range = { oldest: ts, latest: ts, inclusive: true };
    const { messages = [] } = await slack.conversations.replies({ channel, ts, ...range });
    return messages.find((one) => one.ts === ts && one.user === user)?.text ?? '';
  } catch (error) {
    logger.info({ failure: slackFailure(error) }, 'a message to be logged: no text');
    return '';
  }
}
