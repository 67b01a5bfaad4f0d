import type { Context as BoltContext } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { describeError } from '../log';
import { answerPrivately } from './answer';
import { type Asker, askerOf, textsFor } from './asker';
import type { BotDeps } from './bot-deps';
import { errorMessage, errorText } from './messages/answers';
import type { Message } from './messages/message';
import { noticeView } from './modals/notice';
import { slackFailure } from './outcome';
import { isThirdModal } from './third-modal';
import { toldError } from './told-error';

/** What of a request says where its answer goes. */
const request = z.object({
  trigger_id: z.string().optional().catch(undefined),
  channel_id: z.string().optional().catch(undefined),
  channel: z.object({ id: z.string() }).optional().catch(undefined),
  view: z
    .object({
      id: z.string(),
      root_view_id: z.string().nullish(),
      previous_view_id: z.string().nullish(),
    })
    .optional()
    .catch(undefined),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional().catch(undefined),
  type: z.string().optional().catch(undefined),
});

/** Nobody waits for an answer to these: an event that Slack tells, a key typed into a type-ahead. */
const unanswered = new Set(['event_callback', 'block_suggestion']);

/**
 * The one place where a listener's error ends: tells the person in her language, and logs what wasn't meant
 * for people under a reference that both can see.
 */
export function createErrorHandler(deps: BotDeps, slack: WebClient) {
  return async ({ error, context, body }: ListenerFailure): Promise<void> => {
    const told = toldError(deps, error);
    const { type = '', ...place } = request.parse(body);
    if (!context.userId || unanswered.has(type)) return;
    try {
      const asker = askerOf(context);
      const t = await textsFor(deps, asker, slack);
      const words = { message: errorMessage(told, t), notice: noticeView(errorText(told, t), t) };
      await tell(slack, asker, { type, ...place }, words);
    } catch (failure) {
      deps.logger.error({ code: told.code, ...describeError(failure) }, 'a person could not be told');
    }
  };
}

interface ListenerFailure {
  error: Error;
  context: BoltContext;
  body: unknown;
}

/** Over the modal that is open, in the conversation, or as a notice of its own where there is neither. */
async function tell(
  slack: WebClient,
  asker: Asker,
  { trigger_id: trigger, channel_id, channel, view, message: source, type }: z.infer<typeof request>,
  { message, notice }: { message: Message; notice: ModalView },
): Promise<void> {
  const how = view ? 'push' : 'open';
  const hasRoom = view ? !isThirdModal(view) : type === 'shortcut';
  const inModal = trigger !== undefined && hasRoom;
  if (inModal && (await shown(slack, how, trigger, notice))) return;
  // Beside the message whose menu she used; a button's answer stands in the channel, where everybody looks for it.
  const isReply = type === 'message_action' && source?.thread_ts !== source?.ts;
  const threadTs = isReply ? source?.thread_ts : undefined;
  await answerPrivately(slack, asker, channel_id ?? channel?.id ?? null, message, threadTs);
}

/** False where Slack no longer shows it: the trigger was used or too old, or too many modals are open. */
async function shown(
  slack: WebClient,
  how: 'open' | 'push',
  trigger: string,
  view: ModalView,
): Promise<boolean> {
  try {
    await slack.views[how]({ trigger_id: trigger, view });
    return true;
  } catch (error) {
    if (slackFailure(error).kind === 'refused') return false;
    throw error;
  }
}
