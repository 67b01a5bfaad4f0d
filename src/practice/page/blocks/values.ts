import type { Values, View } from '../../protocol';
import { isRecord, type Json, recordsIn } from './json';

/** The values with one of them changed. */
export function withValue(values: Values, blockId: string, actionId: string, value: unknown): Values {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: value } };
}

/**
 * What is typed and chosen in a view. Options and files stay as they are, so that their words can be shown:
 * `sentValues` makes of them what the server takes.
 */
export function valuesOf({ state }: Pick<View, 'state'>): Values {
  return mapped(state.values, (entry) => {
    const [, value = null] = Object.entries(entry as Json).find(([name]) => name !== 'type') ?? [];
    return value;
  });
}

/** As the server takes them: options by their value, files by their id. */
export function sentValues(values: Values): Values {
  return mapped(values, sentChoice);
}

export function sentChoice(choice: unknown): unknown {
  if (Array.isArray(choice)) return choice.map(sentChoice);
  if (!isRecord(choice)) return choice;
  return choice.value ?? choice.id ?? choice;
}

function mapped(values: Readonly<Record<string, Json>>, change: (value: unknown) => unknown): Values {
  return Object.fromEntries(
    Object.entries(values).map(([block, actions]) => [
      block,
      Object.fromEntries(Object.entries(actions).map(([action, value]) => [action, change(value)])),
    ]),
  );
}

type Drawing = Pick<View, 'blocks' | 'state'>;

/**
 * The values after the app has drawn a view again. As in Slack, what was typed stays where block, action and type of
 * the element stay and the choice is still offered; elsewhere the new view's own value counts.
 */
export function valuesAfterRedraw(before: Drawing, typed: Values, after: Drawing): Values {
  const were = placedElements(before);
  const kept = placedElements(after).flatMap(({ blockId, actionId, element }) => {
    const value = typed[blockId]?.[actionId];
    const was = were.find((one) => one.blockId === blockId && one.actionId === actionId);
    const stays = value !== undefined && was?.element.type === element.type && isOffered(element, value);
    return stays ? [{ blockId, actionId, value }] : [];
  });
  return kept.reduce(
    (values, { blockId, actionId, value }) => withValue(values, blockId, actionId, value),
    valuesOf(after),
  );
}

interface Placed {
  blockId: string;
  actionId: string;
  element: Json;
}

function placedElements({ blocks }: Drawing): Placed[] {
  return blocks.flatMap((block) =>
    [block.element, block.accessory, ...recordsIn(block.elements)]
      .filter(isRecord)
      .map((element) => ({ blockId: block.block_id, actionId: String(element.action_id), element })),
  );
}

/** What is offered only by the app's suggestions may stay. */
function isOffered(element: Json, value: unknown): boolean {
  const groups = recordsIn(element.option_groups).flatMap((group) => recordsIn(group.options));
  const options = [...recordsIn(element.options), ...groups];
  const chosen = [value].flat().filter(isRecord);
  return options.length === 0 || chosen.every((one) => options.some((option) => option.value === one.value));
}
