import { randomBytes } from 'node:crypto';
import type { Context as BoltContext } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { UserError } from '../errors';
import { messagesFor } from '../i18n';
import { describeError } from '../log';
import { answerPrivately } from './answer';
import { type Asker, askerOf, textsFor } from './asker';
import type { BotDeps } from './bot-deps';
import { errorMessage, errorText } from './messages/answers';
import type { Message } from './messages/message';
import { noticeView } from './modals/notice';

/** What of a request says where its answer goes. */
const request = z.object({
  trigger_id: z.string().optional(),
  channel_id: z.string().optional(),
  channel: z.object({ id: z.string() }).optional().catch(undefined),
  view: z.object({ id: z.string() }).optional().catch(undefined),
  type: z.string().optional(),
});

/**
 * The one place where a listener's error ends: tells the person in her language, and logs what wasn't meant
 * for people under a reference that both can see.
 */
export function createErrorHandler(deps: BotDeps, slack: WebClient) {
  return async ({ error, context, body }: ListenerFailure): Promise<void> => {
    const original = originalOf(error);
    const told = original instanceof UserError ? original : unexpected(deps, original);
    if (!context.userId) return;
    const asker = askerOf(context);
    const t = await textsFor(deps, asker, slack).catch(() =>
      messagesFor(deps.locales.of(asker.workspaceId, asker.userId)),
    );
    await tell(slack, asker, body, {
      message: errorMessage(told, t),
      notice: noticeView(errorText(told, t), t),
    });
  };
}

interface ListenerFailure {
  error: Error;
  context: BoltContext;
  body: unknown;
}

/** Bolt wraps what a listener throws. */
function originalOf(error: unknown): unknown {
  return error instanceof Error && 'original' in error && error.original ? error.original : error;
}

function unexpected({ logger, metrics }: BotDeps, error: unknown): UserError {
  const reference = randomBytes(3).toString('hex');
  metrics.errors.inc();
  logger.error({ reference, ...describeError(error) }, 'listener failed');
  return new UserError('unexpected', { reference });
}

/** Over the modal that is open, in the conversation, or as a notice of its own where there is neither. */
async function tell(
  slack: WebClient,
  asker: Asker,
  body: unknown,
  { message, notice }: { message: Message; notice: ModalView },
): Promise<void> {
  const { trigger_id: trigger, channel_id, channel, view, type } = request.parse(body);
  if (trigger && (view || type === 'shortcut')) {
    await slack.views[view ? 'push' : 'open']({ trigger_id: trigger, view: notice });
    return;
  }
  await answerPrivately(slack, asker, channel_id ?? channel?.id ?? null, message);
}
