import type { PlacedElement } from '../blocks/walk';
import { NotPossible } from '../errors';
import { isObject, type JsonObject, objectsIn } from '../json';
import { shapeOf } from '../state/element-state';
import { chosenValue, type Offered } from './choosing';
import { type Offers, offeredIn } from './offers';
import { actionTs, interactionBase } from './payloads';
import { findElement, isButton, type Place, placeOf, type Target } from './places';
import { deliver, type Stage } from './stage';

/** What a person picks; for a button, `value` tells it from others of its action_id. */
export interface Choice {
  blockId?: string;
  value?: string | number | null;
  selectedOption?: string | null;
  selectedOptions?: string[];
  selectedDate?: string | null;
  selectedTime?: string | null;
  selectedDateTime?: number | null;
  selectedUser?: string | null;
  selectedUsers?: string[];
  selectedChannel?: string | null;
  selectedConversation?: string | null;
}

/** Uses one element: presses a button, picks from a menu. */
export async function useElement(
  stage: Stage,
  userId: string,
  target: Target,
  act: { actionId: string; choice: Choice },
  offers: Offers,
): Promise<void> {
  const place = placeOf(stage.world, userId, target);
  const { blockId, ...picked } = act.choice;
  const placed = findElement(place, act.actionId, { blockId, value: picked.value });
  const given = Object.values(picked).find((value) => value !== undefined);
  await setElement(stage, userId, place, { placed, choice: given }, offers);
}

/** The same for any element, by its block and action. */
export async function actOn(
  stage: Stage,
  userId: string,
  target: Target,
  { blockId, actionId, choice }: { blockId: string; actionId: string; choice?: unknown },
  offers: Offers,
): Promise<void> {
  const place = placeOf(stage.world, userId, target);
  const placed = findElement(place, actionId, { blockId });
  await setElement(stage, userId, place, { placed, choice }, offers);
}

/** Sets an element's value and tells the app, if Slack would. */
export async function setElement(
  stage: Stage,
  userId: string,
  place: Place,
  act: { placed: PlacedElement; choice: unknown },
  offers: Offers,
): Promise<void> {
  const { element, block } = act.placed;
  const outcome = outcomeOf(act.placed, act.choice, offeredIn(place, act.placed, offers));
  if (shapeOf(element)) keepValue(place, act.placed, outcome);
  // An input speaks only when it is submitted, unless it was told to.
  if (block.type === 'input' && block.dispatch_action !== true) return;
  await dispatch(stage, userId, place, {
    ...outcome,
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    action_ts: actionTs(stage.world),
  });
}

/** Keeps an element's value where payloads take it from. */
export function keepValue(place: Place, { element, block }: PlacedElement, value: JsonObject): void {
  const blockId = String(block.block_id);
  place.values[blockId] = { ...place.values[blockId], [String(element.action_id)]: value };
}

function outcomeOf({ element }: PlacedElement, choice: unknown, offered: Offered): JsonObject {
  if (isButton(element)) {
    const { text, value, url, style } = element;
    return withoutMissing({ text, value, url, style });
  }
  if (element.type === 'overflow') return { selected_option: overflowOption(element, choice) };
  if (element.type === 'feedback_buttons') return feedback(element, choice);
  if (choice === undefined) throw new NotPossible(`say what to choose in ${String(element.action_id)}`);
  return chosenValue(element, choice, offered);
}

function overflowOption(element: JsonObject, choice: unknown): JsonObject {
  const option = objectsIn(element.options).find((one) => one.value === choice);
  if (!option) throw new NotPossible(`the menu ${String(element.action_id)} offers no ${String(choice)}`);
  return option;
}

function feedback(element: JsonObject, choice: unknown): JsonObject {
  const buttons = [element.positive_button, element.negative_button].filter(isObject);
  const pressed = buttons.find((button) => button.value === choice);
  if (!pressed) throw new NotPossible(`no feedback button has the value ${String(choice)}`);
  return { text: pressed.text, value: pressed.value };
}

function withoutMissing(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

async function dispatch(stage: Stage, userId: string, place: Place, action: JsonObject): Promise<void> {
  const { world } = stage;
  const payload = {
    type: 'block_actions',
    ...interactionBase(world, userId),
    ...place.payload(),
    trigger_id: world.triggers.issue(userId, world.clock.now(), place.view?.id),
    ...(place.answer ? { response_url: stage.responseUrl(place.answer) } : {}),
    actions: [action],
  };
  await deliver(stage, { kind: 'interactive', payload });
}
