import { findMember } from '../../../src/db/members';
import type { MessagePage, Scene, ThreadPage, View } from '../../../src/practice/protocol';
import { eventually } from '../../support/eventually';
import type { StreamListener } from './listening';
import { type OpenPage, openPracticePage, sceneOf } from './open-page';

jest.setTimeout(60_000);

let open: OpenPage;
const listeners: StreamListener[] = [];

beforeAll(async () => {
  open = await openPracticePage({ pingMs: 50 });
  await open.practice.slack.until(() => open.practice.slack.messages('C0TEAM').length > 0, 15_000);
});

afterEach(() => {
  for (const listener of listeners.splice(0)) listener.hangUp();
});

afterAll(() => open.close());

async function listen(as: string): Promise<StreamListener> {
  const listener = await open.listen(as);
  listeners.push(listener);
  return listener;
}

async function see(as: string): Promise<Scene> {
  return sceneOf((await listen(as)).events());
}

async function read<T>(pathname: string): Promise<T> {
  return JSON.parse((await open.get(pathname)).text);
}

const messages = (as: string, channel: string, before = '') =>
  read<MessagePage>(`/api/messages?as=${as}&channel=${channel}${before && `&before=${before}`}`);

async function say(as: string, text: string, threadTs?: string): Promise<string> {
  const { slack } = open.practice;
  const thread = threadTs === undefined ? {} : { threadTs };
  expect(await open.perform(as, { kind: 'say', channel: 'C0ENTEAM', text, ...thread })).toEqual({ ok: true });
  const said = slack.messages('C0ENTEAM', thread).at(-1);
  expect(said?.text).toBe(text);
  return said?.ts ?? '';
}

const unreadIn = ({ conversations }: Pick<Scene, 'conversations'>, id: string) =>
  conversations.find((conversation) => conversation.id === id)?.unread;

describe('what a person sees', () => {
  it('is her channels, then her direct messages with the bot, which are read-only', async () => {
    const lead = await see('U0LEAD1');
    expect(lead.conversations.map(({ name, writable }) => [name, writable])).toEqual([
      ['banso-team', true],
      ['banso-team-en', true],
      ['new-team', true],
      ['leads-only', true],
      ['directmessage', false],
    ]);
    const supporter = await see('U0MORI');
    expect(supporter.conversations.map(({ name }) => name)).not.toContain('leads-only');
    expect(supporter.conversations.at(-1)?.members).toEqual(['U0MORI', supporter.botId]);
  });

  it('is who everybody is, what the app offers and which time it is', async () => {
    const { me, people, app, clock } = await see('U0GUEST');
    expect(me).toMatchObject({ id: 'U0GUEST', role: 'guest' });
    expect(new Set(people.map(({ role }) => role))).toEqual(
      new Set(['lead', 'supporter', 'mentor', 'advisor', 'guest', 'bot']),
    );
    expect(app.commands).toContainEqual(
      expect.objectContaining({ command: '/checkin', usageHint: '[name]' }),
    );
    expect(app.shortcuts.map(({ type, callbackId }) => [type, callbackId])).toEqual([
      ['global', 'checkin_global'],
      ['message', 'checkin_message'],
      ['message', 'consult_message'],
      ['message', 'reply_helped'],
    ]);
    expect(clock).toMatchObject({ zone: 'Asia/Tokyo', movingTo: null });
    expect(clock.now).toMatch(/^2026-11-24T00:/);
  });

  it('is a message of her channel as it comes, changes and goes; others hear nothing of it', async () => {
    const [lead, supporter] = [await listen('U0LEAD1'), await listen('U0MORI')];
    const { perform } = open;
    await perform('U0LEAD2', { kind: 'say', channel: 'C0PRIV', text: 'こっそり' });
    const { message } = await lead.hears('message', ({ channel }) => channel === 'C0PRIV');
    expect(message.text).toBe('こっそり');
    const at = { channel: 'C0PRIV', ts: message.ts };
    await perform('U0LEAD2', { kind: 'edit', ...at, text: 'ひっそり' });
    expect(await lead.hears('message', ({ isNew }) => !isNew)).toMatchObject({
      message: { text: 'ひっそり' },
    });
    await perform('U0LEAD2', { kind: 'delete', ...at });
    await lead.hears('message_deleted', ({ ts }) => ts === message.ts);
    await say('U0LEAD2', 'for all');
    await supporter.hears('message', (event) => event.message.text === 'for all');
    expect(supporter.raw()).not.toContain('こっそり');
    expect(supporter.raw()).not.toContain('C0PRIV');
  });

  it('is how many replies a message has, as they come', async () => {
    const ts = await say('U0HARA', 'who is free?');
    const supporter = await listen('U0MORI');
    const reply = await say('U0SEKI', 'I am', ts);
    const { message } = await supporter.hears('message', (event) => event.message.ts === ts);
    expect(message.reply_count).toBe(1);
    const page = await read<ThreadPage>(`/api/thread?as=U0MORI&channel=C0ENTEAM&ts=${ts}`);
    expect(page.messages.map((one) => one.ts)).toEqual([ts, reply]);
    expect((await messages('U0MORI', 'C0ENTEAM')).messages.map((one) => one.ts)).not.toContain(reply);
  });
});

