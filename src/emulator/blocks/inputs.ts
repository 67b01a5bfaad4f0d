import { initialAmongOptions, lengthsInOrder, numbersInOrder } from './choices';
import { confirm, date, id, plainText, richOption, time, url } from './objects';
import { richText } from './rich-text';
import { boolean, integer, list, literal, matching, object, type Rule, text } from './rules';

const focusable = { action_id: id, focus_on_load: boolean };
const choosable = { ...focusable, confirm };
const typable = {
  ...focusable,
  placeholder: plainText(150),
  dispatch_action_config: object({
    trigger_actions_on: list(literal('on_enter_pressed', 'on_character_entered'), 2),
  }),
};
const numeral: Rule = matching(/^-?\d+(\.\d+)?$/, 'a number written as a string');
const MOST_CHOICES = 10;
const LONGEST_TEXT = 3000;

/** Elements with a value a person sets, apart from menus; by type. */
export const pickers: Record<string, Rule> = {
  checkboxes: object(
    { options: list(richOption, MOST_CHOICES) },
    { ...choosable, initial_options: list(richOption, MOST_CHOICES) },
    initialAmongOptions,
  ),
  radio_buttons: object(
    { options: list(richOption, MOST_CHOICES) },
    { ...choosable, initial_option: richOption },
    initialAmongOptions,
  ),
  datepicker: object({}, { ...choosable, placeholder: plainText(150), initial_date: date }),
  timepicker: object(
    {},
    { ...choosable, placeholder: plainText(150), initial_time: time, timezone: text(100) },
  ),
  datetimepicker: object({}, { ...choosable, initial_date_time: integer(1_000_000_000, 9_999_999_999) }),
};

/** Elements a person types into; only input blocks hold them. By type. */
export const textInputs: Record<string, Rule> = {
  plain_text_input: object(
    {},
    {
      ...typable,
      initial_value: text(LONGEST_TEXT, 0),
      multiline: boolean,
      min_length: integer(0, LONGEST_TEXT),
      max_length: integer(1, LONGEST_TEXT),
    },
    lengthsInOrder,
  ),
  number_input: object(
    { is_decimal_allowed: boolean },
    { ...typable, initial_value: numeral, min_value: numeral, max_value: numeral },
    numbersInOrder,
  ),
  email_text_input: object({}, { ...typable, initial_value: text(LONGEST_TEXT, 0) }),
  url_text_input: object({}, { ...typable, initial_value: url }),
};

export const richTextInput: Rule = object(
  {},
  { ...typable, initial_value: richText, min_lines: integer(1, 100), max_lines: integer(1, 100) },
);

export const fileInput: Rule = object(
  {},
  { action_id: id, filetypes: list(text(20), 100), max_files: integer(1, 10) },
);
