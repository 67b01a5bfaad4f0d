import type { WebClient } from '@slack/web-api';
import { type Emulator, sign } from '../../src/emulator';
import { client, start } from './fixtures';
import { type Heard, type RecordingApp, recordingApp } from './recording-app';

let emulator: Emulator;
let web: WebClient;
let app: RecordingApp;
let heard: Heard[];

beforeEach(async () => {
  emulator = await start();
  web = client(emulator);
  app = await recordingApp(emulator);
  heard = app.heard;
});

afterEach(async () => {
  await emulator.close();
  await app.close();
});

const text = (value: string) => ({ type: 'plain_text' as const, text: value });
const option = (value: string) => ({ text: text(value), value });
const input = (id: string, element: Record<string, unknown>, change: Record<string, unknown> = {}) => ({
  type: 'input',
  block_id: id,
  label: text(id),
  element: { action_id: id, ...element },
  ...change,
});

async function open(blocks: unknown[], change: Record<string, unknown> = {}): Promise<void> {
  await emulator.as('U0AKI').command('/checkin', { channel: 'C0TEAM' });
  const view = {
    type: 'modal',
    callback_id: 'form',
    title: text('T'),
    submit: text('OK'),
    blocks,
    ...change,
  };
  await web.apiCall('views.open', { trigger_id: heard.at(-1)?.trigger_id, view });
}

describe('commands and shortcuts', () => {
  test('a command carries its words, the person and the place', async () => {
    await emulator.as('U0AKI').command('/checkin 佐藤 花子', { channel: 'C0PRIV' });
    expect(heard).toMatchObject([
      { command: '/checkin', text: '佐藤 花子', user_id: 'U0AKI', channel_id: 'C0PRIV', team_id: 'T0TEST' },
    ]);
  });

  test('what the manifest does not declare, or the person does not see, cannot be used', async () => {
    const aki = emulator.as('U0AKI');
    await expect(aki.command('/other', { channel: 'C0TEAM' })).rejects.toThrow('unknown_command');
    await expect(aki.globalShortcut('message_one')).rejects.toThrow('no global shortcut');
    const kim = emulator.as('U0KIM');
    await expect(kim.command('/checkin', { channel: 'C0PRIV' })).rejects.toThrow('not in the channel');
  });

  test('a message shortcut brings the message', async () => {
    const aki = emulator.as('U0AKI');
    const { ts } = await aki.post('C0TEAM', '今日は進みました');
    await aki.messageShortcut('message_one', { channel: 'C0TEAM', ts });
    expect(heard.at(-1)).toMatchObject({
      type: 'message_action',
      callback_id: 'message_one',
      message: { ts, text: '今日は進みました', user: 'U0AKI' },
      channel: { id: 'C0TEAM', name: 'team' },
    });
  });
});

describe('elements of a message', () => {
  async function post(elements: unknown[]): Promise<{ channel: string; ts: string }> {
    return postBlocks([{ type: 'actions', block_id: 'row', elements }]);
  }

  async function postBlocks(blocks: unknown[]): Promise<{ channel: string; ts: string }> {
    await web.apiCall('chat.postMessage', { channel: 'C0TEAM', text: 'x', blocks });
    return { channel: 'C0TEAM', ts: emulator.messages('C0TEAM').at(-1)?.ts ?? '' };
  }

  test('a menu gives the option, and takes only what it offers', async () => {
    const at = await post([
      { type: 'overflow', action_id: 'more', options: [option('plan'), option('hand')] },
    ]);
    await emulator.as('U0KIM').click(at, 'more', { selectedOption: 'plan' });
    expect(heard.at(-1)).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0KIM' },
      container: { type: 'message', message_ts: at.ts, channel_id: 'C0TEAM' },
      actions: [{ type: 'overflow', action_id: 'more', block_id: 'row', selected_option: option('plan') }],
    });
    const wrong = emulator.as('U0KIM').click(at, 'more', { selectedOption: 'gone' });
    await expect(wrong).rejects.toThrow('offers no gone');
  });

  test('a missing element says what is there, and alike buttons are told apart by value', async () => {
    const button = (value: string) => ({ type: 'button', text: text('Check in'), value });
    const blocks = ['L1', 'L2'].map((value) => ({
      type: 'actions',
      elements: [{ ...button(value), action_id: 'checkin' }],
    }));
    const at = await postBlocks(blocks);
    const aki = emulator.as('U0AKI');
    await expect(aki.click(at, 'gone')).rejects.toThrow('there are: checkin, checkin');
    await expect(aki.click(at, 'checkin')).rejects.toThrow('several elements');
    await aki.click(at, 'checkin', { value: 'L2' });
    expect(heard.at(-1)).toMatchObject({ actions: [{ value: 'L2' }] });
  });

  test('a date picker gives its date and the values of the message', async () => {
    const at = await post([{ type: 'datepicker', action_id: 'on', initial_date: '2026-04-01' }]);
    await emulator.as('U0AKI').click(at, 'on', { selectedDate: '2026-04-02' });
    expect(heard.at(-1)).toMatchObject({
      actions: [{ type: 'datepicker', selected_date: '2026-04-02' }],
      state: { values: { row: { on: { type: 'datepicker', selected_date: '2026-04-02' } } } },
    });
  });
});

