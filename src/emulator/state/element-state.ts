import { isDeepStrictEqual } from 'node:util';
import { optionsOf } from '../blocks/choices';
import { allElements, type PlacedElement } from '../blocks/walk';
import type { JsonObject } from '../json';
import type { Block, StateValues } from './records';

/** How one element type shows its value in `state.values`. */
interface ValueShape {
  field: string;
  initial: string;
  /** The value when nothing is chosen. */
  empty: null | [];
}

const shape = (field: string, initial: string, empty: null | [] = null): ValueShape => ({
  field,
  initial,
  empty,
});

/** The elements that have a value, and the field of `state.values` it stands in. */
const VALUE_SHAPES: Record<string, ValueShape> = {
  plain_text_input: shape('value', 'initial_value'),
  number_input: shape('value', 'initial_value'),
  email_text_input: shape('value', 'initial_value'),
  url_text_input: shape('value', 'initial_value'),
  rich_text_input: shape('rich_text_value', 'initial_value'),
  static_select: shape('selected_option', 'initial_option'),
  external_select: shape('selected_option', 'initial_option'),
  radio_buttons: shape('selected_option', 'initial_option'),
  multi_static_select: shape('selected_options', 'initial_options', []),
  multi_external_select: shape('selected_options', 'initial_options', []),
  checkboxes: shape('selected_options', 'initial_options', []),
  users_select: shape('selected_user', 'initial_user'),
  conversations_select: shape('selected_conversation', 'initial_conversation'),
  channels_select: shape('selected_channel', 'initial_channel'),
  multi_users_select: shape('selected_users', 'initial_users', []),
  multi_conversations_select: shape('selected_conversations', 'initial_conversations', []),
  multi_channels_select: shape('selected_channels', 'initial_channels', []),
  datepicker: shape('selected_date', 'initial_date'),
  timepicker: shape('selected_time', 'initial_time'),
  datetimepicker: shape('selected_date_time', 'initial_date_time'),
  file_input: shape('files', 'initial_files', []),
};

export function shapeOf(element: JsonObject): ValueShape | undefined {
  return VALUE_SHAPES[String(element.type)];
}

/**
 * The values of a view or message. A value of `before` stays where block_id, action_id and type are
 * unchanged and the choice is still offered; everywhere else the element's initial value counts.
 */
export function stateOf(blocks: readonly Block[], before: StateValues = {}): StateValues {
  const values: StateValues = {};
  for (const placed of allElements(blocks)) {
    const value = keptValue(placed, before) ?? initialValue(placed.element);
    if (!value) continue;
    const blockId = String(placed.block.block_id);
    values[blockId] = { ...values[blockId], [String(placed.element.action_id)]: value };
  }
  return values;
}

function initialValue(element: JsonObject): JsonObject | undefined {
  const form = shapeOf(element);
  if (!form) return undefined;
  return { type: element.type, [form.field]: element[form.initial] ?? form.empty };
}

function keptValue({ element, block }: PlacedElement, before: StateValues): JsonObject | undefined {
  const kept = before[String(block.block_id)]?.[String(element.action_id)];
  if (!kept || kept.type !== element.type) return undefined;
  return stillOffered(element, kept) ? kept : undefined;
}

function stillOffered(element: JsonObject, kept: JsonObject): boolean {
  const options = optionsOf(element);
  if (options.length === 0) return true;
  const chosen = [kept.selected_option ?? [], kept.selected_options ?? []].flat();
  return chosen.every((one) => options.some((option) => isDeepStrictEqual(option, one)));
}
