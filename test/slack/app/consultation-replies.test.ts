import { eq } from 'drizzle-orm';
import { insertCase } from '../../../src/db/case-writing';
import { repliesOf } from '../../../src/db/consultation-replies';
import { consultationReplies, consultations, deliveries, homes, replyMarks } from '../../../src/db/schema';
import { ids } from '../../../src/slack/ids';
import { askPeers } from '../../../src/usecases/consultation/ask-peers';
import { eventually } from '../../support/eventually';
import { wordsIn } from '../support/reading';
import { type Desk, startDesk } from './desk';
import { asEvent, post as postRaw } from './requests';

let desk: Desk;
let learner: Awaited<ReturnType<Desk['records']['learner']>>;
/** U0AOI's open consultation, and the ts of its root post in C0TEAM. */
let consultationId: string;
let root: string;

beforeEach(async () => {
  desk = await startDesk();
  learner = await desk.records.learner(desk.program, { name: '佐藤 花子', slackUserId: 'U0GUEST' });
  consultationId = await ask('U0AOI', 'V1');
  await desk.sweep();
  root = (await post()).ts ?? '';
});
afterEach(() => desk.close());

async function ask(authorId: string, submissionKey: string): Promise<string> {
  const { workspaceId } = desk.program;
  const question = { situation: '返信がありません', tried: '', wants: ['ideas' as const] };
  const about = { learnerId: learner.id, hideName: true, shownCheckIns: [] };
  await askPeers(desk.deps.context(), { workspaceId, authorId, ...about, question, submissionKey });
  const [row] = await desk.deps.db.select().from(consultations);
  return row?.id ?? '';
}

/** The root post as a delivery. */
async function post() {
  const [row] = await desk.deps.db.select().from(deliveries).where(eq(deliveries.id, consultationId));
  if (!row) throw new Error('the consultation was not posted');
  return row;
}

/** The root post as the team reads it. */
async function posted(): Promise<string> {
  await desk.sweep();
  return wordsIn(desk.slack.messages('C0TEAM').find(({ ts }) => ts === root)?.blocks);
}

const reply = (userId: string, text: string, options: { broadcast?: boolean; files?: string[] } = {}) =>
  desk.slack.as(userId).post('C0TEAM', text, { threadTs: root, ...options });

const known = () => repliesOf(desk.deps.db, desk.program, consultationId);
const texts = async () => (await known()).map(({ text }) => text);
const reads = (...expected: string[]) =>
  eventually(texts, (found) => JSON.stringify(found) === JSON.stringify(expected));

/** Closes the consultation on a day, with a case. */
async function closeOn(day: string): Promise<void> {
  const { db } = desk.deps;
  const { workspaceId, programId } = desk.program;
  const closedAt = new Date(`${day}T03:00:00Z`);
  const { id } = await insertCase(db, {
    ...{ workspaceId, programId, title: '返信がない方', situation: '返信がありません', outcome: 'better' },
    ...{ closedOn: day, authorId: 'U0AOI', createdAt: closedAt },
  });
  await db
    .update(consultations)
    .set({ status: 'closed', closedAt, closedOn: day, closedBy: 'U0AOI', caseId: id, nextNudgeAt: null })
    .where(eq(consultations.id, consultationId));
}

async function now() {
  const [row] = await desk.deps.db.select().from(consultations).where(eq(consultations.id, consultationId));
  if (!row) throw new Error('the consultation is gone');
  return row;
}
const isAnswered = (yes = true) => eventually(now, ({ answeredAt }) => (answeredAt !== null) === yes);

const revision = async () => (await post()).wantedRevision;

/** Waits until Banso is through with everything that was posted so far: its answer to a command comes after it. */
async function settled(): Promise<void> {
  await desk.slack.events.settled();
  const before = desk.slack.ephemerals('U0MORI').length;
  await desk.slack.as('U0MORI').command('/banso help', { channel: 'C0TEAM' });
  await desk.slack.until(() => desk.slack.ephemerals('U0MORI')[before]);
}

/** An event as Slack might send it, in whatever order. */
const tell = async (event: object) => {
  const place = {
    type: 'message',
    channel: 'C0TEAM',
    channel_type: 'channel',
    event_ts: '1796000009.000000',
  };
  await postRaw(desk, asEvent('T0TEST', { ...place, ...event }));
};
const ts = '1796000000.000100';
const message = (fields: object = {}) => ({
  ...{ type: 'message', user: 'U0MORI', ts, thread_ts: root, text: '初めの案' },
  ...fields,
});
const edit = (text: string, editedTs: string) =>
  tell({
    ...{ subtype: 'message_changed', hidden: true },
    message: message({ text, edited: { user: 'U0MORI', ts: editedTs } }),
    previous_message: message(),
  });
