import type { WebClient } from '@slack/web-api';
import type { Change, Emulator } from '../../src/emulator';
import { client, start } from './fixtures';
import { type RecordingApp, recordingApp } from './recording-app';

let emulator: Emulator;
let web: WebClient;
let app: RecordingApp;
let changes: Change[];

beforeEach(async () => {
  emulator = await start();
  web = client(emulator);
  app = await recordingApp(emulator);
  changes = [];
  emulator.on((change) => changes.push(change));
});

afterEach(async () => {
  await emulator.close();
  await app.close();
});

const text = (value: string) => ({ type: 'plain_text' as const, text: value });

function modal(title: string) {
  const button = { type: 'button' as const, action_id: 'more', text: text('more') };
  const actions = { type: 'actions' as const, block_id: 'row', elements: [button] };
  return { type: 'modal' as const, title: text(title), submit: text('OK'), blocks: [actions] };
}

/** The title of each view that a change told of; null: nothing is on top any more. */
const viewsTold = () =>
  changes.flatMap((change) => (change.kind === 'view' ? [change.view?.title.text ?? null] : []));

/** Presses the button of the modal, so that the app has a trigger to push with. */
async function press(): Promise<string> {
  await emulator.as('U0AKI').act('modal', { blockId: 'row', actionId: 'more' });
  return app.heard.at(-1)?.trigger_id ?? '';
}

test('every change of a stack of modals is told', async () => {
  const aki = emulator.as('U0AKI');
  await aki.command('/checkin', { channel: 'C0TEAM' });
  await web.views.open({ trigger_id: app.heard.at(-1)?.trigger_id ?? '', view: modal('one') });
  await web.views.push({ trigger_id: await press(), view: modal('two') });
  expect(aki.modals().map(({ title }) => title.text)).toEqual(['one', 'two']);
  await web.views.update({ view_id: aki.modals()[0]?.id ?? '', view: modal('one again') });
  await aki.closeModal();
  app.answer = { response_action: 'update', view: modal('updated') };
  await aki.submit();
  app.answer = { response_action: 'push', view: modal('pushed') };
  await aki.submit();
  app.answer = undefined;
  await aki.submit();
  app.answer = { response_action: 'clear' };
  await aki.submit();
  expect(viewsTold()).toEqual(['one', 'two', 'one again', 'one again', 'updated', 'pushed', 'updated', null]);
});

test('whoever looks at a stack gets a copy', async () => {
  const aki = emulator.as('U0AKI');
  await aki.command('/checkin', { channel: 'C0TEAM' });
  await web.views.open({ trigger_id: app.heard.at(-1)?.trigger_id ?? '', view: modal('one') });
  for (const view of aki.modals()) view.title.text = 'mine';
  expect(aki.modals()).toMatchObject([{ title: { text: 'one' } }]);
});

test('what only one person sees is told, replaced and put away', async () => {
  const blocks = modal('').blocks;
  await web.chat.postEphemeral({ channel: 'C0TEAM', user: 'U0AKI', text: 'one', blocks });
  const ts = emulator.ephemerals('U0AKI')[0]?.ts ?? '';
  const aki = emulator.as('U0AKI');
  await aki.act({ channel: 'C0TEAM', ts }, { blockId: 'row', actionId: 'more' });
  const body = JSON.stringify({ replace_original: true, text: 'two' });
  await fetch(app.heard.at(-1)?.response_url ?? '', { method: 'POST', body });
  expect(emulator.ephemerals('U0AKI')).toMatchObject([{ ts, text: 'two' }]);
  emulator.as('U0KIM').dismiss(ts);
  aki.dismiss(ts);
  aki.dismiss(ts);
  expect(emulator.ephemerals('U0AKI')).toEqual([]);
  expect(changes.filter(({ kind }) => kind.startsWith('ephemeral'))).toMatchObject([
    { kind: 'ephemeral', ephemeral: { ts, text: 'one' } },
    { kind: 'ephemeral', ephemeral: { ts, text: 'two' } },
    { kind: 'ephemeral_deleted', user: 'U0AKI', ts },
  ]);
});

test('who is in a channel, and its end, are told', () => {
  emulator.addBotTo('C0TEAM');
  emulator.addBotTo('C0AWAY');
  emulator.removeBotFrom('C0AWAY');
  emulator.archive('C0AWAY');
  expect(changes).toMatchObject([
    { kind: 'channel', channel: { id: 'C0AWAY', members: ['U0AKI', 'U0BOTBANSO'] } },
    { kind: 'channel', channel: { id: 'C0AWAY', members: ['U0AKI'] } },
    { kind: 'channel', channel: { id: 'C0AWAY', archived: true } },
  ]);
});

test('a person has the channels that she is in, and direct messages with the bot', () => {
  const idsOf = (userId: string) => emulator.channelsOf(userId).map(({ id }) => id);
  expect(idsOf('U0AKI')).toEqual(['C0TEAM', 'C0AWAY', 'C0PRIV', 'C0HIDDEN', 'D0AKI']);
  expect(idsOf('U0KIM')).toEqual(['C0TEAM', 'D0KIM']);
});

test('whoever listens follows every change, until she stops', async () => {
  const kinds: string[] = [];
  const stop = emulator.on((change) => kinds.push(change.kind));
  await web.chat.postMessage({ channel: 'C0TEAM', text: 'x' });
  stop();
  await web.chat.postMessage({ channel: 'C0TEAM', text: 'y' });
  expect(kinds.filter((kind) => kind !== 'refusal')).toEqual(['message', 'call']);
});
