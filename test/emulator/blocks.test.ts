import type { WebClient } from '@slack/web-api';
import { type Emulator, readableText } from '../../src/emulator';
import { client, refusalOf, start } from './fixtures';

let emulator: Emulator;
let web: WebClient;

beforeAll(async () => {
  emulator = await start();
  web = client(emulator);
});
afterAll(() => emulator.close());

type Json = Record<string, unknown>;

const plain = (length = 1): Json => ({ type: 'plain_text', text: 'a'.repeat(length) });
const mrkdwn = (length = 1): Json => ({ type: 'mrkdwn', text: 'a'.repeat(length) });
const option = (value = 'v', change: Json = {}): Json => ({ text: plain(), value, ...change });
const many = (count: number, of: (index: number) => unknown): unknown[] =>
  Array.from({ length: count }, (_, index) => of(index));
const section = (accessory: Json): Json => ({ type: 'section', text: plain(), accessory });
const actions = (...elements: unknown[]): Json => ({ type: 'actions', elements });
const input = (element: Json): Json => ({ type: 'input', label: plain(), element });
const button = (change: Json = {}): Json => ({ type: 'button', text: plain(), ...change });
const card = (change: Json = {}): Json => ({ type: 'card', title: mrkdwn(), ...change });
const cell = (): Json => ({ type: 'raw_text', text: 'a' });

/** What chat.postMessage says to blocks: null when it takes them. */
async function refusal(blocks: unknown): Promise<string[] | null> {
  const result = web.apiCall('chat.postMessage', { channel: 'C0TEAM', text: 'x', blocks });
  const taken = await result.then(
    () => true,
    () => false,
  );
  if (taken) return null;
  const { error, messages } = await refusalOf(result);
  expect(error).toBe('invalid_blocks');
  return messages;
}