const deletion = () =>
  tell({ subtype: 'message_deleted', hidden: true, deleted_ts: ts, previous_message: message() });

describe('a reply in a consultation’s thread', () => {
  it('is kept with its author, and answers the question', async () => {
    await desk.deps.db
      .insert(homes)
      .values({ workspaceId: desk.program.workspaceId, userId: 'U0AOI', openedAt: desk.clock.now() });
    desk.clock.set('2026-11-24T01:00:00Z');
    await reply('U0MORI', '電話してみては');
    expect(await isAnswered()).toMatchObject({
      answeredAt: new Date('2026-11-24T01:00:00Z'),
      nextNudgeAt: null,
    });
    expect(await known()).toMatchObject([
      {
        authorId: 'U0MORI',
        authorName: '森',
        byAsker: false,
        text: '電話してみては',
        attachments: [],
        helped: 0,
      },
    ]);
    expect(await revision()).toBe(1);
    const [home] = await desk.deps.db.select().from(homes);
    expect(home?.wantedRevision).toBe(2);
  });

  it('by its author adds to the question and answers nothing; nor does one of whoever joins', async () => {
    await reply('U0KUDO', 'やってみます');
    await isAnswered();
    expect(await posted()).toContain('1名がお返事');
    await ask('U0KUDO', 'V2');
    await reply('U0AOI', '補足です');
    await eventually(known, (found) => found.length === 2);
    expect((await known()).map(({ byAsker }) => byAsker)).toEqual([true, true]);
    expect(await now()).toMatchObject({ answeredAt: null, nextNudgeAt: new Date('2026-11-25T00:00:00Z') });
    expect(await posted()).toContain('お返事はまだありません');
  });

  it('is kept once the database is back that was away when Slack told of it, and so is its end', async () => {
    const { db } = desk.deps;
    const away = () => db.execute('alter table consultation_replies rename to away');
    const back = () => db.execute('alter table away rename to consultation_replies');
    const waiting = (times: number) =>
      desk.slack.until(() => desk.logged().split('trying again').length > times || undefined);
    await away();
    const { ts } = await reply('U0MORI', '案です');
    await waiting(1);
    await back();
    await reads('案です');
    expect((await now()).answeredAt).not.toBeNull();
    await away();
    await desk.slack.as('U0MORI').delete('C0TEAM', ts);
    await waiting(2);
    await back();
    await reads();
    expect(desk.logged()).not.toContain('案です');
  });

  it('is followed when it is edited and deleted, after which its text is nowhere', async () => {
    const { ts: at } = await reply('U0MORI', '誤字のある案');
    await desk.slack.as('U0MORI').edit('C0TEAM', at, '直した案');
    await reads('直した案');
    await desk.slack.as('U0MORI').delete('C0TEAM', at);
    await reads();
    const rows = await desk.deps.db.select().from(consultationReplies);
    expect(rows).toMatchObject([{ text: '', attachments: [], deletedAt: expect.any(Date) }]);
  });

  it('that was the only answer leaves the question open again when it is deleted', async () => {
    const { ts: at } = await reply('U0MORI', '案');
    await isAnswered();
    desk.clock.set('2026-11-25T01:00:00Z');
    await desk.slack.as('U0MORI').delete('C0TEAM', at);
    expect((await isAnswered(false)).nextNudgeAt).toEqual(new Date('2026-11-26T00:00:00Z'));
    expect(await revision()).toBe(2);
  });

  it('counts once when Slack tells it again', async () => {
    const { ts: at } = await reply('U0MORI', '案');
    await desk.slack.as('U0MORI').edit('C0TEAM', at, '直した案');
    await reads('直した案');
    const told = desk.slack.events.delivered.filter(({ payload }) =>
      JSON.stringify(payload.event).includes('"user":"U0MORI"'),
    );
    for (const { id } of told) await desk.slack.events.redeliver(id);
    await settled();
    expect(await texts()).toEqual(['直した案']);
    expect(await revision()).toBe(1);
  });

  it('ends in its newest state, whatever order it is told in', async () => {
    const early = message({ ts: '1796000000.000050' });
    await tell({ ...{ subtype: 'message_deleted', hidden: true }, previous_message: early });
    await eventually(revision, (count) => count === 1);
    await tell(early);
    await edit('二度目', '1796000002.000000');
    await reads('二度目');
    await edit('一度目', '1796000001.000000');
    await tell(message());
    await settled();
    expect(await texts()).toEqual(['二度目']);
    await deletion();
    await reads();
    await tell(message());
    await edit('三度目', '1796000003.000000');
    await settled();
    expect(await texts()).toEqual([]);
    expect((await now()).answeredAt).toBeNull();
  });

  it('also sent to the channel counts once, and its files are named', async () => {
    const aki = desk.slack.as('U0MORI');
    const bytes = Buffer.from('秘密の中身');
    const { id } = aki.upload({ name: '進捗.png', mimetype: 'image/png', bytes });
    await reply('U0MORI', '全員へ', { broadcast: true });
    await reply('U0MORI', '', { files: [id] });
    await eventually(known, (found) => found.length === 2);
    expect(await known()).toMatchObject([
      { text: '全員へ', attachments: [] },
      { text: '', attachments: ['進捗.png'] },
    ]);
    const rows = JSON.stringify(await desk.deps.db.select().from(consultationReplies));
    expect(rows).not.toContain('/files/');
  });

  it('is no reply from apps, of joins, pins and links that unfold, nor in other threads', async () => {
    await desk.slack.as('U0MORI').post('C0TEAM', 'ふつうの投稿');
    const { ts: elsewhere } = await desk.slack.as('U0MORI').post('C0TEAM', '別の話');
    await desk.slack.as('U0KUDO').post('C0TEAM', '別の返信', { threadTs: elsewhere });
    await desk.deps.slack.chat.postMessage({ channel: 'C0TEAM', text: 'Bansoより', thread_ts: root });
    await tell(message({ bot_id: 'B0OTHER' }));
    await tell(message({ app_id: 'A0OTHER' }));
    await tell(message({ hidden: true }));
    await tell(message({ user: 'USLACKBOT' }));
    for (const subtype of ['channel_join', 'channel_topic', 'pinned_item', 'reminder_add', 'bot_message'])
      await tell(message({ subtype }));
    await tell({
      ...{ subtype: 'message_changed', hidden: true },
      message: message({ attachments: [{ from_url: 'https://example.com' }] }),
      previous_message: message(),
    });
    await tell({
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: root,
      previous_message: message({ ts: root }),
    });
    await settled();
    expect(await desk.deps.db.select().from(consultationReplies)).toEqual([]);
    expect(await revision()).toBe(0);
  });

  it('by somebody whom Banso doesn’t know counts too', async () => {
    await tell(message({ user: 'W0GUEST1', user_team: 'T0OTHER' }));
    await isAnswered();
    expect(await known()).toMatchObject([{ authorId: 'W0GUEST1', authorName: null }]);
  });

  it('is no message to the learner, unless she is mentioned', async () => {
    await desk.deps.db.execute('update programs set sees_messages = true');
    await reply('U0MORI', '花子さんには電話がよさそうです');
    await settled();
    expect(JSON.stringify(desk.slack.ephemerals('U0MORI'))).not.toContain('佐藤 花子');
    await reply('U0KUDO', '<@U0GUEST> さんに送りました');
    const offer = await desk.slack.until(() => desk.slack.ephemerals('U0KUDO').at(0));
    expect(wordsIn(offer.blocks)).toContain('佐藤 花子');
    expect(desk.logged()).not.toContain('電話がよさそう');
  });

  it('is added after closing until it can’t be opened again, and is then still taken away', async () => {
    await closeOn('2026-11-10');
    const { ts: last } = await reply('U0MORI', '間に合った');
    await reads('間に合った');
    await closeOn('2026-11-09');
    await reply('U0MORI', '遅すぎた');
    await desk.slack.as('U0MORI').delete('C0TEAM', last);
    await reads();
    await settled();
    expect(await texts()).toEqual([]);
    expect((await now()).nextNudgeAt).toBeNull();
  });
});

