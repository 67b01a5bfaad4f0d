import { allElements, type PlacedElement } from '../blocks/walk';
import { NotPossible } from '../errors';
import { copy, type JsonObject } from '../json';
import { stateOf } from '../state/element-state';
import type { Block, StateValues, View } from '../state/records';
import type { ResponseTarget } from '../state/response-urls';
import type { World } from '../state/world';
import { channelOf, channelReference, viewReference } from './payloads';

/** Where a person acts: a message they see, their open modal, or their Home. */
export type Target = { channel: string; ts: string } | 'modal' | 'home';

/** A place with its blocks, and what it adds to a payload. */
export interface Place {
  blocks: readonly Block[];
  /** The values as they are; for a view, changing them is what the person does. */
  values: StateValues;
  view: View | undefined;
  /** Present for messages: they can be answered by response_url. */
  answer: ResponseTarget | undefined;
  payload(): JsonObject;
}

/** @throws NotPossible when the person sees no such thing */
export function placeOf(world: World, userId: string, target: Target): Place {
  if (typeof target !== 'string') return messagePlace(world, userId, target);
  const view = target === 'modal' ? world.views.top(userId) : world.views.home(userId);
  if (!view) throw new NotPossible(`${userId} sees no ${target}`);
  return {
    blocks: view.blocks,
    values: view.state.values,
    view,
    answer: undefined,
    payload: () => ({ view: viewReference(view), container: { type: 'view', view_id: view.id } }),
  };
}

function messagePlace(world: World, userId: string, target: { channel: string; ts: string }): Place {
  const channel = channelOf(world, userId, target.channel);
  const own = world.ephemerals.find(userId, target.ts, channel.id);
  const message = own ?? world.messages.find(channel.id, target.ts);
  if (!message) throw new NotPossible(`there is no message ${target.ts} in ${target.channel}`);
  const ephemeral = own !== undefined;
  const values = stateOf(message.blocks ?? []);
  const threadTs = message.thread_ts === undefined ? {} : { threadTs: message.thread_ts };
  const container = {
    type: 'message',
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral: ephemeral,
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
  };
  const place = { container, channel: channelReference(channel) };
  return {
    blocks: message.blocks ?? [],
    values,
    view: undefined,
    answer: { channelId: channel.id, userId, message: { ts: message.ts, ephemeral, ...threadTs } },
    // Slack leaves the message out for ephemeral ones.
    payload: () => ({ ...place, state: { values }, ...(ephemeral ? {} : { message: copy(message) }) }),
  };
}

/**
 * The element a person means.
 * @throws NotPossible when there is none, or several and nothing tells them apart
 */
export function findElement(
  place: Place,
  actionId: string,
  by: { blockId?: string | undefined; value?: unknown },
): PlacedElement {
  const alike = allElements(place.blocks)
    .filter(({ element }) => element.action_id === actionId)
    .filter(({ block }) => by.blockId === undefined || block.block_id === by.blockId)
    .filter(({ element }) => !isButton(element) || by.value === undefined || element.value === by.value);
  const [found, other] = alike;
  if (!found) {
    const there = allElements(place.blocks).map(({ element }) => String(element.action_id));
    throw new NotPossible(
      `nothing here has the action_id ${actionId}; there are: ${there.join(', ') || 'none'}`,
    );
  }
  if (other)
    throw new NotPossible(`several elements have the action_id ${actionId}: name the block or value`);
  return found;
}

export function isButton(element: JsonObject): boolean {
  return ['button', 'icon_button', 'workflow_button'].includes(String(element.type));
}
