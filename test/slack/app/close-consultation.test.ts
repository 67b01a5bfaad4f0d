import { eq, isNotNull } from 'drizzle-orm';
import {
  auditEvents,
  caseHelpers,
  cases,
  caseVersions,
  consultationReplies,
  consultations,
  libraryEntries,
  replyMarks,
} from '../../../src/db/schema';
import { ids, passageBlock, repliesBlock, rowActions } from '../../../src/slack/ids';
import { answerFollowUp } from '../../../src/usecases/consultation/answer-follow-up';
import { editCase } from '../../../src/usecases/library/curate-case';
import { type OpenedConsultation, openConsultation } from '../../support/consultations';
import { eventually } from '../../support/eventually';
import { deliveriesOf, textOf } from '../../support/lists';
import { wordsIn } from '../support/reading';
import { answerWords, type Desk, modalAfter, startDesk } from './desk';
import { directChannel } from './lists';

const { blocks } = ids;
const minute = 60_000;
const day = 24 * 60 * minute;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(async () => {
  const { refusals } = desk.slack;
  await desk.close();
  // Of a person whom a test puts out of reach.
  expect(refusals.filter(({ rule }) => rule !== 'account_inactive')).toEqual([]);
});

const hanako = () =>
  desk.records.learner(desk.program, { name: '佐藤 花子', reading: 'さとう はなこ', unit: 'Git' });
const rows = () => desk.deps.db.select().from(cases);
const consultation = async (of: OpenedConsultation) => {
  const [row] = await desk.deps.db.select().from(consultations).where(eq(consultations.id, of.id));
  return row;
};
const thread = (of: OpenedConsultation) => desk.slack.messages('C0TEAM', { threadTs: of.ts });
const threadWords = (of: OpenedConsultation) => thread(of).map(textOf).join('\n---\n');
const rootWords = (of: OpenedConsultation) =>
  textOf(desk.slack.messages('C0TEAM').find(({ ts }) => ts === of.ts));

const openClosing = (userId: string, of: OpenedConsultation) =>
  modalAfter(desk, userId, () =>
    desk.slack.as(userId).click({ channel: 'C0TEAM', ts: of.ts }, rowActions.closeConsultation.idFor(of.id)),
  );
const filled = { [blocks.closingOutcome]: 'better', [blocks.closingTitle]: '夜勤明けの方への連絡' };

/** Fills the modal that is open and looks at the preview. */
const preview = (userId: string, values: Record<string, unknown> = filled) =>
  modalAfter(desk, userId, () => desk.slack.as(userId).submit(values));

/** From the button to the end. */
async function close(userId: string, of: OpenedConsultation, values: Record<string, unknown> = filled) {
  await openClosing(userId, of);
  await preview(userId, values);
  const told = desk.slack.ephemerals(userId).length;
  await desk.slack.as(userId).submit();
  await answerWords(desk, userId, told);
  await desk.sweep();
}

function pressReopen(userId: string, of: OpenedConsultation) {
  return desk.slack
    .as(userId)
    .click({ channel: 'C0TEAM', ts: of.ts }, rowActions.reopenConsultation.idFor(of.id));
}

async function reopen(userId: string, of: OpenedConsultation): Promise<void> {
  await pressReopen(userId, of);
  await eventually(
    () => consultation(of),
    (found) => found?.status === 'open',
  );
  await desk.sweep();
}

/** "This helped" */
async function mark(userId: string, ts: string): Promise<void> {
  await desk.slack.as(userId).messageShortcut(ids.shortcuts.replyHelped, { channel: 'C0TEAM', ts });
  const marks = () => desk.deps.db.select().from(replyMarks).where(eq(replyMarks.ts, ts));
  expect(await eventually(marks, (found) => found.length > 0)).toHaveLength(1);
}

async function choose(userId: string, ts: readonly string[]) {
  const person = desk.slack.as(userId);
  await person.fill({ [repliesBlock(1)]: ts });
  return desk.slack.until(() => {
    const modal = person.modal();
    const shown = modal?.blocks.filter(({ block_id }) => block_id.startsWith('closing_passage')).length;
    return shown === ts.length ? modal : undefined;
  });
}

