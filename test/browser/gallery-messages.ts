import type { KnownBlock } from '@slack/web-api';

type Json = Record<string, unknown>;

/** A message of the gallery, and words that must be read in it. */
export interface Exhibit {
  blocks: Json[];
  reads: string[];
}

const plain = (text: string): Json => ({ type: 'plain_text', text });
const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text });
const options = (...words: string[]): Json[] => words.map((text) => ({ text: plain(text), value: text }));
const image = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a green bridge' };
const beside = (text: string, accessory: Json): Json => ({
  type: 'section',
  text: mrkdwn(`*${text}* beside words`),
  accessory: accessory.type === 'image' ? accessory : { action_id: text, ...accessory },
});
const rich = (...elements: Json[]): Json => ({ type: 'rich_text', elements });
const line = (...elements: Json[]): Json => ({ type: 'rich_text_section', elements });
const words = (text: string, style: Json = {}): Json => ({ type: 'text', text, style });
const number = (value: number, text = String(value)): Json => ({ type: 'raw_number', value, text });
const cell = (text: string): Json => ({ type: 'raw_text', text });

const texts: Exhibit = {
  blocks: [
    { type: 'header', text: plain('Heading & <more> *stars*') },
    { type: 'section', text: mrkdwn('*bold* _slanted_ ~struck~ `code` &lt;3 <https://example.com|a link>') },
    { type: 'section', fields: ['one', 'two', 'three', 'four'].map((text) => mrkdwn(`*Field*\n${text}`)) },
    { type: 'divider' },
    { type: 'context', elements: [image, mrkdwn('<@U0AOI> in <#C0TEAM>'), plain('plain :seedling:')] },
    rich(
      line(
        words('rich bold', { bold: true }),
        { type: 'user', user_id: 'U0MAYA' },
        { type: 'emoji', name: 'tada' },
      ),
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [line(words('first of two')), line(words('second of two'))],
      },
      { type: 'rich_text_quote', elements: [words('quoted words')] },
      { type: 'rich_text_preformatted', elements: [words('const a = 1;')] },
    ),
    { type: 'markdown', text: '## Markdown head\n\n- **item** of a list\n- [x](https://example.com)' },
    { ...image, title: plain('Title of an image') },
    {
      type: 'video',
      video_url: 'https://example.com/v',
      thumbnail_url: 'https://example.com/t.png',
      alt_text: 'a video',
      title: plain('Title of a video'),
      description: plain('What it shows'),
    },
  ],
  reads: [
    'Heading & <more> *stars*',
    'bold slanted struck code <3 a link',
    'four',
    'a green bridge',
    '@青木 in #banso-team',
    'plain 🌱',
    'rich bold@Maya Collins🎉',
    'second of two',
    'quoted words',
    'const a = 1;',
    'Markdown head',
    'item of a list',
    'Title of an image',
    'Title of a video',
    'What it shows',
  ],
};

const elements: Exhibit = {
  blocks: [
    beside('image', { type: 'image', image_url: image.image_url, alt_text: 'a small bridge' }),
    beside('button', { type: 'button', text: plain('Press'), style: 'primary' }),
    beside('link', { type: 'button', text: plain('Go there'), url: 'https://example.com' }),
    beside('overflow', { type: 'overflow', options: options('o1', 'o2') }),
    beside('static', { type: 'static_select', options: options('s1', 's2'), placeholder: plain('Pick s') }),
    beside('external', { type: 'external_select', placeholder: plain('Pick e') }),
    beside('user', { type: 'users_select', placeholder: plain('Pick u') }),
    beside('conversation', { type: 'conversations_select', placeholder: plain('Pick c') }),
    beside('channel', { type: 'channels_select', initial_channel: 'C0TEAM' }),
    beside('several', { type: 'multi_static_select', options: options('m1', 'm2') }),
    beside('date', { type: 'datepicker', initial_date: '2026-11-27' }),
    beside('time', { type: 'timepicker', initial_time: '09:30' }),
    beside('radio', { type: 'radio_buttons', options: options('r1', 'r2') }),
    beside('boxes', { type: 'checkboxes', options: options('b1', 'b2') }),
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'danger', text: plain('Danger'), style: 'danger' },
        { type: 'workflow_button', action_id: 'flow', text: plain('Flow'), workflow: { trigger: {} } },
        { type: 'datetimepicker', action_id: 'at', initial_date_time: 1_795_737_600 },
      ],
    },
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'feedback',
          positive_button: { text: plain('Good'), value: 'good' },
          negative_button: { text: plain('Bad'), value: 'bad' },
        },
        { type: 'icon_button', action_id: 'bin', icon: 'trash', text: plain('Throw away') },
      ],
    },
    {
      type: 'input',
      label: plain('Asked in a message'),
      element: { type: 'plain_text_input', action_id: 'in' },
    },
  ],
  reads: ['a small bridge', 'Press', 'Go there', 'r2', 'b2', 'Danger', 'Flow', 'Good', 'Asked in a message'],
};

