import { ids } from '../../src/slack/ids';

type Json = Record<string, unknown>;

const plain = (text: string): Json => ({ type: 'plain_text', text });
const options = (...words: string[]): Json[] => words.map((text) => ({ text: plain(text), value: text }));
const confirm = {
  title: plain('Sure?'),
  text: plain('This asks first.'),
  confirm: plain('Do it'),
  deny: plain('Leave it'),
};

/** An input whose block is called as its label is. */
function input(label: string, element: Json, more: Json = {}): Json {
  const named = { action_id: 'field', ...element };
  return { type: 'input', block_id: label, label: plain(label), optional: true, element: named, ...more };
}

const colours = [
  { label: plain('Warm'), options: options('red', 'orange') },
  { label: plain('Cold'), options: options('blue', 'green') },
];

const texts = [
  input('Line', { type: 'plain_text_input', placeholder: plain('one line') }, { hint: plain('A hint') }),
  input('Lines', { type: 'plain_text_input', multiline: true, max_length: 200 }),
  input('Number', { type: 'number_input', is_decimal_allowed: true, min_value: '0', max_value: '100' }),
  input('Mail', { type: 'email_text_input' }),
  input('Address', { type: 'url_text_input' }),
  input('Rich', { type: 'rich_text_input' }),
];

const times = [
  input('Day', { type: 'datepicker', placeholder: plain('a day') }),
  input('Clock', { type: 'timepicker' }),
  input('Moment', { type: 'datetimepicker', initial_date_time: 1_795_737_600 }),
];

const choices = [
  input('Radio', { type: 'radio_buttons', options: options('one', 'two', 'three') }),
  input('Asked radio', { type: 'radio_buttons', options: options('yes', 'no'), confirm }),
  input('Boxes', { type: 'checkboxes', options: options('tea', 'milk', 'sugar') }),
];

const menus = [
  input('Static', { type: 'static_select', option_groups: colours }),
  input('Learner', { type: 'external_select', action_id: ids.actions.learner, min_query_length: 1 }),
  input('Person', { type: 'users_select' }),
  input('Conversation', { type: 'conversations_select' }),
  input('Channel', { type: 'channels_select' }),
];

const several = [
  input('Statics', {
    type: 'multi_static_select',
    options: options('north', 'east', 'south', 'west'),
    max_selected_items: 2,
  }),
  input('Learners', { type: 'multi_external_select', action_id: ids.actions.learner, min_query_length: 1 }),
  input('People', { type: 'multi_users_select', initial_users: ['U0MAYA'] }),
  input('Conversations', { type: 'multi_conversations_select' }),
  input('Channels', { type: 'multi_channels_select' }),
];

const files = [input('Files', { type: 'file_input', filetypes: ['csv', 'txt'], max_files: 2 })];

const shown = [
  { type: 'alert', level: 'warning', text: { type: 'mrkdwn', text: 'An *alert* in a modal' } },
  { type: 'header', text: plain('A heading in a modal') },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: 'A section with a _button_' },
    accessory: { type: 'button', action_id: 'press', text: plain('Press') },
  },
];

/** A modal with every input that Slack has. */
export const everyInput = {
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'Every input' },
  submit: { type: 'plain_text' as const, text: 'Done' },
  blocks: [...shown, ...texts, ...times, ...choices, ...menus, ...several, ...files],
};

/** A button that opens the check-in modal once its question is answered. */
export const askingButton: Json = {
  type: 'actions',
  elements: [{ type: 'button', action_id: ids.actions.logCheckIn, text: plain('Log, perhaps'), confirm }],
};
