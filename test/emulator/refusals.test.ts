import type { WebClient } from '@slack/web-api';
import type { Emulator } from '../../src/emulator';
import { client, start } from './fixtures';
import { type RecordingApp, recordingApp } from './recording-app';

let emulator: Emulator;
let web: WebClient;
let app: RecordingApp;

beforeEach(async () => {
  emulator = await start({ ackTimeoutMs: 400 });
  web = client(emulator);
  app = await recordingApp(emulator);
});

afterEach(async () => {
  await emulator.close();
  await app.close();
});

const text = (value: string) => ({ type: 'plain_text', text: value });
const TOO_LONG = 'a'.repeat(76);
const option = (label: string) => ({ text: text(label), value: 'v' });

/** One fault in an accessory, another in a block that isn't there. */
const FAULTY = [
  { type: 'divider' },
  {
    type: 'section',
    text: text('x'),
    accessory: { type: 'button', action_id: 'go', text: text(TOO_LONG) },
  },
  { type: 'banner' },
];
const faultsAt = (path: string) => [
  `${path}/1/accessory/text/text: must be less than 76 characters`,
  `${path}/2/type: unsupported type: banner`,
];

const LEARNER = {
  type: 'input',
  block_id: 'learner',
  optional: true,
  label: text('learner'),
  element: { type: 'external_select', action_id: 'learner', min_query_length: 0 },
};
const BUTTONS = {
  type: 'actions',
  block_id: 'row',
  elements: [{ type: 'button', action_id: 'more', text: text('more') }],
};
const modal = (blocks: unknown[]) => ({
  type: 'modal',
  callback_id: 'form',
  title: text('T'),
  submit: text('OK'),
  blocks,
});
const lastTrigger = () => app.heard.at(-1)?.trigger_id;

/** Makes a call that is refused. @returns what stands in the list for it */
async function refusedCall(method: string, args: Record<string, unknown>) {
  await expect(web.apiCall(method, args)).rejects.toThrow();
  return emulator.refusals.at(-1);
}

async function open(): Promise<string> {
  await emulator.as('U0AKI').command('/checkin', { channel: 'C0TEAM' });
  await web.apiCall('views.open', { trigger_id: lastTrigger(), view: modal([LEARNER, BUTTONS]) });
  return emulator.as('U0AKI').modal()?.id ?? '';
}

describe('a refused block stands in the list with its path and rule', () => {
  test('of a message', async () => {
    const invalid = { rule: 'invalid_blocks', details: faultsAt('/blocks') };
    const faulty = { channel: 'C0TEAM', text: 'x', blocks: FAULTY };
    const { ts } = await web.chat.postMessage({ channel: 'C0TEAM', text: 'x' });
    const person = { ...faulty, user: 'U0AKI' };
    expect(await refusedCall('chat.postMessage', faulty)).toMatchObject({
      where: 'chat.postMessage',
      ...invalid,
    });
    expect(await refusedCall('chat.update', { ...faulty, ts })).toMatchObject({
      where: 'chat.update',
      ...invalid,
    });
    expect(await refusedCall('chat.postEphemeral', person)).toMatchObject({
      where: 'chat.postEphemeral',
      ...invalid,
    });
    expect(emulator.refusals).toHaveLength(3);
  });

  test('of a view', async () => {
    const invalid = { rule: 'invalid_arguments', details: faultsAt('/view/blocks') };
    const view = modal(FAULTY);
    const viewId = await open();
    await emulator.as('U0AKI').act('modal', { blockId: 'row', actionId: 'more' });
    const calls: [string, Record<string, unknown>][] = [
      ['views.open', { trigger_id: lastTrigger(), view }],
      ['views.push', { trigger_id: lastTrigger(), view }],
      ['views.update', { view_id: viewId, view }],
      ['views.publish', { user_id: 'U0AKI', view: { type: 'home', blocks: FAULTY } }],
    ];
    for (const [method, args] of calls) {
      expect(await refusedCall(method, args)).toMatchObject({ where: method, ...invalid });
    }
    expect(emulator.refusals).toHaveLength(calls.length);
  });

  test('of an answer to a response_url', async () => {
    await emulator.as('U0AKI').command('/checkin', { channel: 'C0TEAM' });
    const body = JSON.stringify({ text: 'x', blocks: FAULTY });
    await fetch(app.heard.at(-1)?.response_url ?? '', { method: 'POST', body });
    expect(emulator.refusals).toMatchObject([
      { where: 'response_url', rule: 'invalid_blocks', details: faultsAt('/blocks') },
    ]);
  });

  test('of an answer to a command', async () => {
    app.answer = { text: 'x', blocks: FAULTY };
    const command = emulator.as('U0AKI').command('/checkin', { channel: 'C0TEAM' });
    await expect(command).rejects.toThrow('unsupported type: banner');
    expect(emulator.refusals).toMatchObject([
      { where: '/checkin', rule: 'invalid_blocks', details: faultsAt('/blocks') },
    ]);
  });

  test('of an answer to a submission', async () => {
    await open();
    const aki = emulator.as('U0AKI');
    app.answer = { response_action: 'update', view: modal(FAULTY) };
    await expect(aki.submit()).rejects.toThrow('unsupported type: banner');
    app.answer = { response_action: 'errors', errors: { gone: 'x', away: 'y' } };
    await expect(aki.submit()).rejects.toThrow('no input block gone');
    app.answer = { response_action: 'close' };
    await expect(aki.submit()).rejects.toThrow('got close');
    expect(emulator.refusals).toMatchObject([
      { where: 'view_submission', rule: 'invalid_arguments', details: faultsAt('/view/blocks') },
      {
        where: 'view_submission',
        rule: 'invalid_response',
        details: ['/errors/gone: there is no input block gone', '/errors/away: there is no input block away'],
      },
      {
        where: 'view_submission',
        rule: 'invalid_response_action',
        details: ['/response_action: must be one of: errors, update, push, clear; got close'],
      },
    ]);
  });

  test('of suggested options', async () => {
    await open();
    app.answer = { options: [option('a'), option(TOO_LONG)] };
    await expect(emulator.as('U0AKI').suggest('learner', '佐')).rejects.toThrow('invalid_options');
    expect(emulator.refusals).toMatchObject([
      {
        where: 'block_suggestion',
        rule: 'invalid_options',
        details: ['/options/1/text/text: must be less than 76 characters'],
      },
    ]);
  });
});

