import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { mentionedIn } from '../../domain/thread-text';
import { describeError } from '../../log';
import { collectReply, type TellingOfReply } from '../../usecases/consultation/collect-reply';
import { type CheckInOffer, seeMessage } from '../../usecases/see-message';
import { textsFor, workspaceOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { offerMessage } from '../messages/seen';
import { keepTrying } from './keep-trying';
import { instantOf, type MessageEvent, readMessageEvent } from './read-message';

type Args = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/**
 * Somebody wrote in a channel that Banso is in, or changed what she had written. In a consultation's thread that is a reply,
 * which is kept; elsewhere its text is read here, for whom it mentions, and goes nowhere.
 */
export function messagePosted(deps: BotDeps) {
  return async ({ event, context, client }: Args): Promise<void> => {
    const told = readMessageEvent(event);
    if (!told) return;
    const workspaceId = workspaceOf(context);
    const reply = replyIn(told, workspaceId);
    const collect = (it: TellingOfReply) =>
      keepTrying(deps, 'a reply could not be kept', () => collectReply(deps.context(), it));
    const isReply = reply !== null && (await collect(reply));
    if (told.kind === 'posted') await see(deps, client, { ...told, workspaceId }, isReply);
  };
}

/** Null: it isn't in a thread, or is what the thread is about. */
function replyIn(told: MessageEvent, workspaceId: string): TellingOfReply | null {
  const { channel: channelId, message } = told;
  const { ts, thread_ts: threadTs, user: authorId, text, files, edited } = message;
  if (threadTs === undefined || threadTs === ts) return null;
  return {
    workspaceId,
    channelId,
    threadTs,
    ts,
    authorId,
    postedAt: instantOf(ts),
    text,
    attachments: files.flatMap(({ name }) => name || []),
    editedTs: edited?.ts ?? null,
    deletedAt: told.kind === 'deleted' ? told.at : null,
  };
}

type Posted = MessageEvent & { workspaceId: string };

/** Whoever replies in a consultation answers its author, not the learner, unless she mentions her. */
async function see(deps: BotDeps, client: WebClient, posted: Posted, isReply: boolean): Promise<void> {
  const { workspaceId, message } = posted;
  const { user: authorId, text, parent_user_id: parentId, ts } = message;
  const answered = parentId && !isReply ? [parentId] : [];
  const offers = await seeMessage(deps.context(), {
    workspaceId,
    authorId,
    addressedIds: [...mentionedIn(text), ...answered],
    at: instantOf(ts),
  });
  if (offers.length > 0) await offer(deps, client, posted, offers);
}

/** An offer that doesn't arrive is no loss: whoever wrote the message can log it as before. */
async function offer(
  deps: BotDeps,
  slack: WebClient,
  { workspaceId, channel, message }: Posted,
  offers: readonly CheckInOffer[],
): Promise<void> {
  const { user, ts, thread_ts } = message;
  const t = await textsFor(deps, { workspaceId, userId: user }, slack);
  const place = { channel, user, ...(thread_ts !== undefined && { thread_ts }) };
  await slack.chat.postEphemeral({ ...place, ...offerMessage(offers, ts, t) }).catch((error: unknown) => {
    deps.logger.info(describeError(error), 'a check-in could not be offered');
  });
}
