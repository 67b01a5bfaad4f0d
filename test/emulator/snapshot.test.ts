import type { WebClient } from '@slack/web-api';
import type { Emulator, EmulatorOptions } from '../../src/emulator';
import { client, start } from './fixtures';
import { type RecordingApp, recordingApp } from './recording-app';

let emulator: Emulator;
let next: Emulator | undefined;
let web: WebClient;
let app: RecordingApp;

beforeEach(async () => {
  emulator = await start();
  web = client(emulator);
  app = await recordingApp(emulator);
});

afterEach(async () => {
  await emulator.close();
  await next?.close();
  next = undefined;
  await app.close();
});

/** Another start with what the first one keeps, as it comes out of a file. */
async function restart(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  next = await start({ snapshot: JSON.parse(JSON.stringify(emulator.snapshot())), ...options });
  return next;
}

const text = (value: string) => ({ type: 'plain_text' as const, text: value });
const option = (value: string) => ({ text: text(value), value });
const FORM = {
  type: 'modal' as const,
  title: text('T'),
  submit: text('OK'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'note',
      label: text('note'),
      element: { type: 'plain_text_input' as const, action_id: 'note' },
    },
    {
      type: 'input' as const,
      block_id: 'learner',
      label: text('learner'),
      element: { type: 'external_select' as const, action_id: 'learner', min_query_length: 0 },
    },
    {
      type: 'actions' as const,
      block_id: 'row',
      elements: [{ type: 'button' as const, action_id: 'more', text: text('more') }],
    },
  ],
};

async function open(): Promise<void> {
  await emulator.as('U0AKI').command('/checkin', { channel: 'C0TEAM' });
  await web.views.open({ trigger_id: app.heard.at(-1)?.trigger_id ?? '', view: FORM });
}

test('people, messages and Home are kept, and ts goes on increasing', async () => {
  emulator.clock.set(new Date('2026-04-01T00:00:00Z'));
  await web.chat.postMessage({ channel: 'C0TEAM', text: 'kept' });
  await web.chat.postMessage({ channel: 'U0AKI', text: 'dm' });
  await web.views.publish({ user_id: 'U0AKI', view: { type: 'home', blocks: [{ type: 'divider' }] } });
  await emulator.deactivate('U0KIM');
  const after = await restart({ clock: () => new Date('2026-04-01T00:00:00Z') });
  expect(after.messages('C0TEAM')).toEqual(emulator.messages('C0TEAM'));
  expect(after.dm('U0AKI')).toMatchObject([{ text: 'dm' }]);
  expect(after.home('U0AKI')).toEqual(emulator.home('U0AKI'));
  expect((await client(after).users.info({ user: 'U0KIM' })).user).toMatchObject({ deleted: true });
  await client(after).chat.postMessage({ channel: 'C0TEAM', text: 'new' });
  const [first, second] = after.messages('C0TEAM').map(({ ts }) => Number(ts));
  expect(second).toBeGreaterThan(first ?? Number.POSITIVE_INFINITY);
});

test('open modals are kept with what is typed, and can be submitted', async () => {
  await open();
  const aki = emulator.as('U0AKI');
  app.answer = { options: [option('L1')] };
  await aki.suggest('learner', '佐');
  aki.enter({ note: { note: '元気' }, learner: { learner: 'L1' } });
  app.answer = undefined;
  await aki.act('modal', { blockId: 'row', actionId: 'more' });
  await web.views.push({ trigger_id: app.heard.at(-1)?.trigger_id ?? '', view: { ...FORM, blocks: [] } });

  const after = await restart();
  const same = after.as('U0AKI');
  expect(same.modals()).toEqual(aki.modals());
  expect(after.as('U0KIM').modals()).toEqual([]);
  await same.closeModal();
  // Nobody has offered this option since, but it is chosen already.
  same.enter({ learner: { learner: 'L1' } });
  await app.close();
  app = await recordingApp(after);
  expect(await same.submit({ note: 'とても元気' })).toEqual({ sent: true });
  expect(app.heard.at(-1)?.view).toMatchObject({
    state: {
      values: {
        note: { note: { value: 'とても元気' } },
        learner: { learner: { selected_option: option('L1') } },
      },
    },
  });
});

test('a snapshot of an older emulator, which kept no modals, still loads', async () => {
  await open();
  const { modals: _unknown, ...older } = emulator.snapshot();
  const after = await restart({ snapshot: older });
  expect(after.as('U0AKI').modals()).toEqual([]);
});