describe('what is unread', () => {
  it('counts what others wrote, no replies, and falls when it is read, never to rise again by reading', async () => {
    const newest = (await messages('U0AOI', 'C0ENTEAM')).messages.at(-1)?.ts;
    if (newest) await open.perform('U0AOI', { kind: 'read', channel: 'C0ENTEAM', ts: newest });
    const listener = await listen('U0AOI');
    expect(unreadIn(sceneOf(listener.events()), 'C0ENTEAM')).toBe(0);
    const first = await say('U0HARA', 'one');
    await say('U0AOI', 'my own');
    await say('U0HARA', 'a reply', first);
    const second = await say('U0HARA', 'two');
    await listener.hears('conversations', (event) => unreadIn(event, 'C0ENTEAM') === 2);
    await open.perform('U0AOI', { kind: 'read', channel: 'C0ENTEAM', ts: second });
    await listener.hears('conversations', (event) => unreadIn(event, 'C0ENTEAM') === 0);
    await open.perform('U0AOI', { kind: 'read', channel: 'C0ENTEAM', ts: first });
    const scene = await see('U0AOI');
    expect(scene.conversations.find(({ id }) => id === 'C0ENTEAM')).toMatchObject({
      unread: 0,
      lastReadTs: second,
    });
  });

  it('is the list of the day, until somebody looks', async () => {
    expect(unreadIn(await see('U0ADV2'), 'C0TEAM')).toBeGreaterThan(0);
  });
});

it('has older messages by the page', async () => {
  const { slack } = open.practice;
  for (let number = 0; number < 120; number += 1) await slack.as('U0HARA').post('C0ENTEAM', `line ${number}`);
  const newest = await messages('U0MORI', 'C0ENTEAM');
  expect(newest.messages.map(({ text }) => text)).toEqual(
    Array.from({ length: 50 }, (_, index) => `line ${index + 70}`),
  );
  expect(newest.hasOlder).toBe(true);
  const older = await messages('U0MORI', 'C0ENTEAM', newest.messages[0]?.ts);
  expect(older.messages.at(-1)?.text).toBe('line 69');
  const [oldest] = slack.messages('C0ENTEAM');
  const before = await messages('U0MORI', 'C0ENTEAM', oldest?.ts);
  expect(before).toEqual({ messages: [], hasOlder: false });
});

describe('what a person does', () => {
  it('is refused in words where Slack would not let her', async () => {
    const direct = (await see('U0MORI')).conversations.at(-1)?.id ?? '';
    const outcomes = [
      await open.perform('U0MORI', { kind: 'say', channel: direct, text: 'hello' }),
      await open.perform('U0MORI', { kind: 'say', channel: 'C0PRIV', text: 'hello' }),
      await open.perform('U0MORI', { kind: 'read', channel: 'C0PRIV', ts: '1795000000.000000' }),
      await open.perform('U0MORI', { kind: 'close', viewId: 'V0' }),
    ];
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false, code: 'not_possible' });
    const unknown = await open.perform('U0MORI', { kind: 'command', channel: 'C0TEAM', line: '/nowhere' });
    expect(unknown).toMatchObject({ ok: false, code: 'unknown_command' });
  });

  it("changes the language in which the bot speaks to her, at once and to everybody's knowledge", async () => {
    const [hara, seki] = [await listen('U0HARA'), await listen('U0SEKI')];
    await open.perform('U0HARA', { kind: 'locale', locale: 'en-US' });
    const { people } = await seki.hears('people');
    expect(people.find(({ id }) => id === 'U0HARA')).toMatchObject({ locale: 'en-US', role: 'supporter' });
    // Events are acked before they are worked on.
    await eventually(
      () => findMember(open.practice.banso.deps.db, { workspaceId: 'T0BANSO' }, 'U0HARA'),
      (member) => member?.locale === 'en',
    );
    await open.perform('U0HARA', { kind: 'command', channel: 'C0TEAM', line: '/checkin' });
    const { modals } = await hara.hears('modals', (event) => event.modals.length > 0);
    expect(JSON.stringify(modals)).toContain('Learner');
    await open.perform('U0HARA', { kind: 'close', viewId: modals[0]?.id ?? '' });
    await open.perform('U0HARA', { kind: 'locale', locale: 'ja-JP' });
  });

  it('kindly answers a guest, for her eyes only, until she puts it away', async () => {
    const [guest, supporter] = [await listen('U0GUEST'), await listen('U0MORI')];
    await open.perform('U0GUEST', { kind: 'command', channel: 'C0ENTEAM', line: '/checkin' });
    const { ephemeral } = await guest.hears('ephemeral');
    expect((await see('U0GUEST')).ephemerals).toEqual([ephemeral]);
    await open.perform('U0GUEST', { kind: 'dismiss', ts: ephemeral.ts });
    await guest.hears('ephemeral_deleted', ({ ts }) => ts === ephemeral.ts);
    expect((await see('U0GUEST')).ephemerals).toEqual([]);
    expect(supporter.events().map(({ kind }) => kind)).not.toContain('ephemeral');
  });
});

