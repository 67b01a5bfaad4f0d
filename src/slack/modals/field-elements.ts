import type {
  Checkboxes,
  Datepicker,
  MultiUsersSelect,
  PlainTextInput,
  PlainTextOption,
  StaticSelect,
} from '@slack/types';
import type { LocalDate } from '../../domain/dates';
import { truncate } from '../../domain/text';
import { choice, plain } from '../block-kit';

interface TextInput {
  max: number;
  value?: string | undefined;
  multiline?: boolean;
  placeholder?: string | undefined;
}

/** A text field. Slack refuses a modal whose initial text is longer than allowed, so that is cut. */
export function textInput({ max, value = '', multiline = false, placeholder }: TextInput): PlainTextInput {
  return {
    type: 'plain_text_input',
    multiline,
    max_length: max,
    ...(value !== '' && { initial_value: truncate(value, max) }),
    ...(placeholder !== undefined && { placeholder: plain(placeholder) }),
  };
}

/** Boxes to tick, one per value. Slack takes ten at most. */
export function tickBoxes<T extends string>(
  values: readonly T[],
  words: Readonly<Record<T, string>>,
  ticked: readonly T[],
): Checkboxes {
  const initial = values.filter((value) => ticked.includes(value));
  const toChoice = (value: T) => choice(value, words[value]);
  return {
    type: 'checkboxes',
    options: values.map(toChoice),
    ...(initial.length > 0 && { initial_options: initial.map(toChoice) }),
  };
}

export function datePicker(placeholder: string, initial: LocalDate | undefined): Datepicker {
  return {
    type: 'datepicker',
    placeholder: plain(placeholder),
    ...(initial !== undefined && { initial_date: initial }),
  };
}

/** A menu of up to 100 choices. */
export function menu(options: PlainTextOption[], chosen: string): StaticSelect {
  const initial = options.find(({ value }) => value === chosen);
  return { type: 'static_select', options, ...(initial && { initial_option: initial }) };
}

/** People of the workspace, up to so many. */
export function peopleSelect(chosen: readonly string[], max: number): MultiUsersSelect {
  return {
    type: 'multi_users_select',
    max_selected_items: max,
    ...(chosen.length > 0 && { initial_users: [...chosen] }),
  };
}
