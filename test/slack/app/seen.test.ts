import { sql } from 'drizzle-orm';
import { auditEvents, checkInOffers, learners, programs } from '../../../src/db/schema';
import { eventually } from '../../support/eventually';
import { workspaceSeed } from '../../support/workspace';
import { logContact } from '../../usecases/log-contact';
import { wordsIn } from '../support/reading';
import { type Desk, learnerNow, modalAfter, startDesk } from './desk';
import { digestIn, wordsOf } from './lists';

const secret = '秘密のひとこと';

/** The team's workspace with two learners in it: Hana and Ken. */
const workspace = {
  ...workspaceSeed,
  users: [
    ...workspaceSeed.users,
    { id: 'U0HANA', name: 'hana', tz: 'Asia/Tokyo', locale: 'ja-JP' },
    { id: 'U0KEN', name: 'ken', tz: 'Asia/Tokyo', locale: 'ja-JP' },
  ],
  channels: [
    ...workspaceSeed.channels,
    { id: 'C0CLASS', name: 'class', members: 'all' as const },
    { id: 'C0ROOM', name: 'room', private: true, members: ['U0AOI', 'U0HANA', 'U0BOTBANSO'] },
  ],
};

let desk: Desk;
let hana: Awaited<ReturnType<Desk['records']['learner']>>;
beforeEach(async () => {
  desk = await startDesk({ workspace });
  hana = await desk.records.learner(desk.program, {
    name: '佐藤 花子',
    slackUserId: 'U0HANA',
    awaitingReplySince: '2026-11-20',
  });
  await desk.records.checkIn(hana, {
    contactedOn: '2026-11-20',
    outcome: 'sent',
    createdAt: new Date('2026-11-20T03:00:00Z'),
  });
});
afterEach(() => desk.close());

/** Switches it on as its lead would. */
const on = () => desk.deps.db.update(programs).set({ seesMessages: true });

const post = (userId: string, text = secret, options: { threadTs?: string } = {}) =>
  desk.slack.as(userId).post('C0CLASS', text, options);

const answers = (userId: string) => desk.slack.ephemerals(userId);

/** Has somebody type a command and waits for what she alone is answered. */
async function told(userId: string, line: string, channel = 'C0TEAM'): Promise<string> {
  const before = answers(userId).length;
  await desk.slack.as(userId).command(line, { channel });
  return wordsIn((await desk.slack.until(() => answers(userId)[before])).blocks);
}

/** Waits until Banso is through with everything that was posted so far: its answer to a command comes after it. */
const settled = () => told('U0MORI', '/banso help');

const awaiting = async () => (await learnerNow(desk, hana.id)).awaitingReplySince;
const seenAt = async () => (await learnerNow(desk, hana.id)).seenAt;
const isAnswered = async () => expect(await eventually(awaiting, (since) => since === null)).toBeNull();

