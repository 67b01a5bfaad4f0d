import type { Emulator } from '../../src/emulator';
import { client, manifest, start } from './fixtures';
import { type RecordingApp, recordingApp } from './recording-app';

let emulator: Emulator;
let app: RecordingApp;

const events = [
  ...['message.channels', 'message.groups', 'member_joined_channel', 'member_left_channel'],
  ...['channel_left', 'group_left', 'channel_archive', 'channel_unarchive'],
];

beforeEach(async () => {
  emulator = await start({ manifest: manifest({ events }) });
  app = await recordingApp(emulator);
});
afterEach(async () => {
  await emulator.close();
  await app.close();
});

/** What the app was told, oldest first: deliveries under way may overtake each other. */
const told = () =>
  app.heard
    .map(({ event }) => event as Record<string, unknown>)
    .sort((a, b) => String(a.event_ts).localeCompare(String(b.event_ts)));

async function replyTo(options: { broadcast?: boolean; files?: string[] } = {}) {
  const { ts: root = '' } = await client(emulator).chat.postMessage({ channel: 'C0TEAM', text: 'root' });
  const reply = await emulator.as('U0AKI').post('C0TEAM', 'reply', { threadTs: root, ...options });
  return { root, reply };
}

describe('a reply in a thread', () => {
  test('is told as a message, its edit and its end as hidden changes of one', async () => {
    const { root, reply } = await replyTo();
    const aki = emulator.as('U0AKI');
    await aki.edit('C0TEAM', reply.ts, 'better');
    await aki.delete('C0TEAM', reply.ts);
    const [, posted, changed, deleted] = told();
    const thread = { thread_ts: root, parent_user_id: emulator.botUserId, user: 'U0AKI', ts: reply.ts };
    expect(posted).toMatchObject({ ...thread, text: 'reply', channel_type: 'channel' });
    expect(posted).not.toHaveProperty('subtype');
    expect(changed).toMatchObject({
      subtype: 'message_changed',
      hidden: true,
      message: { ...thread, text: 'better', edited: { user: 'U0AKI', ts: expect.any(String) } },
      previous_message: { ...thread, text: 'reply' },
    });
    expect(changed).not.toHaveProperty('user');
    expect(deleted).toMatchObject({
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: reply.ts,
      previous_message: { ...thread, text: 'better' },
    });
  });

  test('is told once when it is also sent to the channel, with what it replies to', async () => {
    const { root, reply } = await replyTo({ broadcast: true });
    expect(told().slice(1)).toMatchObject([
      { subtype: 'thread_broadcast', ts: reply.ts, thread_ts: root, root: { ts: root, text: 'root' } },
    ]);
    expect(emulator.messages('C0TEAM').map(({ ts }) => ts)).toEqual([root, reply.ts]);
    await expect(emulator.as('U0AKI').post('C0TEAM', 'x', { broadcast: true })).rejects.toThrow(
      'only a reply',
    );
  });

  test('names its files, which are the person’s own', async () => {
    const bytes = Buffer.from('x');
    const { id } = emulator.as('U0AKI').upload({ name: '図.png', mimetype: 'image/png', bytes });
    const { reply } = await replyTo({ files: [id] });
    expect(told().at(-1)).toMatchObject({ subtype: 'file_share', files: [{ id, name: '図.png' }] });
    const foreign = emulator.as('U0KIM').post('C0TEAM', 'x', { files: [id] });
    await expect(foreign).rejects.toThrow('no such file');
    const kept = await start({ snapshot: emulator.snapshot() });
    const shown = kept.messages('C0TEAM', { threadTs: reply.thread_ts ?? '' }).at(-1)?.files?.[0];
    await kept.close();
    expect(shown?.url_private).not.toBe(reply.files?.[0]?.url_private);
  });

  test('can be what a message shortcut is used on', async () => {
    const { root, reply } = await replyTo();
    await emulator.as('U0KIM').messageShortcut('message_one', { channel: 'C0TEAM', ts: reply.ts });
    const { message, message_ts } = app.heard.at(-1) ?? {};
    expect({ message, message_ts }).toMatchObject({
      message: { thread_ts: root, user: 'U0AKI', text: 'reply' },
      message_ts: reply.ts,
    });
  });
});

describe('the bot in a channel', () => {
  test('is told that it was taken out, and nothing more of the channel until it is back', async () => {
    const aki = emulator.as('U0AKI');
    await aki.removeBot('C0TEAM');
    const gone = { channel: 'C0TEAM', event_ts: expect.any(String) };
    const member = { user: emulator.botUserId, channel_type: 'C', team: 'T0TEST' };
    expect(told()).toEqual([
      { type: 'channel_left', actor_id: 'U0AKI', ...gone },
      { type: 'member_left_channel', ...member, ...gone },
    ]);
    await aki.post('C0TEAM', 'unseen');
    expect(told()).toHaveLength(2);
    await aki.inviteBot('C0TEAM');
    expect(told().slice(2)).toMatchObject([
      { type: 'member_joined_channel', ...member, inviter: 'U0AKI' },
      { type: 'message', subtype: 'channel_join' },
    ]);
  });

  test('is told of a private one as of a group, which it sees no more', async () => {
    await emulator.as('U0AKI').removeBot('C0PRIV');
    expect(told().map(({ type }) => type)).toEqual(['group_left', 'member_left_channel']);
    await expect(client(emulator).conversations.info({ channel: 'C0PRIV' })).rejects.toThrow(
      'channel_not_found',
    );
    await expect(emulator.as('U0KIM').removeBot('C0PRIV')).rejects.toThrow('not in the channel');
  });

  test('is told who comes, and that it is archived or open again', async () => {
    await emulator.as('U0AKI').inviteBot('C0AWAY');
    await emulator.as('U0KIM').join('C0AWAY');
    await expect(emulator.as('U0KIM').join('C0HIDDEN')).rejects.toThrow('finds no channel');
    emulator.archive('C0AWAY');
    emulator.unarchive('C0AWAY');
    await emulator.until(() => told().length === 6);
    expect(told().map(({ type, subtype = null, user }) => [type, subtype, user])).toEqual([
      ['member_joined_channel', null, 'U0BOTBANSO'],
      ['message', 'channel_join', 'U0BOTBANSO'],
      ['member_joined_channel', null, 'U0KIM'],
      ['message', 'channel_join', 'U0KIM'],
      ['channel_archive', null, 'USLACKBOT'],
      ['channel_unarchive', null, 'USLACKBOT'],
    ]);
  });
});