describe('closing', () => {
  it('drafts the case from the thread, shows what becomes of names, and keeps none of them', async () => {
    const learner = await hanako();
    await desk.records.checkIn(learner, { concerns: ['work', 'time'] });
    const of = await openConsultation(desk, learner, {
      situation: '佐藤さんは夜勤が続き、お返事がありません。とても心配です。',
      tried: '花子ちゃんに朝の短い連絡を試しました',
    });
    const first = await of.reply(
      'U0MORI',
      '<@U0AOI> さん、夜勤明けは避けて、昼に一言だけ送るとよいかも &amp; 待つ',
    );
    const gone = await of.reply('U0KUDO', 'まちがえました');
    await desk.slack.as('U0KUDO').delete('C0TEAM', gone);
    const deleted = () =>
      desk.deps.db.select().from(consultationReplies).where(isNotNull(consultationReplies.deletedAt));
    expect(await eventually(deleted, (found) => found.length > 0)).toHaveLength(1);
    const other = await of.reply('U0KUDO', 'I had a similar one: Sato-san may be tired.');
    const aoi = desk.slack.as('U0AOI');
    await mark('U0AOI', first);

    const modal = await openClosing('U0AOI', of);
    expect(wordsIn(modal)).toContain('*佐藤 花子* さんについてのご相談');
    expect(wordsIn(modal)).toContain('単元：Git · ご相談の時点で受講8週目');
    expect(modal.state.values).toMatchObject({
      [blocks.closingTitle]: { field: { value: '佐藤さんは夜勤が続き、お返事がありません' } },
      [blocks.closingTried]: { field: { value: '花子ちゃんに朝の短い連絡を試しました' } },
      [passageBlock(first)]: {
        field: { value: '@青木 さん、夜勤明けは避けて、昼に一言だけ送るとよいかも & 待つ' },
      },
      [repliesBlock(1)]: { [ids.actions.closingReplies]: { selected_options: [{ value: first }] } },
    });
    expect(wordsIn(modal)).not.toContain('まちがえました');

    await aoi.fill({ [blocks.closingHelped]: 'はなこさんは昼のほうが返しやすいそうです' });
    await aoi.fill({ [passageBlock(first)]: '夜勤明けは避けて、昼に一言だけ' });
    const drawn = await choose('U0AOI', [first, other]);
    expect(drawn.state.values).toMatchObject({
      [blocks.closingHelped]: { field: { value: 'はなこさんは昼のほうが返しやすいそうです' } },
      [passageBlock(first)]: { field: { value: '夜勤明けは避けて、昼に一言だけ' } },
      [passageBlock(other)]: { field: { value: 'I had a similar one: Sato-san may be tired.' } },
    });
    const tags = { [blocks.closingTags]: '夜勤、#昼の連絡' };
    const shown = await preview('U0AOI', { ...filled, ...tags });
    expect(wordsIn(shown)).toContain('お名前を置き換えました');
    expect(wordsIn(shown)).toMatch(/• \u200b\*受講生\*\u200bは夜勤が続き/);
    expect(shown.state.values).toMatchObject({
      [blocks.closingSituation]: {
        field: { value: '受講生は夜勤が続き、お返事がありません。とても心配です。' },
      },
      [blocks.closingTried]: { field: { value: '受講生に朝の短い連絡を試しました' } },
      [blocks.closingHelped]: {
        field: {
          value:
            '受講生は昼のほうが返しやすいそうです\n\n夜勤明けは避けて、昼に一言だけ\n\nI had a similar one: 受講生 may be tired.',
        },
      },
    });
    // What she adds in the preview goes the same way.
    await aoi.submit({ [blocks.closingTried]: '森さんと、佐藤さんに朝の短い連絡を試しました' });
    expect(aoi.modals()).toEqual([]);
    const answers = () =>
      desk.slack
        .ephemerals('U0AOI')
        .map(({ blocks: said }) => wordsIn(said))
        .join();
    await desk.slack.until(() => answers().includes('*夜勤明けの方への連絡*'));
    await desk.sweep();

    expect(await rows()).toMatchObject([
      {
        title: '夜勤明けの方への連絡',
        tried: expect.not.stringMatching(/佐藤|森/),
        outcome: 'better',
        concerns: ['time', 'work'],
        tags: ['夜勤', '昼の連絡'],
        unit: 'Git',
        courseWeek: 8,
        closedOn: '2026-11-24',
        authorId: 'U0AOI',
      },
    ]);
    expect(JSON.stringify(await rows())).not.toMatch(/佐藤|花子|はなこ|Sato|青木/);
    expect(await desk.deps.db.select().from(libraryEntries)).toMatchObject([
      { kind: 'case', title: '夜勤明けの方への連絡', outcome: 'better', happenedOn: '2026-11-24' },
    ]);
    expect(await desk.deps.db.select().from(caseHelpers)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ userId: 'U0MORI', helped: true }),
        expect.objectContaining({ userId: 'U0KUDO', helped: true }),
      ]),
    );
    expect(await consultation(of)).toMatchObject({
      ...{ status: 'closed', closedOn: '2026-11-24', closedBy: 'U0AOI', nextNudgeAt: null },
      followUpAt: new Date('2026-12-08T00:00:00Z'),
    });
    expect(threadWords(of)).toMatch(/青木さんがこの相談を終えました：\*良い方向に向かった\*/);
    expect(threadWords(of)).toMatch(/Kudoさん、森さん、お返事をありがとうございました/);
    expect(threadWords(of)).toContain('12/8(火)までは再開できます。');
    expect(rootWords(of)).toContain('11/24(火)に青木さんが相談を終えました · 良い方向に向かった');
    expect(JSON.stringify(await desk.deps.db.select().from(auditEvents))).not.toMatch(/夜勤/);
  });

  it('keeps what she wrote when she comes back from the preview', async () => {
    const of = await openConsultation(desk, await hanako());
    await openClosing('U0AOI', of);
    await preview('U0AOI', { ...filled, [blocks.closingHelped]: '花子さんの言葉' });
    await desk.slack.as('U0AOI').closeModal();
    expect(desk.slack.as('U0AOI').modal()?.state.values).toMatchObject({
      [blocks.closingHelped]: { field: { value: '花子さんの言葉' } },
    });
    expect(await consultation(of)).toMatchObject({ status: 'open' });
  });

  it('says under the fields what is missing or too long', async () => {
    const of = await openConsultation(desk, await hanako());
    const long = await of.reply('U0MORI', 'あ'.repeat(2990));
    await openClosing('U0AOI', of);
    await choose('U0AOI', [long]);
    const aoi = desk.slack.as('U0AOI');
    const more = { [blocks.closingHelped]: 'い'.repeat(100), [blocks.closingTags]: 'あ'.repeat(41) };
    const tagged = await aoi.submit({ ...filled, ...more });
    expect(Object.keys(tagged.errors ?? {})).toEqual([blocks.closingTags]);
    const helped = await aoi.submit({ [blocks.closingTags]: null });
    expect(helped.errors).toEqual({ [blocks.closingHelped]: expect.stringContaining('92文字') });
  });

  it('gives nothing away in the thread where the name is hidden, nor to a lead in the modal', async () => {
    const of = await openConsultation(desk, await hanako(), {
      hideName: true,
      situation: '佐藤花子さんは夜勤が続いています。はなこさん、心配です。',
      tried: '花子ちゃんに連絡しました',
    });
    const modal = await openClosing('U0LEAD', of);
    expect(wordsIn(modal)).toContain('お名前を伏せたご相談');
    await preview('U0LEAD', { ...filled, [blocks.closingTitle]: '佐藤花子さんの夜勤' });
    await desk.slack.as('U0LEAD').submit();
    await desk.sweep();
    expect(threadWords(of)).toContain('受講生の夜勤');
    const told = [thread(of), desk.slack.ephemerals('U0LEAD'), modal];
    expect(JSON.stringify(told)).not.toMatch(/佐藤|花子|さとう|はなこ/);
  });

  it('is told as it ended by what a lead makes of its case afterwards', async () => {
    const of = await openConsultation(desk, await hanako());
    await openClosing('U0AOI', of);
    await preview('U0AOI');
    await desk.slack.as('U0AOI').submit();
    await desk.sweep();
    const [row] = await rows();
    if (!row) throw new Error('expected a case');
    const { workspaceId, id: caseId, version, situation, tried, helped, concerns, tags } = row;
    const texts = { title: '夜勤の週', situation, tried, helped, concerns, tags };
    const edit = { ...texts, outcome: 'noChange' as const };
    await editCase(desk.deps.context(), { workspaceId, viewerId: 'U0LEAD', caseId, version, edit });
    await desk.sweep();
    expect(rootWords(of)).toContain('青木さんが相談を終えました · 変わらなかった');
    expect(threadWords(of)).toMatch(/終えました：\*変わらなかった\*[\s\S]*夜勤の週/);
  });

  it('twice at once writes and tells once', async () => {
    const of = await openConsultation(desk, await hanako());
    await openClosing('U0AOI', of);
    await preview('U0AOI');
    await desk.slack.as('U0AOI').submitTwice();
    await answerWords(desk, 'U0AOI');
    await desk.sweep();
    expect(await rows()).toHaveLength(1);
    expect(await deliveriesOf(desk, 'consultation_closed')).toHaveLength(1);
  });

  it('tells the second of two people who has closed it', async () => {
    const of = await openConsultation(desk, await hanako());
    await openClosing('U0LEAD', of);
    await preview('U0LEAD');
    await close('U0AOI', of);
    const late = await desk.slack.as('U0LEAD').submit();
    expect(late.errors).toEqual({
      [blocks.closingTitle]: expect.stringContaining('11/24(火)に青木さんが終えています'),
    });
    expect(await rows()).toHaveLength(1);
    expect(await deliveriesOf(desk, 'consultation_closed')).toHaveLength(1);
  });

  it('is for those who ask and for leads', async () => {
    const learner = await hanako();
    const of = await openConsultation(desk, learner);
    const mori = desk.slack.as('U0MORI');
    const press = () =>
      mori.click({ channel: 'C0TEAM', ts: of.ts }, rowActions.closeConsultation.idFor(of.id));
    await press();
    expect(await answerWords(desk, 'U0MORI')).toContain('相談している方とリーダーだけ');
    await openConsultation(desk, learner, { authorId: 'U0MORI', situation: 'わたしも気になっています' });
    const modal = await modalAfter(desk, 'U0MORI', press);
    expect(modal.state.values[blocks.closingSituation]).toMatchObject({
      field: { value: '夜勤が続き、お返事がありません。\n\nわたしも気になっています' },
    });
  });
});