describe('a learner who writes in a channel that Banso is in', () => {
  it.each(['C0CLASS', 'C0ROOM'])('has answered, and is awaited no more (%s)', async (channel) => {
    await on();
    await desk.slack.as('U0HANA').post(channel, secret);
    await isAnswered();
    expect(await learnerNow(desk, hana.id)).toMatchObject({ dueOn: '2026-11-24', floorOn: '2026-11-27' });
  });

  it('leaves those whom the posted digest calls awaited, though she isn’t due', async () => {
    await on();
    await desk.deps.db.update(learners).set({ dueOn: '2026-11-27' });
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('*返信を待っている方*\n• 佐藤 花子');
    await post('U0HANA');
    await isAnswered();
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).not.toContain('返信を待っている方');
  });

  it('is nobody’s business while the program has not chosen so', async () => {
    await post('U0HANA');
    await post('U0AOI', `<@U0HANA> ${secret}`);
    await settled();
    expect(await learnerNow(desk, hana.id)).toMatchObject({ awaitingReplySince: '2026-11-20', seenAt: null });
    expect(answers('U0AOI')).toEqual([]);
    expect(await desk.deps.db.select().from(checkInOffers)).toEqual([]);
  });

  it('is counted once when Slack tells it twice, whatever comes later in another order', async () => {
    await on();
    await post('U0HANA');
    await isAnswered();
    desk.clock.set('2026-11-24T02:00:00Z');
    await logContact(desk, hana, { outcome: 'sent' });
    const events = desk.slack.events.delivered.filter(({ payload }) =>
      JSON.stringify(payload).includes('U0HANA'),
    );
    for (const { id } of events) await desk.slack.events.redeliver(id);
    await settled();
    expect(await awaiting()).toBe('2026-11-24');
    const audited = (await desk.deps.db.select().from(auditEvents)).filter(
      ({ action }) => action === 'learner.seen',
    );
    expect(audited).toHaveLength(1);
  });

  it('before a message was sent has not answered it; after it she has', async () => {
    await on();
    await post('U0HANA');
    await isAnswered();
    desk.clock.set('2026-11-24T02:00:00Z');
    await logContact(desk, hana, { outcome: 'sent' });
    expect(await awaiting()).toBe('2026-11-24');
    desk.clock.set('2026-11-24T02:30:00Z');
    await post('U0HANA');
    await isAnswered();
  });

  it('has answered what is logged later for an earlier day', async () => {
    await on();
    await post('U0HANA');
    await isAnswered();
    desk.clock.set('2026-11-25T02:00:00Z');
    await logContact(desk, hana, { outcome: 'sent', contactedOn: '2026-11-23' });
    expect(await awaiting()).toBeNull();
  });

  it('is noted once a day while nothing is awaited', async () => {
    await on();
    await post('U0HANA');
    await isAnswered();
    const first = await seenAt();
    desk.clock.set('2026-11-24T05:00:00Z');
    await post('U0HANA');
    await settled();
    expect(await seenAt()).toEqual(first);
  });

  it('changes nothing by editing, deleting or joining, nor do apps that write', async () => {
    await on();
    await desk.deps.db.execute(sql`update learners set slack_user_id = null`);
    const { ts } = await post('U0HANA');
    await desk.deps.db.execute(sql`update learners set slack_user_id = 'U0HANA'`);
    await desk.slack.as('U0HANA').edit('C0CLASS', ts, 'あらためて');
    await desk.slack.as('U0HANA').delete('C0CLASS', ts);
    await settled();
    expect(await seenAt()).toBeNull();
  });
});

describe('a supporter who writes to a learner', () => {
  const offer = async (userId = 'U0AOI') => desk.slack.until(() => answers(userId).at(0));

  async function pressOffer(userId = 'U0AOI') {
    const { ts } = await offer(userId);
    const place = { channel: 'C0CLASS', ts };
    return modalAfter(desk, userId, () => desk.slack.as(userId).click(place, `seen_row:${hana.id}`));
  }

  it('is offered, for her eyes only, to log it, and two presses do', async () => {
    await on();
    await post('U0AOI', `<@U0HANA> ${secret}`);
    expect(wordsIn((await offer()).blocks)).toContain(
      '*佐藤 花子* さんへのメッセージを、チェックインとして記録しますか。',
    );
    // The morning after, the contact was still the day before.
    desk.clock.set('2026-11-25T00:00:00Z');
    const modal = await pressOffer();
    expect(JSON.stringify(modal.blocks)).toContain(secret);
    expect(modal.private_metadata).toContain('/archives/C0CLASS/');
    await desk.slack.as('U0AOI').submit({});
    const { rows } = await desk.deps.db.execute(
      sql`select contacted_on::text as day, outcome, note, sent_text, source_permalink from check_ins where sent_text <> ''`,
    );
    expect(rows).toMatchObject([
      {
        day: '2026-11-24',
        outcome: 'sent',
        note: '',
        sent_text: `<@U0HANA> ${secret}`,
        source_permalink: expect.stringContaining('C0CLASS'),
      },
    ]);
  });

  it('is offered it in English for an answer in the learner’s thread', async () => {
    await on();
    const { ts } = await post('U0HANA', 'できました');
    await post('U0KUDO', 'Great!', { threadTs: ts });
    expect(wordsIn((await offer('U0KUDO')).blocks)).toContain(
      'You wrote to *佐藤 花子*. Log it as a check-in?',
    );
    const modal = await pressOffer('U0KUDO');
    expect(JSON.stringify(modal.blocks)).toContain('Great!');
  });

  it('is offered it once a day, and not for somebody who was contacted that day', async () => {
    await on();
    await post('U0AOI', '<@U0HANA> おはようございます');
    await offer();
    await post('U0AOI', '<@U0HANA> もうひとつ');
    await settled();
    expect(answers('U0AOI')).toHaveLength(1);
    desk.clock.set('2026-11-25T02:00:00Z');
    await post('U0AOI', '<@U0HANA> 今日も');
    await desk.slack.until(() => answers('U0AOI').length === 2);
    await logContact(desk, hana, { contactedOn: '2026-11-25' });
    await post('U0LEAD', '<@U0HANA> よろしく');
    await settled();
    expect(answers('U0LEAD')).toEqual([]);
  });

  it('is offered nothing for an announcement, for strangers, nor by anybody who is no supporter', async () => {
    await on();
    await post('U0AOI', '<@U0HANA> <@U0KEN> <@U0MORI> <@U0KUDO> みなさんへ');
    await post('U0MENT', '<@U0HANA> こんにちは');
    await post('U0AOI', '<@U0MORI> 相談です');
    await post('U0AOI', 'ただのひとりごと');
    await settled();
    expect([...answers('U0AOI'), ...answers('U0MENT')]).toEqual([]);
  });

  it('can write the text herself where Slack does not give the text', async () => {
    await on();
    await post('U0AOI', `<@U0HANA> ${secret}`);
    desk.slack.faults.add({ method: 'conversations.replies', kind: 'rate_limited', retryAfterSeconds: 60 });
    const modal = await pressOffer();
    expect(JSON.stringify(modal.blocks)).not.toContain(secret);
    expect(JSON.stringify(modal.blocks)).toContain('佐藤 花子');
  });
});