describe('a form', () => {
  const FORM = [
    input('name', { type: 'plain_text_input', max_length: 5 }),
    input('mood', { type: 'radio_buttons', options: [option('1'), option('2')] }, { optional: true }),
    input('tags', { type: 'checkboxes', options: [option('a'), option('b')] }, { optional: true }),
    input('on', { type: 'datepicker', initial_date: '2026-04-01' }),
    input(
      'hours',
      { type: 'number_input', is_decimal_allowed: false, min_value: '0', max_value: '100' },
      { optional: true },
    ),
    input('who', { type: 'multi_users_select' }, { optional: true }),
  ];

  test('a submission carries every value in the form of its element', async () => {
    await open(FORM, { private_metadata: 'kept' });
    const aki = emulator.as('U0AKI');
    const filled = { name: '佐藤', mood: '2', tags: ['a', 'b'], hours: 12, who: ['U0KIM'] };
    expect(await aki.submit(filled)).toEqual({ sent: true });
    const { view } = heard.at(-1) as { view: Record<string, unknown> };
    expect(view).toMatchObject({ callback_id: 'form', private_metadata: 'kept' });
    expect(view.state).toEqual({
      values: {
        name: { name: { type: 'plain_text_input', value: '佐藤' } },
        mood: { mood: { type: 'radio_buttons', selected_option: option('2') } },
        tags: { tags: { type: 'checkboxes', selected_options: [option('a'), option('b')] } },
        on: { on: { type: 'datepicker', selected_date: '2026-04-01' } },
        hours: { hours: { type: 'number_input', value: '12' } },
        who: { who: { type: 'multi_users_select', selected_users: ['U0KIM'] } },
      },
    });
  });

  test('Slack itself stops an empty required input, a long text and a number out of range', async () => {
    await emulator.changeUser('U0AKI', { locale: 'en-GB' });
    await open(FORM);
    const aki = emulator.as('U0AKI');
    const before = heard.length;
    expect(await aki.submit({ hours: 101 })).toEqual({
      sent: false,
      errors: { name: 'Please complete this required field.', hours: 'Must be at most 100.' },
    });
    expect(await aki.submit({ name: 'あいうえおか', hours: 1.5 })).toEqual({
      sent: false,
      errors: { name: 'Must be at most 5 characters.', hours: 'Must be a whole number.' },
    });
    expect(heard).toHaveLength(before);
    expect(aki.modal()?.state.values).toMatchObject({ name: { name: { value: 'あいうえおか' } } });
  });

  test("Slack's own form check speaks the person's language", async () => {
    const kinds = { mail: 'email_text_input', site: 'url_text_input', long: 'plain_text_input' };
    const inputs = Object.entries(kinds).map(([id, type]) => input(id, { type }));
    const least = input('least', { type: 'number_input', is_decimal_allowed: true, min_value: '2' });
    await open([...inputs, least, input('empty', { type: 'datepicker' })]);
    const wrong = { mail: 'a', site: 'b', long: 'あ'.repeat(3001), least: 1.5 };
    const submission = await emulator.as('U0AKI').submit(wrong);
    expect(submission.errors).toEqual({
      mail: 'メールアドレスを入力してください。',
      site: 'URLを入力してください。',
      long: '3000文字以内で入力してください。',
      least: '2以上の数値を入力してください。',
      empty: 'この項目は必須です。入力してください。',
    });
  });

  test('an input speaks at once only with dispatch_action', async () => {
    const select = { type: 'static_select', options: [option('x')] };
    await open([input('quiet', select), input('loud', select, { dispatch_action: true })]);
    const before = heard.length;
    await emulator.as('U0AKI').fill({ quiet: 'x', loud: 'x' });
    expect(heard.slice(before)).toMatchObject([
      {
        type: 'block_actions',
        actions: [{ action_id: 'loud', selected_option: option('x') }],
        view: { state: { values: { quiet: { quiet: { selected_option: option('x') } } } } },
      },
    ]);
  });

  test('a type-ahead asks from its shortest query on, and only what was offered can be chosen', async () => {
    await open([input('learner', { type: 'external_select', min_query_length: 2 })]);
    const aki = emulator.as('U0AKI');
    await expect(aki.suggest('learner', '佐')).rejects.toThrow('from 2 characters on');
    app.answer = { options: [option('L1')] };
    expect(await aki.suggest('learner', '佐藤')).toEqual([option('L1')]);
    expect(heard.at(-1)).toMatchObject({ type: 'block_suggestion', value: '佐藤', block_id: 'learner' });
    await expect(aki.fill({ learner: 'L2' })).rejects.toThrow('offers no L2');
    app.answer = { options: [option('あ'.repeat(76))] };
    await expect(aki.suggest('learner', '佐藤')).rejects.toThrow('invalid_options');
  });

  test('carries out errors, update, push and clear, and refuses what Slack refuses', async () => {
    await open([input('name', { type: 'plain_text_input' })]);
    const aki = emulator.as('U0AKI');
    app.answer = { response_action: 'errors', errors: { name: 'いない' } };
    expect(await aki.submit({ name: 'x' })).toMatchObject({ errors: { name: 'いない' } });
    app.answer = { response_action: 'errors', errors: { other: 'x' } };
    await expect(aki.submit()).rejects.toThrow('no input block other');
    const view = { type: 'modal', title: text('Next'), submit: text('OK'), blocks: [] };
    app.answer = { response_action: 'push', view };
    await aki.submit();
    expect(aki.modal()).toMatchObject({ title: { text: 'Next' }, previous_view_id: expect.any(String) });
    app.answer = { response_action: 'update', view: { ...view, title: text('あ'.repeat(25)) } };
    await expect(aki.submit()).rejects.toThrow('must be less than 25 characters');
    app.answer = { response_action: 'clear' };
    await aki.submit();
    expect(aki.modal()).toBeUndefined();
  });

  test('closing tells the app only when it asked', async () => {
    await open([]);
    const before = heard.length;
    await emulator.as('U0AKI').closeModal();
    expect(heard).toHaveLength(before);
    await open([], { notify_on_close: true });
    await emulator.as('U0AKI').closeModal();
    expect(heard.at(-1)).toMatchObject({ type: 'view_closed', is_cleared: false });
  });
});

