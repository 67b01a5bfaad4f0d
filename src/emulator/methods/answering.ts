import { SlackError } from '../errors';
import type { JsonObject } from '../json';
import { BOT_USER_ID } from '../state/bot';
import {
  deleteMessage,
  editEphemeral,
  editMessage,
  postEphemeral,
  postMessage,
  removeEphemeral,
} from '../state/posting';
import type { ResponseTarget } from '../state/response-urls';
import type { World } from '../state/world';
import { contentOf, fullContentOf } from './content';

/**
 * Carries out a message response: the answer to a slash command, or a post to a response_url.
 * @throws SlackError as chat.postMessage does
 */
export function answerMessage(world: World, target: ResponseTarget, response: JsonObject): void {
  if (response.delete_original === true) removeOriginal(world, target);
  else if (response.replace_original === true && target.message) replaceOriginal(world, target, response);
  else addAnswer(world, target, response);
}

function addAnswer(world: World, target: ResponseTarget, response: JsonObject): void {
  const { text, blocks, ...rest } = fullContentOf(response);
  const content = blocks ? { text, blocks } : { text };
  const threadTs = typeof response.thread_ts === 'string' ? response.thread_ts : undefined;
  if (response.response_type !== 'in_channel') {
    postEphemeral(world, { channel: target.channelId, user: target.userId, threadTs }, content);
    return;
  }
  const thread = threadTs === undefined ? {} : { threadTs };
  postMessage(world, target.channelId, { ...content, ...rest, user: BOT_USER_ID, ...thread });
}

function removeOriginal(world: World, { channelId, userId, message }: ResponseTarget): void {
  if (!message) throw new SlackError('message_not_found');
  if (message.ephemeral) {
    removeEphemeral(world, userId, message.ts);
    return;
  }
  const original = world.messages.find(channelId, message.ts);
  if (!original) throw new SlackError('message_not_found');
  deleteMessage(world, channelId, original);
}

function replaceOriginal(world: World, target: ResponseTarget, response: JsonObject): void {
  const { message, channelId, userId } = target;
  const content = contentOf(response);
  const original = message?.ephemeral
    ? world.ephemerals.find(userId, message.ts, channelId)
    : world.messages.find(channelId, message?.ts ?? '');
  if (!original) throw new SlackError('message_not_found');
  if ('channel' in original) editEphemeral(world, original, content);
  else editMessage(world, channelId, original, content);
}
