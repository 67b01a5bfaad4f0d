import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { type Emulator, sign } from '../../src/emulator';
import { start } from './fixtures';

const TITLE = { type: 'plain_text' as const, text: 'Check-in' };

let emulator: Emulator;
let app: App;
let requestUrl = '';
const submitted: unknown[] = [];
const retries: (number | undefined)[] = [];

/** A small app: /checkin opens a modal with a type-ahead; submitting it posts to the team. */
function register(): void {
  app.command('/checkin', async ({ ack, body, client }) => {
    if (body.text === 'late') await emulator.until(() => emulator.refusals.length > 0);
    await ack(body.text === 'say' ? 'やあ' : undefined);
    if (body.text !== '佐藤') return;
    await client.views.open({ trigger_id: body.trigger_id, view: checkinView() });
  });
  app.options('learner', async ({ ack, options }) => {
    await ack({ options: [{ text: { type: 'plain_text', text: `${options.value}さん` }, value: 'L1' }] });
  });
  app.view('checkin', async ({ ack, view, client }) => {
    const { note } = view.state.values;
    if (note?.note?.value === 'bad') {
      await ack({ response_action: 'errors', errors: { note: 'もう少し' } });
      return;
    }
    await ack();
    submitted.push(view.state.values);
    const blocks = [
      { type: 'actions', elements: [{ type: 'button', action_id: 'tick', value: 'L1', text: TITLE }] },
    ];
    await client.chat.postMessage({ channel: 'C0TEAM', text: 'logged', blocks });
  });
  app.action('tick', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'ticked', blocks: [] });
  });
  app.shortcut('global_one', async ({ ack, client, shortcut }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: checkinView() });
  });
  app.event('app_home_opened', async ({ event, client, context }) => {
    retries.push(context.retryNum);
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'divider' }] },
    });
  });
}

function checkinView() {
  return {
    type: 'modal' as const,
    callback_id: 'checkin',
    title: TITLE,
    submit: TITLE,
    blocks: [
      {
        type: 'input',
        block_id: 'learner',
        label: TITLE,
        element: { type: 'external_select', action_id: 'learner', min_query_length: 0 },
      },
      {
        type: 'input',
        block_id: 'note',
        label: TITLE,
        optional: true,
        element: { type: 'plain_text_input', action_id: 'note', max_length: 10 },
      },
    ],
  };
}

beforeAll(async () => {
  emulator = await start({ ackTimeoutMs: 500 });
  const receiver = new HTTPReceiver({
    signingSecret: emulator.signingSecret,
    endpoints: '/slack/events',
    logLevel: LogLevel.ERROR,
  });
  app = new App({
    token: emulator.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: emulator.apiUrl, retryConfig: { retries: 0 } },
    deferInitialization: true,
    convoStore: false,
  });
  await app.init();
  register();
  const server = await receiver.start(0);
  const { port } = server.address() as AddressInfo;
  requestUrl = `http://127.0.0.1:${port}/slack/events`;
  emulator.deliverTo(requestUrl);
});

afterAll(async () => {
  await app.stop();
  await emulator.close();
});

test('a slash command opens a modal, suggestions fill it, submitting closes it and posts', async () => {
  const aki = emulator.as('U0AKI');
  await aki.command('/checkin 佐藤', { channel: 'C0TEAM' });
  await emulator.until(() => aki.modal() !== undefined);
  const options = await aki.suggest('learner', '佐藤');
  expect(options).toEqual([{ text: { type: 'plain_text', text: '佐藤さん' }, value: 'L1' }]);
  expect(await aki.submit({ learner: 'L1', note: 'bad' })).toEqual({
    sent: true,
    response_action: 'errors',
    errors: { note: 'もう少し' },
  });
  expect(await aki.submit({ note: '元気' })).toEqual({ sent: true });
  expect(aki.modal()).toBeUndefined();
  await emulator.until(() => emulator.messages('C0TEAM').length === 1);
  expect(submitted).toEqual([
    {
      learner: { learner: { type: 'external_select', selected_option: options[0] } },
      note: { note: { type: 'plain_text_input', value: '元気' } },
    },
  ]);
});

test('a button in a message reaches the app, which replaces the message by response_url', async () => {
  const [message] = emulator.messages('C0TEAM');
  await emulator.as('U0KIM').click({ channel: 'C0TEAM', ts: message?.ts ?? '' }, 'tick');
  await emulator.until(() => emulator.messages('C0TEAM')[0]?.text === 'ticked');
  expect(emulator.messages('C0TEAM')).toMatchObject([{ ts: message?.ts, text: 'ticked', blocks: [] }]);
});

test('a text ack is shown to the person alone', async () => {
  await emulator.as('U0KIM').command('/checkin say', { channel: 'C0TEAM' });
  expect(emulator.ephemerals('U0KIM')).toMatchObject([{ channel: 'C0TEAM', text: 'やあ' }]);
  expect(emulator.ephemerals('U0AKI')).toEqual([]);
});

test('a command that is not acked in time fails as in Slack', async () => {
  const command = emulator.as('U0AKI').command('/checkin late', { channel: 'C0TEAM' });
  await expect(command).rejects.toMatchObject({ code: 'operation_timeout' });
  expect(emulator.refusals.at(-1)).toMatchObject({ where: '/checkin', rule: 'operation_timeout' });
});

test('pressing submit twice delivers the same submission twice', async () => {
  const kim = emulator.as('U0KIM');
  await kim.globalShortcut('global_one');
  await emulator.until(() => kim.modal() !== undefined);
  await kim.suggest('learner', '');
  const before = submitted.length;
  expect(await kim.submitTwice({ learner: 'L1' })).toEqual([{ sent: true }, { sent: true }]);
  await emulator.until(() => submitted.length === before + 2);
  expect(submitted.at(-1)).toEqual(submitted.at(-2));
});

function isHomeOpened(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'type' in event && event.type === 'app_home_opened';
}

test('Home is published on opening, and a repeated event carries the retry number', async () => {
  const aki = emulator.as('U0AKI');
  await aki.openHome();
  await emulator.until(() => emulator.home('U0AKI') !== undefined);
  const event = emulator.events.delivered.find(({ payload }) => isHomeOpened(payload.event));
  await emulator.events.redeliver(event?.id ?? '');
  expect(event?.attempts).toEqual([
    { retryNum: 0, acked: true },
    { retryNum: 1, acked: true },
  ]);
  await emulator.until(() => retries.length === 2);
  expect(retries).toEqual([undefined, 1]);
  await emulator.until(() => emulator.calls.filter(({ method }) => method === 'views.publish').length === 2);
});

test('Bolt answers the challenge of a new request url, and refuses a stale or forged signature', async () => {
  await expect(emulator.verifyUrl()).resolves.toBeUndefined();
  emulator.clock.set(new Date(Date.now() - 6 * 60_000));
  await expect(emulator.verifyUrl()).rejects.toThrow('the app answered 401');
  emulator.clock.set(null);
  const body = JSON.stringify({ type: 'url_verification', challenge: 'x' });
  const headers = { 'content-type': 'application/json', ...sign('forged', body, new Date()) };
  const response = await fetch(requestUrl, { method: 'POST', headers, body });
  expect(response.status).toBe(401);
});
