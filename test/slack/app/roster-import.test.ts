import { eq } from 'drizzle-orm';
import { encode } from 'iconv-lite';
import { auditEvents, imports, learners } from '../../../src/db/schema';
import { ids, rowActions } from '../../../src/slack/ids';
import { untilAsync } from '../../jobs/working-world';
import { rosterText } from '../../roster/roster-text';
import { messageFaults } from '../support/block-rules';
import { buttonsIn, mrkdwnIn, wordsIn } from '../support/reading';
import { answer, answerWords, type Desk, modalAfter, startDesk } from './desk';
import { post, postPress, submissionOf } from './requests';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const lead = () => desk.slack.as('U0LEAD');
const openImport = (userId = 'U0LEAD') =>
  modalAfter(desk, userId, () => desk.slack.as(userId).command('/banso import', { channel: 'C0TEAM' }));

/** Hands a file over in the modal. */
async function upload(content: string | Uint8Array, press: 'submit' | 'submitTwice' = 'submit') {
  await openImport();
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = lead().upload({ name: '名簿.csv', mimetype: 'text/csv', bytes });
  return lead()[press]({ [ids.blocks.rosterFile]: [file.id] });
}

const stored = () => desk.deps.db.select().from(learners).orderBy(learners.name);
const importsNow = () => desk.deps.db.select().from(imports);
const message = () => {
  const found = desk.slack.dm('U0LEAD').at(0);
  if (!found) throw new Error('U0LEAD has no message');
  return found;
};
const said = () => wordsIn(message().blocks);

/** Presses a button of the import's message. */
async function press(action: { idFor(id: string): string }, id: string, userId = 'U0LEAD') {
  const channel = desk.slack.channelsOf('U0LEAD').at(-1)?.id ?? '';
  await desk.slack.as(userId).click({ channel, ts: message().ts }, action.idFor(id));
}

