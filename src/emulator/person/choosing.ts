import { optionsOf } from '../blocks/choices';
import { NotPossible } from '../errors';
import { isObject, type JsonObject, objectsIn } from '../json';
import { shapeOf } from '../state/element-state';
import { extensionOf } from '../state/files';

/** Options an external select has been offered, besides its initial ones; the files that can be chosen. */
export type Offered = readonly JsonObject[];

type Choose = (element: JsonObject, choice: unknown, offered: Offered) => unknown;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Also whether there is such a day: JavaScript takes 2026-02-30 for the second of March. */
const isDate = (text: string) => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

const oneOption: Choose = (element, choice, offered) =>
  choice === null ? null : optionFor(element, choice, offered);

const someOptions: Choose = (element, choice, offered) => {
  const chosen = choice === null ? [] : [choice].flat();
  const most = Number(element.max_selected_items ?? Number.POSITIVE_INFINITY);
  if (chosen.length > most) throw new NotPossible(`${describe(element)} takes ${most} items at most`);
  return chosen.map((one) => optionFor(element, one, offered));
};

const oneText: Choose = (element, choice) =>
  choice === null || choice === '' ? null : textOf(element, choice);
const someTexts: Choose = (element, choice) =>
  choice === null ? [] : [choice].flat().map((one) => textOf(element, one));

const written =
  (isRight: (text: string) => boolean): Choose =>
  (element, choice) => {
    if (choice === null) return null;
    const text = textOf(element, choice);
    if (!isRight(text)) throw new NotPossible(`${describe(element)} takes no ${text}`);
    return text;
  };

const instant: Choose = (element, choice) => {
  if (choice === null || Number.isInteger(choice)) return choice;
  throw new NotPossible(`${describe(element)} takes whole seconds since 1970, not ${String(choice)}`);
};

const richText: Choose = (element, choice) => {
  if (choice === null || (isObject(choice) && choice.type === 'rich_text')) return choice;
  throw new NotPossible(`${describe(element)} takes a rich_text block`);
};

/** A file_input takes this many when it does not say. */
const MOST_FILES = 10;

const someFiles: Choose = (element, choice, offered) => {
  const ids = choice === null ? [] : [...new Set([choice].flat())];
  const most = Number(element.max_files ?? MOST_FILES);
  if (ids.length > most) throw new NotPossible(`${describe(element)} takes ${most} files at most`);
  return ids.map((id) => {
    const file = offered.find((one) => one.id === id);
    if (!file) throw new NotPossible(`${describe(element)}: no file ${String(id)} was uploaded`);
    const types = Array.isArray(element.filetypes)
      ? element.filetypes.map((one) => String(one).toLowerCase())
      : [];
    const fits = types.length === 0 || types.includes(extensionOf(String(file.name)));
    if (!fits) throw new NotPossible(`${describe(element)} takes ${types.join(', ')}, not ${file.name}`);
    return file;
  });
};

const CHOOSERS: Record<string, Choose> = {
  plain_text_input: oneText,
  number_input: oneText,
  email_text_input: oneText,
  url_text_input: oneText,
  rich_text_input: richText,
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
  datepicker: written(isDate),
  timepicker: written((text) => TIME.test(text)),
  datetimepicker: instant,
  file_input: someFiles,
};

/**
 * What stands in `state.values` after a person chose: an option by its value, a date as YYYY-MM-DD, a
 * text, files by their ids. Null clears.
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

function textOf(element: JsonObject, choice: unknown): string {
  if (typeof choice === 'string' || typeof choice === 'number') return String(choice);
  throw new NotPossible(`${describe(element)} takes a text, not ${JSON.stringify(choice)}`);
}

function describe(element: JsonObject): string {
  return `the ${String(element.type)} ${String(element.action_id)}`;
}