describe('events', () => {
  const events = () => heard.filter(({ type }) => type === 'event_callback').map(({ event }) => event);

  test('a message is told where the app subscribed, holds the scope and is a member', async () => {
    const aki = emulator.as('U0AKI');
    await aki.post('C0TEAM', 'hello');
    await aki.post('C0PRIV', 'no subscription');
    await aki.post('C0AWAY', 'no bot');
    await aki.post('D0AKI', 'to the app');
    expect(events()).toMatchObject([
      { type: 'message', channel: 'C0TEAM', channel_type: 'channel', text: 'hello', user: 'U0AKI' },
      { type: 'message', channel: 'D0AKI', channel_type: 'im', text: 'to the app' },
    ]);
  });

  test('changes and deletions of messages are told', async () => {
    const { ts } = await web.chat.postMessage({ channel: 'C0TEAM', text: 'one' });
    await web.chat.update({ channel: 'C0TEAM', ts: ts ?? '', text: 'two' });
    await web.chat.delete({ channel: 'C0TEAM', ts: ts ?? '' });
    await emulator.events.settled();
    expect(events()).toMatchObject([
      { text: 'one', bot_id: 'B0BANSO' },
      { subtype: 'message_changed', message: { text: 'two' }, previous_message: { text: 'one' } },
      { subtype: 'message_deleted', deleted_ts: ts },
    ]);
  });

  test('a person changes and deletes her own messages, and nobody else does', async () => {
    const aki = emulator.as('U0AKI');
    const { ts } = await aki.post('C0TEAM', 'one');
    await aki.edit('C0TEAM', ts, 'two');
    await aki.delete('C0TEAM', ts);
    expect(events().slice(1)).toMatchObject([
      {
        subtype: 'message_changed',
        message: { ts, text: 'two', edited: { user: 'U0AKI' } },
        previous_message: { ts, text: 'one' },
      },
      { subtype: 'message_deleted', deleted_ts: ts, previous_message: { text: 'two' } },
    ]);
    const other = await emulator.as('U0KIM').post('C0TEAM', 'mine');
    await expect(aki.edit('C0TEAM', other.ts, 'yours')).rejects.toThrow('U0AKI has no message');
    await expect(aki.delete('C0TEAM', other.ts)).rejects.toThrow('U0AKI has no message');
  });

  test('a deleted parent leaves a tombstone, which goes with the last reply', async () => {
    const aki = emulator.as('U0AKI');
    const parent = await aki.post('C0TEAM', 'parent');
    const reply = await aki.post('C0TEAM', 'reply', { threadTs: parent.ts });
    await aki.delete('C0TEAM', parent.ts);
    const tombstone = { subtype: 'tombstone', user: 'USLACKBOT', hidden: true, ts: parent.ts };
    expect(emulator.messages('C0TEAM')).toMatchObject([{ ...tombstone, reply_count: 1 }]);
    expect(events().at(-1)).toMatchObject({
      subtype: 'message_changed',
      message: { ...tombstone, text: 'This message was deleted.' },
      previous_message: { text: 'parent', user: 'U0AKI' },
    });
    const onTombstone = aki.messageShortcut('message_one', { channel: 'C0TEAM', ts: parent.ts });
    await expect(onTombstone).rejects.toThrow('there is no message');
    await aki.delete('C0TEAM', reply.ts);
    expect(emulator.messages('C0TEAM')).toEqual([]);
    expect(events().slice(-2)).toMatchObject([
      { subtype: 'message_deleted', deleted_ts: reply.ts },
      { subtype: 'message_deleted', deleted_ts: parent.ts, previous_message: tombstone },
    ]);
  });

  test('nobody can empty a message, or write where a channel is archived', async () => {
    const aki = emulator.as('U0AKI');
    const { ts } = await aki.post('C0TEAM', 'one');
    await expect(aki.edit('C0TEAM', ts, ' ')).rejects.toThrow('emptied');
    emulator.archive('C0TEAM');
    await expect(aki.post('C0TEAM', 'two')).rejects.toThrow('is archived');
  });

  test('a changed and a deactivated person are told', async () => {
    await emulator.changeUser('U0KIM', { tz: 'Asia/Tokyo' });
    await emulator.deactivate('U0KIM');
    expect(events()).toMatchObject([
      { type: 'user_change', user: { id: 'U0KIM', tz: 'Asia/Tokyo', deleted: false } },
      { type: 'user_change', user: { id: 'U0KIM', deleted: true } },
    ]);
  });
});