/** The highest value that is taken, the first that is not, and the refusal of that one. */
const LIMITS: [what: string, of: (n: number) => unknown, most: number, refused: string][] = [
  [
    'blocks in a message',
    (n) => many(n, () => ({ type: 'divider' })),
    50,
    'no more than 50 items allowed [json-pointer:/blocks]',
  ],
  [
    'section text',
    (n) => [{ type: 'section', text: mrkdwn(n) }],
    3000,
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a section field',
    (n) => [{ type: 'section', fields: [mrkdwn(n)] }],
    2000,
    'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  ],
  [
    'section fields',
    (n) => [{ type: 'section', fields: many(n, () => mrkdwn()) }],
    10,
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  ],
  [
    'header',
    (n) => [{ type: 'header', text: plain(n) }],
    150,
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'card title',
    (n) => [card({ title: mrkdwn(n) })],
    150,
    'must be less than 151 characters [json-pointer:/blocks/0/title/text]',
  ],
  [
    'card body',
    (n) => [card({ body: mrkdwn(n) })],
    200,
    'must be less than 201 characters [json-pointer:/blocks/0/body/text]',
  ],
  [
    'elements in actions',
    (n) => [actions(...many(n, () => button()))],
    25,
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'elements in context',
    (n) => [{ type: 'context', elements: many(n, () => plain()) }],
    10,
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'options',
    (n) => [section({ type: 'static_select', options: many(n, (i) => option(`${i}`)) })],
    100,
    'no more than 100 items allowed [json-pointer:/blocks/0/accessory/options]',
  ],
  [
    'radio buttons',
    (n) => [section({ type: 'radio_buttons', options: many(n, (i) => option(`${i}`)) })],
    10,
    'no more than 10 items allowed [json-pointer:/blocks/0/accessory/options]',
  ],
  [
    'checkboxes',
    (n) => [section({ type: 'checkboxes', options: many(n, (i) => option(`${i}`)) })],
    10,
    'no more than 10 items allowed [json-pointer:/blocks/0/accessory/options]',
  ],
  [
    'an overflow menu',
    (n) => [section({ type: 'overflow', options: many(n, (i) => option(`${i}`)) })],
    5,
    'no more than 5 items allowed [json-pointer:/blocks/0/accessory/options]',
  ],
  [
    'option text',
    (n) => [section({ type: 'overflow', options: [{ text: plain(n), value: 'v' }] })],
    75,
    'must be less than 76 characters [json-pointer:/blocks/0/accessory/options/0/text/text]',
  ],
  [
    'option value',
    (n) => [section({ type: 'overflow', options: [option('a'.repeat(n))] })],
    75,
    'must be less than 76 characters [json-pointer:/blocks/0/accessory/options/0/value]',
  ],
  [
    'button text',
    (n) => [section(button({ text: plain(n) }))],
    75,
    'must be less than 76 characters [json-pointer:/blocks/0/accessory/text/text]',
  ],
  [
    'button value',
    (n) => [section(button({ value: 'a'.repeat(n) }))],
    2000,
    'must be less than 2001 characters [json-pointer:/blocks/0/accessory/value]',
  ],
  [
    'button url',
    (n) => [section(button({ url: `https://x.jp/${'a'.repeat(n - 13)}` }))],
    3000,
    'must be less than 3001 characters [json-pointer:/blocks/0/accessory/url]',
  ],
  [
    'action_id',
    (n) => [section(button({ action_id: 'a'.repeat(n) }))],
    255,
    'must be less than 256 characters [json-pointer:/blocks/0/accessory/action_id]',
  ],
  [
    'block_id',
    (n) => [{ type: 'divider', block_id: 'a'.repeat(n) }],
    255,
    'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
  ],
  [
    'table rows',
    (n) => [{ type: 'table', rows: many(n, () => [cell()]) }],
    100,
    'no more than 100 items allowed [json-pointer:/blocks/0/rows]',
  ],
  [
    'table columns',
    (n) => [{ type: 'table', rows: [many(n, cell)] }],
    20,
    'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]',
  ],
  [
    'data table rows',
    (n) => [{ type: 'data_table', caption: 'c', rows: many(n, () => [cell()]) }],
    100,
    'no more than 100 items allowed [json-pointer:/blocks/0/rows]',
  ],
  [
    'chart series',
    (n) => [{ type: 'data_visualization', series: many(n, () => ({})) }],
    6,
    'no more than 6 items allowed [json-pointer:/blocks/0/series]',
  ],
  [
    'chart title',
    (n) => [{ type: 'data_visualization', title: 'a'.repeat(n) }],
    50,
    'must be less than 51 characters [json-pointer:/blocks/0/title]',
  ],
  [
    'placeholder',
    (n) => [section({ type: 'datepicker', placeholder: plain(n) })],
    150,
    'must be less than 151 characters [json-pointer:/blocks/0/accessory/placeholder/text]',
  ],
  [
    'input label',
    (n) => [{ ...input({ type: 'plain_text_input' }), label: plain(n) }],
    2000,
    'must be less than 2001 characters [json-pointer:/blocks/0/label/text]',
  ],
  [
    'markdown',
    (n) => [{ type: 'markdown', text: 'a'.repeat(n) }],
    12_000,
    'must be less than 12001 characters [json-pointer:/blocks/0/text]',
  ],
];

describe('limits', () => {
  test.each(LIMITS)('%s', async (_what, of, most, refused) => {
    expect(await refusal(of(most))).toBeNull();
    expect(await refusal(of(most + 1))).toEqual([`[ERROR] ${refused}`]);
  });
});

const REFUSED: [what: string, block: unknown, refused: string][] = [
  ['an unknown block', { type: 'banner' }, 'unsupported type: banner [json-pointer:/blocks/0/type]'],
  ['a block without type', { text: plain() }, 'missing required field: type [json-pointer:/blocks/0]'],
  [
    'an unknown property',
    { type: 'divider', text: plain() },
    'invalid additional property: text [json-pointer:/blocks/0]',
  ],
  [
    'a section without text',
    { type: 'section' },
    'must define either `text` or `fields` [json-pointer:/blocks/0]',
  ],
  [
    'a header in mrkdwn',
    { type: 'header', text: mrkdwn() },
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
  ],
  [
    'verbatim plain text',
    { type: 'header', text: { ...plain(), verbatim: true } },
    'invalid additional property: verbatim [json-pointer:/blocks/0/text]',
  ],
  [
    'emoji in mrkdwn',
    { type: 'section', text: { ...mrkdwn(), emoji: true } },
    'invalid additional property: emoji [json-pointer:/blocks/0/text]',
  ],
  [
    'an empty text',
    { type: 'section', text: plain(0) },
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['empty actions', actions(), 'no less than 1 items allowed [json-pointer:/blocks/0/elements]'],
  [
    'a text input in actions',
    actions({ type: 'plain_text_input' }),
    'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
  ],
  ['a button in an input', input(button()), 'unsupported type: button [json-pointer:/blocks/0/element/type]'],
  [
    'a button in a table',
    { type: 'table', rows: [[button()]] },
    'unsupported type: button [json-pointer:/blocks/0/rows/0/0/type]',
  ],
  [
    'a select without options',
    section({ type: 'static_select' }),
    'must define either `options` or `option_groups` [json-pointer:/blocks/0/accessory]',
  ],
  [
    'a mrkdwn option in a menu',
    section({ type: 'static_select', options: [option('v', { text: mrkdwn() })] }),
    'unsupported type: mrkdwn [json-pointer:/blocks/0/accessory/options/0/text/type]',
  ],
  [
    'options of an external select',
    section({ type: 'external_select', options: [option()] }),
    'invalid additional property: options [json-pointer:/blocks/0/accessory]',
  ],
  [
    'a foreign initial option',
    section({ type: 'static_select', options: [option('a')], initial_option: option('b') }),
    'must be one of the provided options [json-pointer:/blocks/0/accessory/initial_option]',
  ],
  [
    'a foreign initial choice',
    section({ type: 'checkboxes', options: [option('a')], initial_options: [option('a'), option('b')] }),
    'must be one of the provided options [json-pointer:/blocks/0/accessory/initial_options/1]',
  ],
  [
    'a malformed date',
    section({ type: 'datepicker', initial_date: '2026/04/01' }),
    'must be a date such as 2026-01-31 [json-pointer:/blocks/0/accessory/initial_date]',
  ],
  [
    'a number input that does not say whether decimals are allowed',
    input({ type: 'number_input' }),
    'missing required field: is_decimal_allowed [json-pointer:/blocks/0/element]',
  ],
  [
    'an initial number out of range',
    input({ type: 'number_input', is_decimal_allowed: false, max_value: '3', initial_value: '4' }),
    'must be between min_value and max_value [json-pointer:/blocks/0/element/initial_value]',
  ],
  [
    'an initial text that is too long',
    input({ type: 'plain_text_input', max_length: 2, initial_value: 'abc' }),
    'must be less than 3 characters [json-pointer:/blocks/0/element/initial_value]',
  ],
  [
    'an unknown style',
    section(button({ style: 'warning' })),
    'must be one of: primary, danger [json-pointer:/blocks/0/accessory/style]',
  ],
  [
    'a repeated action_id in a block',
    actions(button({ action_id: 'x' }), button({ action_id: 'x' })),
    '`action_id` "x" already exists for another element [json-pointer:/blocks/0/elements/1/action_id]',
  ],
  [
    'an empty card',
    { type: 'card' },
    'must define either `hero_image` or `title` or `actions` or `body` [json-pointer:/blocks/0]',
  ],
  [
    'an alert in a message',
    { type: 'alert', text: plain() },
    'unsupported type: alert [json-pointer:/blocks/0/type]',
  ],
];

describe('refuses', () => {
  test.each(REFUSED)('%s', async (_what, block, refused) => {
    expect(await refusal([block])).toEqual([`[ERROR] ${refused}`]);
  });

  test('a repeated block_id, and a second table', async () => {
    const divider = { type: 'divider', block_id: 'x' };
    expect(await refusal([divider, divider])).toEqual([
      '[ERROR] `block_id` "x" already exists for another block [json-pointer:/blocks/1/block_id]',
    ]);
    const table = { type: 'table', rows: [[cell()]] };
    expect(await refusal([table, table])).toEqual(['[ERROR] only one table allowed [json-pointer:/blocks]']);
  });

  test('several faults at once, each with its place', async () => {
    expect(await refusal([{ type: 'header', text: plain(151) }, { type: 'image' }])).toEqual([
      '[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]',
      '[ERROR] missing required field: alt_text [json-pointer:/blocks/1]',
      '[ERROR] must define either `image_url` or `slack_file` [json-pointer:/blocks/1]',
    ]);
  });
});

/** One valid block of each type, and the surfaces that take it (SLACK.md, Block Kit). */
const BLOCKS: Record<string, [block: Json, surfaces: string]> = {
  actions: [actions(button()), 'message modal home'],
  alert: [{ type: 'alert', text: plain(), level: 'info' }, 'modal'],
  card: [card(), 'message modal home'],
  carousel: [{ type: 'carousel', elements: [card()] }, 'message home'],
  container: [{ type: 'container', title: plain(), child_blocks: [{ type: 'divider' }] }, 'message'],
  context: [{ type: 'context', elements: [mrkdwn()] }, 'message modal home'],
  context_actions: [
    { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain() }] },
    'message',
  ],
  data_table: [{ type: 'data_table', caption: 'c', rows: [[cell()]] }, 'message home'],
  data_visualization: [{ type: 'data_visualization', title: 't' }, 'message'],
  divider: [{ type: 'divider' }, 'message modal home'],
  header: [{ type: 'header', text: plain() }, 'message modal home'],
  image: [{ type: 'image', alt_text: 'a', image_url: 'https://x.jp/a.png' }, 'message modal home'],
  input: [input({ type: 'plain_text_input' }), 'message modal home'],
  markdown: [{ type: 'markdown', text: '**a**' }, 'message'],
  plan: [{ type: 'plan', title: 't' }, 'message'],
  rich_text: [
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }] },
    'message modal home',
  ],
  section: [{ type: 'section', text: mrkdwn() }, 'message modal home'],
  table: [{ type: 'table', rows: [[cell()]] }, 'message home'],
  task_card: [{ type: 'task_card', task_id: '1', title: 't', status: 'pending' }, 'message'],
  video: [
    {
      type: 'video',
      video_url: 'https://x.jp',
      thumbnail_url: 'https://x.jp',
      alt_text: 'a',
      title: plain(),
    },
    'message modal home',
  ],
};

