import type { WebClient } from '@slack/web-api';
import type { Emulator } from '../../src/emulator';
import { client, refusalOf, start } from './fixtures';
import { type RecordingApp, recordingApp } from './recording-app';

let emulator: Emulator;
let web: WebClient;
let app: RecordingApp;

beforeEach(async () => {
  emulator = await start();
  web = client(emulator);
  app = await recordingApp(emulator);
});

afterEach(async () => {
  await emulator.close();
  await app.close();
});

/** The trigger of the last interaction that the app received. */
const lastTrigger = () => app.heard.at(-1)?.trigger_id ?? '';

const text = (value: string) => ({ type: 'plain_text' as const, text: value });

function modal(change: Record<string, unknown> = {}) {
  const button = { type: 'button' as const, action_id: 'more', text: text('more') };
  const actions = { type: 'actions' as const, block_id: 'buttons', elements: [button] };
  return { type: 'modal' as const, title: text('T'), blocks: [actions], ...change };
}

async function newTrigger(): Promise<string> {
  await emulator.as('U0AKI').command('/checkin', { channel: 'C0TEAM' });
  return lastTrigger();
}

async function open(change: Record<string, unknown> = {}) {
  const { view } = await web.views.open({ trigger_id: await newTrigger(), view: modal(change) });
  return { id: view?.id ?? '', hash: view?.hash ?? '' };
}

describe('trigger ids', () => {
  test('work once', async () => {
    const id = await newTrigger();
    await web.views.open({ trigger_id: id, view: modal() });
    const again = web.views.open({ trigger_id: id, view: modal() });
    expect((await refusalOf(again)).error).toBe('exchanged_trigger_id');
  });

  test('expire after three seconds of the clock', async () => {
    emulator.clock.set(new Date('2026-04-01T00:00:00.000Z'));
    const [kept, late] = [await newTrigger(), await newTrigger()];
    emulator.clock.set(new Date('2026-04-01T00:00:03.000Z'));
    expect((await web.views.open({ trigger_id: kept, view: modal() })).ok).toBe(true);
    emulator.clock.set(new Date('2026-04-01T00:00:03.001Z'));
    const refusal = await refusalOf(web.views.open({ trigger_id: late, view: modal() }));
    expect(refusal.error).toBe('expired_trigger_id');
  });

  test('must be ours', async () => {
    const forged = web.views.open({ trigger_id: '1.2.3', view: modal() });
    expect((await refusalOf(forged)).error).toBe('invalid_trigger_id');
  });
});

describe('the stack of modals', () => {
  test('holds three, and refuses a fourth', async () => {
    await open();
    const aki = emulator.as('U0AKI');
    for (const _ of [2, 3]) {
      await aki.click('modal', 'more');
      await web.views.push({ trigger_id: lastTrigger(), view: modal() });
    }
    expect(aki.modal()?.previous_view_id).not.toBeNull();
    await aki.click('modal', 'more');
    const fourth = web.views.push({ trigger_id: lastTrigger(), view: modal() });
    expect((await refusalOf(fourth)).error).toBe('push_limit_reached');
  });

  test('a push needs a trigger from inside a modal', async () => {
    await open();
    const push = web.views.push({ trigger_id: await newTrigger(), view: modal() });
    expect((await refusalOf(push)).error).toBe('invalid_trigger_id');
  });

  test('closing shows the view below, or ends all with clear_on_close', async () => {
    const { id } = await open();
    const aki = emulator.as('U0AKI');
    await aki.click('modal', 'more');
    await web.views.push({ trigger_id: lastTrigger(), view: modal() });
    await aki.closeModal();
    expect(aki.modal()?.id).toBe(id);
    await aki.click('modal', 'more');
    await web.views.push({ trigger_id: lastTrigger(), view: modal({ clear_on_close: true }) });
    await aki.closeModal();
    expect(aki.modal()).toBeUndefined();
  });
});

