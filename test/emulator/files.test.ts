import type { WebClient } from '@slack/web-api';
import type { Emulator, SlackFile } from '../../src/emulator';
import { client, manifest, refusalOf, start } from './fixtures';
import { type RecordingApp, recordingApp } from './recording-app';

const SCOPES = ['commands', 'files:read'];

let emulator: Emulator;
let next: Emulator | undefined;
let web: WebClient;
let app: RecordingApp;

beforeEach(async () => {
  emulator = await start({ manifest: manifest({ scopes: SCOPES }) });
  web = client(emulator);
  app = await recordingApp(emulator);
});

afterEach(async () => {
  await emulator.close();
  await next?.close();
  next = undefined;
  await app.close();
});

const text = (value: string) => ({ type: 'plain_text' as const, text: value });
const CSV = Buffer.from('氏名\n佐藤 花子\n');

function form(element: Record<string, unknown> = {}) {
  const roster = {
    type: 'input',
    block_id: 'roster',
    label: text('roster'),
    element: { type: 'file_input', action_id: 'file', ...element },
  };
  return { type: 'modal', title: text('T'), submit: text('OK'), blocks: [roster] };
}

async function open(element?: Record<string, unknown>): Promise<void> {
  await emulator.as('U0AKI').command('/checkin', { channel: 'C0TEAM' });
  const trigger_id = app.heard.at(-1)?.trigger_id;
  await web.apiCall('views.open', { trigger_id, view: form(element) });
}

const upload = (name = '名簿.csv', bytes: Uint8Array = CSV, by = emulator) =>
  by.as('U0AKI').upload({ name, mimetype: 'text/csv', bytes });

const choose = (...files: SlackFile[]) =>
  emulator.as('U0AKI').enter({ roster: { file: files.map(({ id }) => id) } });

async function download(url: string, token?: string): Promise<Response> {
  return fetch(url, token ? { headers: { authorization: `Bearer ${token}` } } : {});
}

test('a file that is chosen reaches the app, which reads it with its token', async () => {
  await open({ filetypes: ['csv'], max_files: 1 });
  const file = upload();
  expect(file).toMatchObject({
    name: '名簿.csv',
    filetype: 'csv',
    mimetype: 'text/csv',
    size: CSV.length,
    user: 'U0AKI',
  });
  choose(file);
  expect(await emulator.as('U0AKI').submit()).toEqual({ sent: true });
  expect(app.heard.at(-1)?.view).toMatchObject({
    state: { values: { roster: { file: { type: 'file_input', files: [file] } } } },
  });
  expect(await web.files.info({ file: file.id })).toMatchObject({ ok: true, file: { ...file } });
  const response = await download(file.url_private_download, emulator.botToken);
  expect(response.headers.get('content-type')).toBe('text/csv');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(CSV);
  expect((await refusalOf(web.files.info({ file: 'F0NONE' }))).error).toBe('file_not_found');
});

test('Slack asks for a required file itself', async () => {
  await open();
  expect(await emulator.as('U0AKI').submit()).toEqual({
    sent: false,
    errors: { roster: 'この項目は必須です。入力してください。' },
  });
});

test('only as many files of such types as the element takes, and only one’s own', async () => {
  await open({ filetypes: ['csv'], max_files: 1 });
  expect(() => choose(upload(), upload())).toThrow('takes 1 files at most');
  expect(() => choose(upload('名簿.xlsx'))).toThrow('takes csv, not 名簿.xlsx');
  const kims = emulator.as('U0KIM').upload({ name: 'a.csv', mimetype: 'text/csv', bytes: CSV });
  expect(() => choose(kims)).toThrow('was uploaded');
  expect(() => upload('big.csv', new Uint8Array(10_000_001))).toThrow('10000000 at most');
  choose(upload('名簿.CSV'));
  emulator.as('U0AKI').enter({ roster: { file: null } });
  expect(emulator.as('U0AKI').modal()?.state.values).toMatchObject({ roster: { file: { files: [] } } });
});

test('whoever may not read a file gets the login page, as in Slack', async () => {
  const { url_private: url } = upload();
  for (const token of [undefined, 'xoxb-other', emulator.appToken]) {
    const response = await download(url, token);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toContain('Sign in');
  }
  expect(emulator.refusals.at(-1)).toMatchObject({ where: 'url_private', rule: 'not_authed' });
  expect((await download(`${new URL(url).origin}/files/F0NONE/a`, emulator.botToken)).status).toBe(404);
});

test('without files:read an app can neither read files nor ask for them', async () => {
  next = await start({ manifest: manifest({ scopes: ['commands'] }) });
  const { id, url_private: url } = upload('a.csv', CSV, next);
  expect(await (await download(url, next.botToken)).text()).toContain('Sign in');
  expect(next.refusals.at(-1)).toMatchObject({
    rule: 'missing_scope',
    details: ['needs the scope files:read'],
  });
  expect((await refusalOf(client(next).files.info({ file: id }))).error).toBe('missing_scope');
  await app.close();
  app = await recordingApp(next);
  await next.as('U0AKI').command('/checkin', { channel: 'C0TEAM' });
  const call = client(next).apiCall('views.open', {
    trigger_id: app.heard.at(-1)?.trigger_id,
    view: form(),
  });
  expect((await refusalOf(call)).messages.join()).toContain(
    'file_input needs the scope files:read [json-pointer:/view/blocks/0/element]',
  );
});

test('files outlive a start while they are small, at their new addresses', async () => {
  await open();
  const small = upload();
  const large = upload('large.csv', new Uint8Array(2_000_001));
  choose(small, large);
  const snapshot = JSON.parse(JSON.stringify(emulator.snapshot()));
  next = await start({ manifest: manifest({ scopes: SCOPES }), snapshot });
  const { id } = small;
  const { file } = await client(next).files.info({ file: id });
  expect(next.as('U0AKI').modal()?.state.values).toEqual({
    roster: { file: { type: 'file_input', files: [file] } },
  });
  const response = await download(file?.url_private_download ?? '', next.botToken);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(CSV);
  expect((await refusalOf(client(next).files.info({ file: large.id }))).error).toBe('file_not_found');
});

test('a snapshot that is broken leaves no server behind', async () => {
  const broken = JSON.parse(JSON.stringify({ ...emulator.snapshot(), files: [{}] }));
  const before = await start();
  const port = Number(new URL(before.apiUrl).port);
  await before.close();
  await expect(start({ port, snapshot: broken })).rejects.toThrow('Received undefined');
  next = await start({ port });
  expect(new URL(next.apiUrl).port).toBe(String(port));
});