describe('/banso import', () => {
  it('brings the learners in and says how many, in one message', async () => {
    expect(await upload(rosterText({ name: '松本 さくら', companion: 'U0AOI' }, { name: 'Ben' }))).toEqual({
      sent: true,
    });
    expect(await answerWords(desk, 'U0LEAD')).toContain('名簿を受け取りました');
    await desk.sweep();
    expect(said()).toContain('*Web開発*');
    expect(said()).toContain('取り込みが終わりました。追加2名、更新0名、変更なし0名です。');
    expect(desk.slack.dm('U0LEAD')).toHaveLength(1);
    expect(await stored()).toMatchObject([{ name: 'Ben' }, { name: '松本 さくら', companionId: 'U0AOI' }]);
    expect(await importsNow()).toMatchObject([{ status: 'done', addedCount: 2, requestedBy: 'U0LEAD' }]);
    const events = await desk.deps.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, 'roster.imported'));
    expect(events).toMatchObject([{ actorId: 'U0LEAD', details: { added: 2, changed: 0, unchanged: 0 } }]);
  });

  it('reads Shift_JIS as Excel in Japan writes it', async () => {
    await upload(encode(rosterText({ name: '髙橋 蒼' }), 'cp932'));
    await desk.sweep();
    expect(await stored()).toMatchObject([{ name: '髙橋 蒼' }]);
  });

  it('finds nothing to do for a file that is in already', async () => {
    const roster = rosterText({ name: '松本' });
    await upload(roster);
    await desk.sweep();
    await upload(roster);
    await desk.sweep();
    expect(wordsIn(desk.slack.dm('U0LEAD').at(-1)?.blocks)).toContain('追加0名、更新0名、変更なし1名');
  });

  it('writes nothing of a file with faults, and names them in her language', async () => {
    await upload(
      rosterText(
        { name: '松本' },
        { name: '藤田', started_on: '2026/13/1', companion: 'U0NOBODY' },
        { name: '', rhythm: 'sometimes' },
        { name: '<!channel> *x*'.repeat(20), mentor: 'U0GONE1' },
      ),
    );
    await desk.sweep();
    expect(await stored()).toEqual([]);
    expect(said()).toContain('名簿に誤りが6件あるため、*何も変更していません*。');
    expect(said()).toContain('*3行目「started_on」* 「2026/13/1」とあります（正しくは：実在する日付');
    expect(said()).toContain(
      '「companion」* 「U0NOBODY」とあります（正しくは：プログラムのサポーター（U0AOI、'.replace('、', ', '),
    );
    expect(said()).toContain('*4行目「name」* 空欄です（正しくは：受講生のお名前）');
    expect(mrkdwnIn(message().blocks)).not.toContain('<!channel>');
    expect(await importsNow()).toMatchObject([{ status: 'refused', faultCount: 6 }]);
    const [again] = buttonsIn(message().blocks);
    expect(again?.action_id).toBe(rowActions.importRoster.idFor(desk.program.id));
    expect(desk.logged()).not.toContain('藤田');
  });

  it('goes on with many faults in the thread, page by page, and counts the rest', async () => {
    await upload(
      rosterText(
        ...Array.from({ length: 400 }, (_, n) => ({ name: `A${n}`, rhythm: '<@U0AOI>'.repeat(300) })),
      ),
    );
    await desk.sweep();
    const channel = desk.slack.channelsOf('U0LEAD').at(-1)?.id ?? '';
    const thread = desk.slack.messages(channel, { threadTs: message().ts });
    expect(thread).toHaveLength(10);
    expect(wordsIn(thread.at(-1)?.blocks)).toContain('ほか100件');
    for (const { text, blocks = [] } of thread) expect(messageFaults({ text, blocks })).toEqual([]);
  });

  it('cannot be begun twice, by a second press, a repeated submission or a second file meanwhile', async () => {
    await upload(rosterText({ name: '松本' }), 'submitTwice');
    await answer(desk, 'U0LEAD');
    expect(desk.slack.ephemerals('U0LEAD')).toHaveLength(1);
    expect(await upload(rosterText({ name: '藤田' }))).toMatchObject({
      errors: { [ids.blocks.rosterFile]: expect.stringContaining('別の取り込みが進んでいます') },
    });
    const view = lead().modal();
    await desk.sweep();
    expect(await stored()).toMatchObject([{ name: '松本' }]);
    if (view) await post(desk, submissionOf(view, 'U0LEAD'));
    expect(await importsNow()).toHaveLength(2);
  });

  it('is cancelled before it has begun, and then too late', async () => {
    await upload(rosterText({ name: '松本' }));
    const [waiting] = await importsNow();
    await desk.handlers.deliver({ deliveryId: waiting?.id ?? '' });
    expect(said()).toContain('名簿を読んでいます');
    await press(rowActions.cancelImport, waiting?.id ?? '');
    await untilAsync(async () => (await importsNow())[0]?.status === 'cancelled', 10_000);
    await desk.sweep();
    expect(said()).toContain('取り込みを中止しました。何も変更していません。');
    expect(await stored()).toEqual([]);
    await upload(rosterText({ name: '松本' }));
    await desk.sweep();
    const done = (await importsNow()).find(({ status }) => status === 'done');
    await pressStale(done?.id ?? '');
    expect(await answerWords(desk, 'U0LEAD', 2)).toContain('すでに終わっているため、中止できませんでした');
    expect(await stored()).toHaveLength(1);
  });

  const pressStale = (importId: string) => postPress(desk, 'U0LEAD', rowActions.cancelImport.idFor(importId));

  it.each([
    ['is gone', 'file_deleted', 'ファイルがSlackに見つからない'],
    ['may not be read', 'missing_scope', 'ファイルを読む権限がない'],
  ])('says what to do when the file %s', async (_, error, words) => {
    await upload(rosterText({ name: '松本' }));
    desk.slack.faults.add({ method: 'files.info', kind: 'error', error });
    await desk.sweep();
    expect(said()).toContain(words);
    expect(await stored()).toEqual([]);
  });

  it('waits for a Slack that is busy, and imports then', async () => {
    await upload(rosterText({ name: '松本' }));
    desk.slack.faults.add({ method: 'files.info', kind: 'rate_limited', retryAfterSeconds: 7, times: 1 });
    const [waiting] = await importsNow();
    await expect(desk.handlers.import({ importId: waiting?.id ?? '' })).rejects.toMatchObject({
      afterMs: 7000,
    });
    desk.clock.advance(6999);
    await desk.sweep();
    expect(await stored()).toEqual([]);
    desk.clock.advance(1);
    await desk.sweep();
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    ['files.info', { kind: 'http', status: 503 }],
    ['url_private', { kind: 'http', status: 502 }],
    ['url_private', { kind: 'rate_limited', retryAfterSeconds: 30 }],
  ] as const)('comes through half an hour in which %s fails (%j)', async (method, fault) => {
    await upload(rosterText({ name: '松本' }));
    desk.slack.faults.add({ method, ...fault });
    const [waiting] = await importsNow();
    for (let minute = 0; minute < 30; minute += 1) {
      await desk.handlers.import({ importId: waiting?.id ?? '' }).catch((error: Error) => {
        expect(error.name).toBe('RunAgainLater');
      });
      desk.clock.advance(60_000);
    }
    expect(await importsNow()).toMatchObject([{ status: 'waiting', attempts: 0 }]);
    desk.slack.faults.clear();
    desk.clock.advance(5 * 60_000);
    await desk.sweep();
    expect(said()).toContain('取り込みが終わりました。');
    expect(await importsNow()).toMatchObject([{ status: 'done', attempts: 1 }]);
  });

  it('waits for Slack no longer than an hour, and says so', async () => {
    await upload(rosterText({ name: '松本' }));
    desk.slack.faults.add({ method: 'url_private', kind: 'http', status: 503 });
    const [waiting] = await importsNow();
    const wait = desk.handlers.import({ importId: waiting?.id ?? '' });
    await expect(wait).rejects.toMatchObject({ afterMs: 5000 });
    desk.clock.advance(60 * 60_000);
    await desk.sweep();
    expect(said()).toContain('Slackから1時間ほど応答がなかった');
    expect(await importsNow()).toMatchObject([{ status: 'failed', problem: 'slackAway' }]);
    expect(await stored()).toEqual([]);
  });

  it('asks for a CSV file, and is for leads', async () => {
    await openImport();
    expect(await lead().submit()).toMatchObject({ sent: false });
    await desk.slack.as('U0AOI').command('/banso import', { channel: 'C0TEAM' });
    expect(await answerWords(desk, 'U0AOI')).toContain('リーダーだけが使える');
  });
});