describe('views.update', () => {
  const input = (change: Record<string, unknown> = {}) => ({
    type: 'input',
    block_id: 'note',
    label: text('Note'),
    element: { type: 'plain_text_input', action_id: 'note', initial_value: 'first', ...change },
  });
  const form = (block: unknown) => ({ submit: text('OK'), blocks: [block] });

  test('keeps what was typed where block_id and action_id stay, else starts anew', async () => {
    const { id } = await open(form(input()));
    const aki = emulator.as('U0AKI');
    await aki.fill({ note: 'typed' });
    await web.views.update({ view_id: id, view: modal(form(input({ initial_value: 'second' }))) });
    expect(aki.modal()?.state.values).toMatchObject({ note: { note: { value: 'typed' } } });
    await web.views.update({
      view_id: id,
      view: modal(form(input({ action_id: 'other', initial_value: 'third' }))),
    });
    expect(aki.modal()?.state.values).toEqual({
      note: { other: { type: 'plain_text_input', value: 'third' } },
    });
  });

  test('refuses a hash that is no longer current, and a view that is gone', async () => {
    const { id, hash } = await open();
    await web.views.update({ view_id: id, hash, view: modal() });
    const second = web.views.update({ view_id: id, hash, view: modal() });
    expect((await refusalOf(second)).error).toBe('hash_conflict');
    await emulator.as('U0AKI').closeModal();
    expect((await refusalOf(web.views.update({ view_id: id, view: modal() }))).error).toBe('not_found');
  });

  test('finds a view by its external_id, which is unique', async () => {
    await open({ external_id: 'mine' });
    await web.views.update({ external_id: 'mine', view: modal({ title: text('New') }) });
    expect(emulator.as('U0AKI').modal()?.title.text).toBe('New');
    const twice = web.views.open({ trigger_id: await newTrigger(), view: modal({ external_id: 'mine' }) });
    expect((await refusalOf(twice)).error).toBe('duplicate_external_id');
  });
});

describe('what a view may be', () => {
  async function refused(view: Record<string, unknown>): Promise<string[]> {
    const call = web.apiCall('views.open', { trigger_id: await newTrigger(), view });
    const { error, messages } = await refusalOf(call);
    expect(error).toBe('invalid_arguments');
    return messages;
  }

  test('needs a title, a known type, and a submit when it has an input', async () => {
    expect(await refused({ type: 'modal', blocks: [] })).toEqual([
      '[ERROR] missing required field: title [json-pointer:/view]',
    ]);
    expect(await refused(modal({ type: 'home' }))).toEqual([
      '[ERROR] must be one of: modal [json-pointer:/view/type]',
    ]);
    const input = { type: 'input', label: text('L'), element: { type: 'plain_text_input' } };
    expect(await refused(modal({ blocks: [input] }))).toEqual([
      '[ERROR] must be provided when an `input` block is present [json-pointer:/view/submit]',
    ]);
  });

  test.each([
    ['title', text('a'.repeat(25)), '/view/title/text', 25],
    ['submit', text('a'.repeat(25)), '/view/submit/text', 25],
    ['close', text('a'.repeat(25)), '/view/close/text', 25],
    ['private_metadata', 'a'.repeat(3001), '/view/private_metadata', 3001],
    ['callback_id', 'a'.repeat(256), '/view/callback_id', 256],
  ])('limits %s', async (field, value, pointer, limit) => {
    expect(await refused(modal({ [field]: value }))).toEqual([
      `[ERROR] must be less than ${limit} characters [json-pointer:${pointer}]`,
    ]);
  });

  test('is at most 250 kB and 100 blocks', async () => {
    const section = { type: 'section', text: { type: 'mrkdwn', text: 'あ'.repeat(2900) } };
    const large = web.apiCall('views.open', {
      trigger_id: await newTrigger(),
      view: modal({ blocks: Array(40).fill(section) }),
    });
    expect((await refusalOf(large)).error).toBe('view_too_large');
    expect(await refused(modal({ blocks: Array(101).fill({ type: 'divider' }) }))).toEqual([
      '[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]',
    ]);
  });
});

describe('views.publish', () => {
  test('replaces the Home of one person', async () => {
    const home = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };
    const { view } = await web.views.publish({ user_id: 'U0AKI', view: home });
    expect(emulator.home('U0AKI')).toMatchObject({ id: view?.id, type: 'home' });
    expect(emulator.home('U0KIM')).toBeUndefined();
    const stale = web.views.publish({ user_id: 'U0AKI', hash: 'old', view: home });
    expect((await refusalOf(stale)).error).toBe('hash_conflict');
    const titled = web.apiCall('views.publish', { user_id: 'U0AKI', view: { ...home, title: text('T') } });
    expect((await refusalOf(titled)).messages).toEqual([
      '[ERROR] invalid additional property: title [json-pointer:/view]',
    ]);
  });
});