describe('a modal', () => {
  async function openCheckIn(as: string) {
    const listener = await listen(as);
    await open.perform(as, { kind: 'command', channel: 'C0TEAM', line: '/checkin' });
    const { modals } = await listener.hears('modals', (event) => isForm(event.modals.at(-1)));
    const view = modals.at(-1);
    if (!view) throw new Error('expected a modal');
    return { listener, view };
  }

  const elementOf = (view: View, blockId: string) =>
    view.blocks.find(({ block_id: id }) => id === blockId)?.element as { action_id: string } | undefined;
  const isForm = (view: View | undefined) => view !== undefined && elementOf(view, 'note') !== undefined;
  const latest = (as: string) => open.practice.slack.as(as).modal();
  const element = { target: 'modal', blockId: 'learner', actionId: 'checkin_learner' } as const;

  it('keeps what is typed for whoever comes again', async () => {
    const { view } = await openCheckIn('U0MORI');
    const actionId = elementOf(view, 'note')?.action_id ?? '';
    const values = { note: { [actionId]: '声が明るい' } };
    expect(await open.perform('U0MORI', { kind: 'type', viewId: view.id, values })).toEqual({ ok: true });
    expect(JSON.stringify((await see('U0MORI')).modals)).toContain('声が明るい');
    await open.perform('U0MORI', { kind: 'close', viewId: view.id });
    expect((await see('U0MORI')).modals).toEqual([]);
  });

  it('is not acted on by what was meant for another', async () => {
    const { view } = await openCheckIn('U0MORI');
    const late = { viewId: 'V0GONE' };
    const outcomes = [
      await open.perform('U0MORI', { kind: 'type', ...late, values: {} }),
      await open.perform('U0MORI', { kind: 'submit', ...late, values: {} }),
      await open.perform('U0MORI', { kind: 'close', ...late }),
      await open.perform('U0MORI', { kind: 'act', ...late, ...element, choice: null }),
      await open.perform('U0MORI', { kind: 'suggest', ...late, ...element, query: 'あ' }),
    ];
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false, code: 'not_possible' });
    expect(latest('U0MORI')?.id).toBe(view.id);
    await open.perform('U0MORI', { kind: 'close', viewId: view.id });
  });

  it('suggests, is drawn anew by a choice, says what is missing, and is gone once it is whole', async () => {
    const { listener, view } = await openCheckIn('U0MORI');
    const viewId = view.id;
    const suggested = await open.perform('U0MORI', { kind: 'suggest', viewId, ...element, query: '' });
    if (!suggested.ok) throw new Error(suggested.detail);
    const option = suggested.options?.[0] ?? {};
    const missing = await open.perform('U0MORI', { kind: 'submit', viewId, values: {} });
    expect(missing).toMatchObject({ ok: true, errors: { learner: expect.any(String) } });
    const chosen = await open.perform('U0MORI', { kind: 'act', viewId, ...element, choice: option.value });
    expect(chosen).toEqual({ ok: true });
    await listener.hears('modals', ({ modals }) => modals.at(-1)?.hash !== view.hash);
    expect(latest('U0MORI')?.id).toBe(viewId);
    await open.perform('U0MORI', { kind: 'close', viewId });
    await listener.hears('modals', ({ modals }) => modals.length === 0);
  });
});

describe('a stream', () => {
  it('shows that it is alive', async () => {
    const listener = await listen('U0MORI');
    expect(
      await eventually(
        async () => listener.raw(),
        (raw) => raw.includes(': ping'),
      ),
    ).toContain(': ping');
  });

  it('is dropped when nobody reads it, so that nothing piles up', async () => {
    const [slow, quick] = [await listen('U0MORI'), await listen('U0MORI')];
    slow.pause();
    const text = 'あ'.repeat(30_000);
    // More than the system itself holds back for a connection.
    for (let count = 0; count < 250; count += 1) {
      await open.perform('U0HARA', { kind: 'say', channel: 'C0ENTEAM', text });
    }
    slow.resume();
    expect(
      await eventually(
        async () => slow.ended(),
        (ended) => ended,
      ),
    ).toBe(true);
    await say('U0HARA', 'are you there?');
    await quick.hears('message', ({ message }) => message.text === 'are you there?');
    expect(quick.ended()).toBe(false);
  });
});