describe('“This helped”', () => {
  const at = (where: string) => ({ channel: 'C0TEAM', ts: where });
  async function helped(userId: string, where: string): Promise<string> {
    const before = desk.slack.ephemerals(userId).length;
    await desk.slack.as(userId).messageShortcut(ids.shortcuts.replyHelped, at(where));
    const told = await desk.slack.until(() => desk.slack.ephemerals(userId)[before]);
    expect(told.thread_ts).toBe(where === root ? undefined : root);
    return wordsIn(told.blocks);
  }

  it('is noted once per person, in her language', async () => {
    const { ts: where } = await reply('U0MORI', '案');
    await isAnswered();
    expect(await helped('U0AOI', where)).toContain('助けになった返信として記録しました');
    expect(await helped('U0KUDO', where)).toContain('it is noted that this reply helped you');
    expect(await helped('U0KUDO', where)).toContain('already marked this reply');
    expect(await known()).toMatchObject([{ helped: 2 }]);
  });

  it('is refused on one’s own, to strangers, and on what is no reply', async () => {
    const { ts: where } = await reply('U0MORI', '案');
    const { ts: bots = '' } = await desk.deps.slack.chat.postMessage({
      channel: 'C0TEAM',
      text: 'x',
      thread_ts: root,
    });
    await isAnswered();
    expect(await helped('U0MORI', where)).toContain('これはご自身の返信です');
    expect(await helped('U0MENT', where)).toContain('このプログラムのメンバーではない');
    expect(await helped('U0AOI', root)).toContain('このメッセージは相談への返信ではありません');
    expect(await helped('U0AOI', bots)).toContain('この返信はBansoに届いていません');
    expect(await desk.deps.db.select().from(replyMarks)).toEqual([]);
  });
});