const card = (title: string): Json => ({
  type: 'card',
  title: mrkdwn(`*${title}*`),
  subtitle: mrkdwn(`under ${title}`),
  body: mrkdwn(`body of ${title}`),
  hero_image: { ...image, alt_text: `picture of ${title}` },
  actions: [{ type: 'button', action_id: title, text: plain(`Open ${title}`) }],
});
const task = (title: string, status: string): Json => ({
  type: 'task_card',
  task_id: title,
  title,
  status,
  details: rich(line(words(`details of ${title}`))),
});

const compositions: Exhibit = {
  blocks: [
    card('Alpha'),
    { type: 'carousel', elements: [card('Beta'), card('Gamma'), card('Delta')] },
    {
      type: 'container',
      title: plain('Container'),
      subtitle: plain('what it holds'),
      child_blocks: [{ type: 'section', text: mrkdwn('held by a container') }, { type: 'divider' }],
    },
    {
      type: 'container',
      title: plain('Folding container'),
      is_collapsible: true,
      child_blocks: [{ type: 'section', text: mrkdwn('held and folded') }],
    },
    { type: 'plan', title: 'A plan', tasks: [task('Look', 'complete'), task('Write', 'in_progress')] },
    task('Alone', 'pending'),
    {
      type: 'data_visualization',
      title: 'Contacts by week',
      chart: {
        type: 'bar',
        series: [
          {
            name: 'calls',
            data: [
              { label: 'W1', value: 3 },
              { label: 'W2', value: 5 },
            ],
          },
        ],
        axis_config: { categories: ['W1', 'W2'], x_label: 'week', y_label: 'contacts' },
      },
    },
  ],
  reads: [
    'body of Alpha',
    'Open Alpha',
    'picture of Alpha',
    'under Gamma',
    'what it holds',
    'held by a container',
    'held and folded',
    'A plan',
    'Look',
    'Write',
    'Alone',
    'Contacts by week',
  ],
};

const table: Exhibit = {
  blocks: [
    {
      type: 'table',
      column_settings: [{ align: 'left' }, { align: 'right' }, { align: 'center' }],
      rows: [
        [cell('Learner'), cell('Hours'), cell('State')],
        [cell('Anna'), number(12.5), rich(line(words('well', { bold: true })))],
        [cell('Ben'), number(0), cell('—')],
        [cell('Chika'), number(1200, '1,200 h'), cell('due')],
      ],
    },
  ],
  reads: ['Learner', '12.5', 'well', '0', '1,200 h'],
};

const dataTable: Exhibit = {
  blocks: [
    {
      type: 'data_table',
      caption: 'Contacts of the week',
      row_header_column_index: 0,
      rows: [
        [cell('Supporter'), cell('Contacts')],
        [cell('Maya'), number(7)],
        [cell('Owen'), number(31, '31 of 40')],
      ],
    },
  ],
  reads: ['Contacts of the week', 'Maya', '7', '31 of 40'],
};

/** Everything that Slack draws in a message, in several: one message holds one table. */
export const exhibits: Record<string, Exhibit> = {
  texts,
  elements,
  compositions,
  table,
  'data table': dataTable,
};

/** As the client takes them; some of their types are in no list yet. */
export function asKnown(blocks: Json[]): KnownBlock[] {
  return blocks as unknown as KnownBlock[];
}