describe('what goes wrong on the way stands there as well', () => {
  test('a missed ack, with what was pressed', async () => {
    await open();
    app.silent = true;
    const aki = emulator.as('U0AKI');
    await expect(aki.act('modal', { blockId: 'row', actionId: 'more' })).rejects.toThrow('no ack');
    await expect(aki.submit()).rejects.toThrow('no ack');
    await expect(aki.command('/checkin', { channel: 'C0TEAM' })).rejects.toThrow('no ack');
    await aki.openHome();
    const timeout = { rule: 'operation_timeout' };
    expect(emulator.refusals).toMatchObject([
      { where: 'block_actions', ...timeout, details: ['more: no ack within 400 ms'] },
      { where: 'view_submission', ...timeout, details: ['form: no ack within 400 ms'] },
      { where: '/checkin', ...timeout, details: ['no ack within 400 ms'] },
      {
        where: 'app_home_opened',
        rule: 'not_acked',
        details: [expect.stringMatching(/^Ev\w+: no ack within 400 ms$/)],
      },
    ]);
  });

  test('a call that the app gets no answer to', async () => {
    const message = { channel: 'C0TEAM', text: 'x' };
    for (const effect of ['before', 'after'] as const) {
      emulator.faults.add({
        method: 'chat.postMessage',
        kind: 'timeout',
        effect,
        connection: 'drop',
        times: 1,
      });
      await expect(web.chat.postMessage(message)).rejects.toThrow();
    }
    emulator.faults.add({ method: 'chat.postMessage', kind: 'http', status: 503, times: 1 });
    await expect(web.chat.postMessage(message)).rejects.toThrow();
    emulator.faults.add({ method: 'chat.postMessage', kind: 'rate_limited', retryAfterSeconds: 3, times: 1 });
    await expect(web.chat.postMessage(message)).rejects.toThrow();
    const where = 'chat.postMessage';
    expect(emulator.refusals).toMatchObject([
      { where, rule: 'lost_before_the_effect', details: ['the connection was cut'] },
      { where, rule: 'lost_after_the_effect', details: ['the connection was cut'] },
      { where, rule: 'http_503', details: ['answered with status 503'] },
      { where, rule: 'ratelimited', details: ['wait 3 s'] },
    ]);
  });

  test('a text that is too long, with its length', async () => {
    await expect(web.chat.postMessage({ channel: 'C0TEAM', text: 'a'.repeat(4001) })).rejects.toThrow();
    expect(emulator.refusals).toMatchObject([
      { rule: 'msg_too_long', details: ['/text: 4001 characters, 4000 at most'] },
    ]);
  });
});