describe('Banso taken out of the channel', () => {
  const uncollected = (yes: boolean) =>
    eventually(now, ({ uncollectedSince }) => (uncollectedSince !== null) === yes);
  const notices = () =>
    desk.slack
      .dm('U0LEAD')
      .map(({ blocks }) => wordsIn(blocks))
      .filter((words) => words.includes('相談'));

  it('collects no more, and tells the leads once; back in, it goes on', async () => {
    await desk.slack.as('U0MORI').removeBot('C0TEAM');
    await uncollected(true);
    await settledOutside();
    await desk.sweep();
    expect(notices()).toEqual([
      expect.stringContaining('Bansoが <#C0TEAM> に参加していない状態になりました（Web開発）'),
    ]);
    await desk.slack.as('U0MORI').post('C0TEAM', '見えない', { threadTs: root });
    const [left] = desk.slack.events.delivered.filter(
      ({ payload }) => (payload.event as { type: string }).type === 'channel_left',
    );
    await desk.slack.as('U0MORI').inviteBot('C0TEAM');
    await uncollected(false);
    // Told again after she came back: Slack is asked how it stands.
    await desk.slack.events.redeliver(left?.id ?? '');
    await reply('U0MORI', '見える');
    await reads('見える');
    await settled();
    expect((await now()).uncollectedSince).toBeNull();
    await desk.sweep();
    expect(notices()).toHaveLength(1);
  });

  it('leaves the post as it was; back in, it shows what happened meanwhile', async () => {
    desk.slack.archive('C0TEAM');
    await uncollected(true);
    await ask('U0KUDO', 'V2');
    await desk.sweep();
    expect((await post()).live).toBe(false);
    desk.slack.unarchive('C0TEAM');
    await uncollected(false);
    expect(await posted()).toContain('ほかに1名も相談中');
    expect((await post()).live).toBe(true);
  });

  it('by archiving tells the same, and nobody where nothing is open', async () => {
    await closeOn('2026-11-24');
    desk.slack.archive('C0TEAM');
    await uncollected(true);
    await desk.sweep();
    expect(notices()).toEqual([]);
    desk.slack.unarchive('C0TEAM');
    await uncollected(false);
  });

  it('is believed where Slack can’t be asked, and others may come and go', async () => {
    await tell({ type: 'member_left_channel', user: 'U0MORI' });
    await settled();
    expect((await now()).uncollectedSince).toBeNull();
    desk.slack.faults.add({ method: 'conversations.info', kind: 'rate_limited', retryAfterSeconds: 60 });
    await tell({ type: 'channel_left' });
    expect((await uncollected(true)).uncollectedSince).toEqual(new Date('2026-11-30T00:53:29.000Z'));
  });

  /** Its answers go to her directly, as Banso is out of the channel. */
  async function settledOutside(): Promise<void> {
    const before = desk.slack.dm('U0MORI').length;
    await desk.slack.as('U0MORI').command('/banso help', { channel: 'C0TEAM' });
    await desk.slack.until(() => desk.slack.dm('U0MORI').length > before);
  }
});