describe('opening again', () => {
  it('tells the thread, asks nobody how it went on, and changes the same case at the next closing', async () => {
    const of = await openConsultation(desk, await hanako());
    await of.reply('U0MORI', '昼に送るのはどうでしょう');
    await close('U0AOI', of);
    await reopen('U0AOI', of);
    expect(threadWords(of)).toContain('青木さんがこの相談を再開しました。');
    expect(threadWords(of)).toContain('その後、再開されました。');
    expect(await consultation(of)).toMatchObject({ status: 'open', followUpAt: null, closedBy: null });
    // What was answered before is no answer to what made her open it again.
    expect(await consultation(of)).toMatchObject({
      ...{ answeredAt: null, answerBy: '2026-11-25', askedAgainBy: 'U0AOI' },
      nextNudgeAt: new Date('2026-11-25T00:00:00Z'),
    });
    const late = await of.reply('U0KUDO', '電話もよいかも');
    const aoi = desk.slack.as('U0AOI');
    await mark('U0AOI', late);
    const modal = await openClosing('U0AOI', of);
    expect(modal.state.values).toMatchObject({
      [blocks.closingTitle]: { field: { value: '夜勤明けの方への連絡' } },
      [passageBlock(late)]: { field: { value: '電話もよいかも' } },
    });
    await preview('U0AOI', { [blocks.closingOutcome]: 'resolved' });
    await aoi.submit();
    await desk.sweep();
    expect(await rows()).toMatchObject([{ outcome: 'resolved', helped: '電話もよいかも', version: 2 }]);
    expect(await desk.deps.db.select().from(caseVersions)).toMatchObject([
      { version: 1, change: 'closedAgain', before: { outcome: 'better' } },
    ]);
    expect(await desk.deps.db.select().from(libraryEntries)).toMatchObject([{ outcome: 'resolved' }]);
    expect(await deliveriesOf(desk, 'consultation_closed')).toHaveLength(2);
    expect(await deliveriesOf(desk, 'consultation_reopened')).toHaveLength(1);
  });

  it('by a lead waits for somebody else’s answer, and asks somebody else for it', async () => {
    const of = await openConsultation(desk, await hanako());
    await close('U0LEAD', of);
    await reopen('U0LEAD', of);
    await of.reply('U0LEAD', 'もう一度お知恵をください');
    expect(await consultation(of)).toMatchObject({ answeredAt: null, askedAgainBy: 'U0LEAD' });
    desk.clock.set('2026-11-25T00:00:00Z');
    await desk.sweep();
    expect(threadWords(of)).toMatch(/さん、相田さんがお返事を待っています/);
    expect(threadWords(of)).not.toContain('<@U0LEAD> さん');
    await of.reply('U0MORI', '電話はどうでしょう');
    await eventually(
      () => consultation(of),
      (found) => found?.answeredAt !== null,
    );
  });

  it('keeps in the history of its case what was told of how it went on', async () => {
    const of = await openConsultation(desk, await hanako());
    await close('U0AOI', of);
    desk.clock.set('2026-12-08T00:00:00Z');
    const told = { answer: 'worse', line: 'また夜勤が増えたそうです' } as const;
    const { workspaceId } = desk.program;
    const by = { workspaceId, viewerId: 'U0AOI', consultationId: of.id };
    await answerFollowUp(desk.deps.context(), { ...by, ...told });
    await reopen('U0AOI', of);
    await close('U0AOI', of);
    expect(await rows()).toMatchObject([{ followUpAnswer: null, followUpLine: '' }]);
    expect(await desk.deps.db.select().from(caseVersions)).toMatchObject([
      { change: 'followedUp' },
      { change: 'closedAgain', before: { followUpAnswer: told.answer, followUpLine: told.line } },
    ]);
  });

  it('is refused once two weeks have passed, and while another consultation about her is open', async () => {
    const learner = await hanako();
    const of = await openConsultation(desk, learner);
    await close('U0AOI', of);
    const another = await openConsultation(desk, learner, { situation: '別のこと' });
    expect(another.id).not.toBe(of.id);
    await pressReopen('U0AOI', of);
    expect(await answerWords(desk, 'U0AOI', 1)).toContain('別の相談が続いています');
    await close('U0AOI', another);
    desk.clock.advance(15 * day);
    await pressReopen('U0AOI', of);
    expect(await answerWords(desk, 'U0AOI', 3)).toContain('再開できるのは12/8(火)まででした');
  });
});