describe('surfaces', () => {
  test.each(Object.entries(BLOCKS))('%s stands where Slack lets it', async (type, [block, surfaces]) => {
    const blocks = [block];
    const view = { type: 'modal', title: plain(), submit: plain(), blocks };
    const isRefused = (messages: string[], pointer: string) =>
      messages.includes(`[ERROR] unsupported type: ${type} [json-pointer:${pointer}/0/type]`);
    const message = await refusal(blocks);
    // Without a trigger a modal is refused anyway: what counts is whether the block is the reason.
    const modal = await refusalOf(web.apiCall('views.open', { view }));
    const home = web.apiCall('views.publish', { user_id: 'U0AKI', view: { type: 'home', blocks } });
    const homeTakes = await home.then(
      () => true,
      () => false,
    );
    const taken = [
      ...(message === null ? ['message'] : []),
      ...(isRefused(modal.messages, '/view/blocks') ? [] : ['modal']),
      ...(homeTakes ? ['home'] : []),
    ];
    expect(taken.join(' ')).toBe(surfaces);
  });
});

test('blocks read as text', () => {
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: '今日の連絡' } },
    { type: 'section', text: { type: 'mrkdwn', text: '*佐藤*さん' }, accessory: button() },
    { type: 'divider' },
    { type: 'context', elements: [{ type: 'mrkdwn', text: '昨日' }] },
  ];
  expect(readableText(blocks)).toBe('今日の連絡\n*佐藤*さん [a]\n----\n昨日');
});