describe('what was written', () => {
  it('is nowhere in the database, the log or what Banso sends, unless it is logged', async () => {
    await on();
    const { ts } = await post('U0HANA', `${secret} <@U0AOI>`);
    await post('U0AOI', `<@U0HANA> ${secret}`, { threadTs: ts });
    await desk.slack.until(() => answers('U0AOI').at(0));
    await isAnswered();
    await desk.sweep();
    const { rows: tables } = await desk.deps.db.execute<{ schema: string; name: string }>(
      sql`select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'bullmq')`,
    );
    const stored = [];
    for (const { schema, name } of tables) {
      const from = sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
      stored.push((await desk.deps.db.execute(sql`select t::text as row from ${from} t`)).rows);
    }
    expect(JSON.stringify(stored)).toContain('佐藤 花子');
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(desk.logged()).not.toContain(secret);
    expect(JSON.stringify(desk.slack.calls)).not.toContain(secret);
  });
});

describe('/banso seen', () => {
  it('is switched on and off by a lead in the program’s channel', async () => {
    expect(await told('U0LEAD', '/banso seen')).toContain('自動確認はオフです');
    expect(await told('U0LEAD', '/banso seen on')).toContain('自動確認はオンです');
    expect(await told('U0LEAD', '/banso 自動確認 オン')).toContain('自動確認はオンです');
    await post('U0HANA');
    await isAnswered();
    expect(await told('U0LEAD', '/banso seen off')).toContain('自動確認はオフです');
    const audited = (await desk.deps.db.select().from(auditEvents)).filter(
      ({ action }) => action === 'program.sees_messages_set',
    );
    expect(audited.map(({ details }) => details)).toEqual([{ on: true }, { on: false }]);
  });

  it('is for leads alone, and only where a program lives', async () => {
    expect(await told('U0KUDO', '/banso seen on')).toContain('Only a lead of the program can do this');
    expect(await told('U0LEAD', '/banso seen on', 'C0CLASS')).toContain(
      'このチャンネルにはプログラムがありません',
    );
    expect(await told('U0MENT', '/banso seen on')).toContain('このプログラムのメンバーではない');
    const [program] = await desk.deps.db.select().from(programs);
    expect(program?.seesMessages).toBe(false);
  });

  it('is in the list of what can be typed', async () => {
    expect(await told('U0KUDO', '/banso help')).toContain('/banso seen');
  });
});
