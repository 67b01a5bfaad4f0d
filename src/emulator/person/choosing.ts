import { optionsOf } from '../blocks/choices';
import { NotPossible } from '../errors';
import { isObject, type JsonObject, objectsIn } from '../json';
import { shapeOf } from '../state/element-state';

/** Options an external select has been offered, besides its initial ones. */
export type Offered = readonly JsonObject[];

type Choose = (element: JsonObject, choice: unknown, offered: Offered) => unknown;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{2}:\d{2}$/;

const oneOption: Choose = (element, choice, offered) =>
  choice === null ? null : optionFor(element, choice, offered);

const someOptions: Choose = (element, choice, offered) => {
  const chosen = choice === null ? [] : [choice].flat();
  const most = Number(element.max_selected_items ?? Number.POSITIVE_INFINITY);
  if (chosen.length > most) throw new NotPossible(`${describe(element)} takes ${most} items at most`);
  return chosen.map((one) => optionFor(element, one, offered));
};

const oneText: Choose = (_element, choice) => (choice === null || choice === '' ? null : String(choice));
const someTexts: Choose = (_element, choice) => (choice === null ? [] : [choice].flat().map(String));

const written =
  (form: RegExp): Choose =>
  (element, choice) => {
    if (choice !== null && !form.test(String(choice))) {
      throw new NotPossible(`${describe(element)} takes no ${String(choice)}`);
    }
    return choice === null ? null : String(choice);
  };

const CHOOSERS: Record<string, Choose> = {
  plain_text_input: oneText,
  number_input: oneText,
  email_text_input: oneText,
  url_text_input: oneText,
  rich_text_input: (_element, choice) => choice,
  static_select: oneOption,
  external_select: oneOption,
  radio_buttons: oneOption,
  multi_static_select: someOptions,
  multi_external_select: someOptions,
  checkboxes: someOptions,
  users_select: oneText,
  conversations_select: oneText,
  channels_select: oneText,
  multi_users_select: someTexts,
  multi_conversations_select: someTexts,
  multi_channels_select: someTexts,
  datepicker: written(DATE),
  timepicker: written(TIME),
  datetimepicker: (_element, choice) => (choice === null ? null : Number(choice)),
};

/**
 * What stands in `state.values` after a person chose: an option by its value, a date as YYYY-MM-DD, a
 * text. Null clears.
 * @throws NotPossible for something the element does not offer
 */
export function chosenValue(element: JsonObject, choice: unknown, offered: Offered): JsonObject {
  const form = shapeOf(element);
  const choose = CHOOSERS[String(element.type)];
  if (!form || !choose) throw new NotPossible(`${describe(element)} takes no value`);
  return { type: element.type, [form.field]: choose(element, choice, offered) };
}

function optionFor(element: JsonObject, choice: unknown, offered: Offered): JsonObject {
  const initial = [element.initial_option, ...objectsIn(element.initial_options)].filter(isObject);
  const options = [...optionsOf(element), ...initial, ...offered];
  const value = isObject(choice) ? choice.value : choice;
  const option = options.find((one) => one.value === value);
  if (option) return option;
  const there = options.map((one) => String(one.value)).join(', ');
  throw new NotPossible(`${describe(element)} offers no ${String(value)}; there are: ${there || 'none'}`);
}

function describe(element: JsonObject): string {
  return `the ${String(element.type)} ${String(element.action_id)}`;
}