test('signs as Slack does', () => {
  // The example of Slack's documentation on verifying requests.
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
  expect(sign('8f742231b10e8888abcd99yyyzzz85a5', body, new Date(1531420618 * 1000))).toEqual({
    'x-slack-request-timestamp': '1531420618',
    'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  });
});

describe('what is typed in a modal', () => {
  const note = input('note', { type: 'plain_text_input' });
  const mood = input('mood', { type: 'static_select', options: [option('good'), option('bad')] });

  test('is kept without telling the app, and goes with whatever is done next', async () => {
    await open([
      note,
      mood,
      {
        type: 'actions',
        block_id: 'row',
        elements: [{ type: 'button', action_id: 'more', text: text('more') }],
      },
    ]);
    const aki = emulator.as('U0AKI');
    const before = heard.length;
    aki.enter({ note: { note: '元気そう' }, mood: { mood: 'good' } });
    expect(heard).toHaveLength(before);
    await aki.act('modal', { blockId: 'row', actionId: 'more' });
    expect(heard.at(-1)).toMatchObject({
      type: 'block_actions',
      actions: [{ action_id: 'more', block_id: 'row' }],
      view: {
        state: {
          values: {
            note: { note: { value: '元気そう' } },
            mood: { mood: { selected_option: option('good') } },
          },
        },
      },
    });
  });

  test('is cleared by null, and left alone where nothing is said', async () => {
    await open([note, mood]);
    const aki = emulator.as('U0AKI');
    aki.enter({ note: { note: 'a' }, mood: { mood: 'bad' } });
    aki.enter({ note: { note: null }, gone: { gone: 'x' } });
    expect(aki.modals().at(-1)?.state.values).toMatchObject({
      note: { note: { value: null } },
      mood: { mood: { selected_option: option('bad') } },
    });
  });

  test('can only be what is offered; then nothing is kept', async () => {
    await open([note, mood]);
    const aki = emulator.as('U0AKI');
    expect(() => aki.enter({ note: { note: 'a' }, mood: { mood: 'other' } })).toThrow('offers no other');
    expect(aki.modal()?.state.values).toMatchObject({ note: { note: { value: null } } });
  });

  test.each([
    ['datepicker', '2026-02-30'],
    ['timepicker', '24:00'],
    ['datetimepicker', 'soon'],
    ['plain_text_input', { value: 'a' }],
    ['rich_text_input', 'a'],
  ])('a %s takes no %j', async (type, choice) => {
    await open([input('one', { type })]);
    expect(() => emulator.as('U0AKI').enter({ one: { one: choice } })).toThrow(`the ${type} one takes`);
  });
});