describe('two weeks later', () => {
  const questionTo = (userId: string) =>
    desk.slack.dm(userId).findLast((message) => textOf(message).includes('その後、いかがですか'));
  const openAnswer = (userId: string, of: OpenedConsultation, answer: string) =>
    modalAfter(desk, userId, () =>
      desk.slack
        .as(userId)
        .click(
          { channel: directChannel(desk, userId), ts: questionTo(userId)?.ts ?? '' },
          rowActions.followUp.idFor(`${answer}/${of.id}`),
        ),
    );

  it('asks the author once, however late an outage lets it be, and adds the answer to the case', async () => {
    const of = await openConsultation(desk, await hanako());
    await close('U0LEAD', of);
    desk.clock.set('2026-12-07T23:59:00Z');
    await desk.sweep();
    expect(questionTo('U0AOI')).toBeUndefined();
    desk.clock.set('2026-12-11T05:00:00Z');
    await desk.sweep();
    await desk.sweep();
    expect(await deliveriesOf(desk, 'follow_up')).toMatchObject([{ recipient: 'U0AOI', status: 'sent' }]);
    expect(questionTo('U0AOI')?.text).not.toContain('佐藤');
    expect(textOf(questionTo('U0AOI'))).toContain('*佐藤 花子* さんについてのご相談：*夜勤明けの方への連絡*');
    await openAnswer('U0AOI', of, 'better');
    const line = { [blocks.followUpLine]: '佐藤さんから毎週お返事があります' };
    await desk.slack.as('U0AOI').submitTwice(line);
    await desk.sweep();
    expect(await rows()).toMatchObject([
      { followUpAnswer: 'better', followUpLine: '受講生から毎週お返事があります', version: 2 },
    ]);
    expect(await desk.deps.db.select().from(caseVersions)).toMatchObject([{ change: 'followedUp' }]);
    expect(await desk.deps.db.select().from(libraryEntries)).toMatchObject([
      { body: expect.stringContaining('受講生から毎週お返事があります') },
    ]);
    expect(textOf(questionTo('U0AOI'))).toContain('✓ *さらに良くなった* – 受講生から毎週お返事があります');
    expect(threadWords(of)).toContain('2週間後：*さらに良くなった* – 受講生から毎週お返事があります');
  });

  it('asks whoever has closed it when the author has left or is out of reach, else a lead, else nobody', async () => {
    const first = await openConsultation(desk, await hanako());
    const second = await openConsultation(desk, await desk.records.learner(desk.program), {
      authorId: 'U0KUDO',
    });
    await close('U0LEAD', first);
    await close('U0KUDO', second);
    await desk.deps.db.execute(
      `update supporters set removed_at = now() where user_id in ('U0AOI', 'U0KUDO')`,
    );
    desk.clock.advance(14 * day);
    await desk.sweep();
    expect(await deliveriesOf(desk, 'follow_up')).toMatchObject([
      { recipient: 'U0LEAD', subject: expect.any(String) },
      { recipient: 'U0LEAD' },
    ]);
    const third = await openConsultation(desk, await desk.records.learner(desk.program), {
      authorId: 'U0MORI',
    });
    await close('U0MORI', third);
    await desk.deps.db.execute(
      `update members set unreachable_since = now(), unreachable_because = 'account_inactive'`,
    );
    desk.clock.advance(14 * day);
    await desk.sweep();
    expect(await deliveriesOf(desk, 'follow_up')).toHaveLength(2);
    expect(await consultation(third)).toMatchObject({ followUpAt: null });
  });

  it('asks somebody else when Slack turns out not to reach the author', async () => {
    const of = await openConsultation(desk, await hanako());
    await close('U0LEAD', of);
    desk.clock.set('2026-12-08T00:00:00Z');
    await desk.handlers.sweep({});
    const [first] = await deliveriesOf(desk, 'follow_up');
    desk.slack.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'account_inactive', times: 1 });
    await desk.handlers.deliver({ deliveryId: first?.id ?? '' });
    await desk.sweep();
    expect(await deliveriesOf(desk, 'follow_up')).toMatchObject([
      { recipient: 'U0AOI', status: 'failed' },
      { recipient: 'U0LEAD', status: 'sent' },
    ]);
  });

  it('asks nobody about one that was opened again, even where the question was planned', async () => {
    const of = await openConsultation(desk, await hanako());
    await close('U0AOI', of);
    desk.clock.set('2026-12-08T00:00:00Z');
    await desk.handlers.sweep({});
    await reopen('U0AOI', of);
    expect(questionTo('U0AOI')).toBeUndefined();
    expect(await deliveriesOf(desk, 'follow_up')).toMatchObject([{ status: 'dropped' }]);
  });
});
