import { NotPossible, OperationFailed, SlackError } from '../errors';
import { copy, type JsonObject } from '../json';
import { declaresCommand, declaresShortcut } from '../manifest';
import { answerMessage } from '../methods/answering';
import type { ResponseTarget } from '../state/response-urls';
import {
  actionTs,
  activeUser,
  channelOf,
  channelReference,
  commandFields,
  interactionBase,
} from './payloads';
import { deliver, refuseAnswer, type Stage } from './stage';

/** Types a slash command. The app's answer, if any, is shown where it belongs. */
export async function typeCommand(
  stage: Stage,
  userId: string,
  line: string,
  channelId: string,
): Promise<JsonObject | undefined> {
  const { world } = stage;
  const [, command = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(line.trim()) ?? [];
  activeUser(world, userId);
  if (!declaresCommand(world.manifest, command))
    throw new OperationFailed('unknown_command', command || line);
  const channel = channelOf(world, userId, channelId);
  const target: ResponseTarget = { channelId: channel.id, userId };
  const payload = {
    ...commandFields(world, { userId, channel, command, text }),
    response_url: stage.responseUrl(target),
    trigger_id: world.triggers.issue(userId, world.clock.now()),
  };
  const answer = await deliver(stage, { kind: 'slash_commands', payload });
  if (answer) showAnswer(stage, command, target, answer);
  return answer;
}

function showAnswer(stage: Stage, command: string, target: ResponseTarget, answer: JsonObject): void {
  try {
    answerMessage(stage.world, target, answer);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    refuseAnswer(stage, command, error.code, error.details);
  }
}

export async function useGlobalShortcut(stage: Stage, userId: string, callbackId: string): Promise<void> {
  const { world } = stage;
  assertShortcut(stage, 'global', callbackId);
  const payload = {
    type: 'shortcut',
    ...interactionBase(world, userId),
    callback_id: callbackId,
    action_ts: actionTs(world),
    trigger_id: world.triggers.issue(userId, world.clock.now()),
  };
  await deliver(stage, { kind: 'interactive', payload });
}

/** Picks a message shortcut from the menu of a message the person sees. */
export async function useMessageShortcut(
  stage: Stage,
  userId: string,
  callbackId: string,
  at: { channel: string; ts: string },
): Promise<void> {
  const { world } = stage;
  assertShortcut(stage, 'message', callbackId);
  const channel = channelOf(world, userId, at.channel);
  const message = world.messages.find(channel.id, at.ts);
  if (!message || message.subtype === 'tombstone') {
    throw new NotPossible(`there is no message ${at.ts} in ${at.channel}`);
  }
  const { metadata: _hidden, ...shown } = copy(message);
  const payload = {
    type: 'message_action',
    ...interactionBase(world, userId),
    callback_id: callbackId,
    action_ts: actionTs(world),
    message_ts: message.ts,
    channel: channelReference(channel),
    message: shown,
    response_url: stage.responseUrl({ channelId: channel.id, userId }),
    trigger_id: world.triggers.issue(userId, world.clock.now()),
  };
  await deliver(stage, { kind: 'interactive', payload });
}

function assertShortcut(stage: Stage, type: 'global' | 'message', callbackId: string): void {
  if (declaresShortcut(stage.world.manifest, type, callbackId)) return;
  throw new NotPossible(`the manifest declares no ${type} shortcut ${callbackId}`);
}
