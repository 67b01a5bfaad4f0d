import { eq } from 'drizzle-orm';
import { auditEvents, pauses } from '../../../src/db/schema';
import { ids, rowActions } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import { answerWords, type Desk, learnerNow, modalAfter, startDesk } from './desk';
import { digestIn, reminderOf, wordsOf } from './lists';
import { post, submissionOf } from './requests';

const { blocks } = ids;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

/** A learner of U0AOI's who is due today, with both lists posted. */
async function due(given: Parameters<Desk['records']['learner']>[1] = {}) {
  const learner = await desk.records.learner(desk.program, { name: '松本 さくら', ...given });
  await desk.records.checkIn(learner, { contactedOn: given.lastContactOn ?? '2026-11-20' });
  await desk.sweep();
  return learner;
}

const openCard = (userId: string, typed: string) =>
  modalAfter(desk, userId, () => desk.slack.as(userId).command(`/learner ${typed}`, { channel: 'C0TEAM' }));

const press = (userId: string, actionId: string, value?: string) =>
  modalAfter(desk, userId, () => desk.slack.as(userId).click('modal', actionId, value ? { value } : {}));

const saying = (userId: string, words: RegExp) =>
  desk.slack.until(() => {
    const modal = desk.slack.as(userId).modal();
    return modal && words.test(wordsIn(modal)) ? modal : undefined;
  });

const pauseRows = () => desk.deps.db.select().from(pauses).orderBy(pauses.fromOn);

const days = (from: string | null, to: string | null, reason = '引っ越し') => ({
  ...(from && { [blocks.pauseFrom]: from }),
  ...(to && { [blocks.pauseTo]: to }),
  [blocks.pauseReason]: reason,
});

describe('a break with a last day', () => {
  it('takes the learner off the lists, and brings her back on the first working day after it', async () => {
    const learner = await due();
    const card = await openCard('U0AOI', '松本');
    await press('U0AOI', rowActions.pause.idFor(learner.id));
    await desk.slack.as('U0AOI').submit(days(null, '2026-12-04'));
    expect(await answerWords(desk, 'U0AOI')).toBe(
      '*松本 さくら* さんのお休みを *11/24(火)* から *12/4(金)* まで登録しました。\n次回のご連絡は *12/7(月)* です。',
    );
    const redrawn = await saying('U0AOI', /お休み： \*11\/24\(火\)〜12\/4\(金\)\*・引っ越し/);
    expect(redrawn.id).toBe(card.id);
    expect(wordsIn(redrawn)).toContain('*12/7(月)* （お休み明け）');
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      status: 'active',
      dueOn: '2026-12-07',
      dueReason: 'return',
    });
    await desk.sweep();
    expect(wordsOf(reminderOf(desk, 'U0AOI'))).not.toContain('今日が予定日');
    desk.clock.set('2026-12-07T00:00:00Z');
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('松本 さくら');
    expect(wordsOf(reminderOf(desk, 'U0AOI'))).toMatch(/松本 さくら.*お休み明け/);
  });

  it('also frees somebody who was overdue before it', async () => {
    const learner = await due({ lastContactOn: '2026-11-10', dueOn: '2026-11-13', floorOn: '2026-11-17' });
    await openCard('U0AOI', '松本');
    await press('U0AOI', rowActions.pause.idFor(learner.id));
    await desk.slack.as('U0AOI').submit(days(null, '2026-11-30'));
    expect(await answerWords(desk, 'U0AOI')).toContain('*11/24(火)* から *11/30(月)* まで');
    await saying('U0AOI', /お休み： \*11\/24\(火\)〜11\/30\(月\)\*/);
    expect(await learnerNow(desk, learner.id)).toMatchObject({ dueOn: '2026-12-01', floorOn: '2026-12-01' });
  });

  it('is ended early, and taken back before it begins; pressed again says so', async () => {
    const learner = await due();
    const { workspaceId, id: learnerId } = learner;
    await desk.deps.db.insert(pauses).values([
      { workspaceId, learnerId, fromOn: '2026-11-20', toOn: '2026-12-04', reason: '旅行' },
      { workspaceId, learnerId, fromOn: '2026-12-21', toOn: '2027-01-04', reason: '帰省' },
    ]);
    const [now, later] = await pauseRows();
    expect(wordsIn(await openCard('U0AOI', '松本'))).toMatch(/お休みを終える[\s\S]*取り消す/);
    await desk.slack.as('U0AOI').click('modal', rowActions.endPause.idFor(now?.id ?? ''));
    expect(await answerWords(desk, 'U0AOI')).toMatch(
      /松本 さくら\* さんのお休みを終えました。\n次回のご連絡は \*11\/24/,
    );
    await desk.slack.as('U0AOI').click('modal', rowActions.endPause.idFor(later?.id ?? ''));
    expect(await answerWords(desk, 'U0AOI', 1)).toContain('さんのお休みの予定を取り消しました。');
    expect(await pauseRows()).toMatchObject([{ fromOn: '2026-11-20', toOn: '2026-11-23' }]);
    await openCard('U0MORI', '松本');
    const [ended] = await pauseRows();
    await desk.deps.db.update(pauses).set({ toOn: '2026-11-30' });
    await openCard('U0MORI', '松本');
    await desk.deps.db.update(pauses).set({ toOn: '2026-11-23' });
    const notice = await press('U0MORI', rowActions.endPause.idFor(ended?.id ?? ''));
    expect(wordsIn(notice)).toContain('このお休みはすでに終わっているか、取り消されています。');
  });

  it.each([
    ['before its first', days('2026-11-26', '2026-11-25'), blocks.pauseTo, /初日以降/],
    ['in the past', days('2026-11-20', '2026-11-23'), blocks.pauseTo, /今日以降の最終日/],
    ['nowhere, for a later one', days('2026-11-26', null), blocks.pauseTo, /最終日が必要です/],
    ['without a reason', days(null, '2026-12-04', '  '), blocks.pauseReason, /必須|理由をひとこと/],
  ])('refuses a last day %s', async (_, values, block, words) => {
    const learner = await due();
    await openCard('U0AOI', '松本');
    await press('U0AOI', rowActions.pause.idFor(learner.id));
    const { errors } = await desk.slack.as('U0AOI').submit(values);
    expect(errors?.[block]).toMatch(words);
    expect(await pauseRows()).toEqual([]);
  });

  it('is written once when its button is pressed twice', async () => {
    const learner = await due({ lastContactOn: '2026-11-10', dueOn: '2026-11-13', floorOn: '2026-11-17' });
    await openCard('U0AOI', '松本');
    await press('U0AOI', rowActions.pause.idFor(learner.id));
    await desk.slack.as('U0AOI').fill(days(null, '2026-12-04'));
    await desk.slack.as('U0AOI').submitTwice();
    await answerWords(desk, 'U0AOI');
    expect(await pauseRows()).toHaveLength(1);
  });

  it('is not doubled by what was changed in a modal that had been saved', async () => {
    const learner = await due();
    await openCard('U0AOI', '松本');
    const view = await press('U0AOI', rowActions.pause.idFor(learner.id));
    await desk.slack.as('U0AOI').fill(days(null, '2026-12-04'));
    const filled = structuredClone(desk.slack.as('U0AOI').modal() ?? view);
    await desk.slack.as('U0AOI').submit();
    await answerWords(desk, 'U0AOI');
    const again = async () => (await post(desk, submissionOf(filled, 'U0AOI'))).text();
    expect(await again()).toBe('');
    const picked = Object.values(filled.state.values[blocks.pauseTo] ?? {})[0];
    Object.assign(picked ?? {}, { selected_date: '2026-12-11' });
    expect(await again()).toContain('最初に押されたときの内容で、すでに保存されています');
    expect(await pauseRows()).toMatchObject([{ toOn: '2026-12-04' }]);
  });
});

describe('a break without a last day', () => {
  it('asks for nothing until she is brought back, who is then greeted', async () => {
    const learner = await due();
    await openCard('U0KUDO', '松本');
    await press('U0KUDO', rowActions.pause.idFor(learner.id));
    await desk.slack.as('U0KUDO').submit(days(null, null, 'Unwell'));
    expect(await answerWords(desk, 'U0KUDO')).toContain('*松本 さくら* is on a break. When they return');
    await saying('U0KUDO', /On a break, without a return day \(since 24 Nov 2026\) · Unwell/);
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      status: 'paused',
      dueOn: null,
      floorOn: null,
    });
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('お休み・終了');
    desk.clock.set('2026-12-10T00:00:00Z');
    await desk.slack.as('U0KUDO').click('modal', rowActions.resume.idFor(learner.id));
    expect(await answerWords(desk, 'U0KUDO', 1)).toBe('*松本 さくら* is back.\nNext contact: *Thu 10 Dec*.');
    expect(await learnerNow(desk, learner.id)).toMatchObject({ status: 'active', dueReason: 'return' });
    expect(await pauseRows()).toMatchObject([{ fromOn: '2026-11-24', toOn: '2026-12-09', reason: 'Unwell' }]);
  });
});

describe('the end of a course', () => {
  it('is noted with its reason, audited without it, and can be taken back', async () => {
    const learner = await due();
    await openCard('U0AOI', '松本');
    const modal = await press('U0AOI', rowActions.cardMenu.idFor(learner.id), 'withdrawn');
    expect(modal.title.text).toBe('受講の中止を記録');
    await desk.slack.as('U0AOI').submit({ [blocks.finishReason]: '転職先が決まった' });
    expect(await answerWords(desk, 'U0AOI')).toBe('*松本 さくら* さんの受講の中止を記録しました。');
    const card = await saying('U0AOI', /受講を中止されました（2026\/11\/24から）・転職先が決まった/);
    expect(wordsIn(card)).not.toContain('予定日を延ばす');
    await desk.sweep();
    expect(wordsOf(reminderOf(desk, 'U0AOI'))).toContain('お休み・終了');
    await desk.slack.as('U0AOI').click('modal', rowActions.resume.idFor(learner.id));
    expect(await answerWords(desk, 'U0AOI', 1)).toContain('受講を再開しました。\n次回のご連絡は *11/24(火)*');
    const audited = await desk.deps.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, learner.id));
    expect(audited.map(({ details }) => details)).toEqual([
      { from: 'active', to: 'withdrawn' },
      { from: 'withdrawn', to: 'active' },
    ]);
  });

  it('is noted once by two people at once, and a stale button changes nothing', async () => {
    const learner = await due();
    await openCard('U0AOI', '松本');
    await press('U0AOI', rowActions.cardMenu.idFor(learner.id), 'completed');
    await openCard('U0MORI', '松本');
    await desk.slack.as('U0AOI').submit({ [blocks.finishReason]: 'おめでとう' });
    await answerWords(desk, 'U0AOI');
    await press('U0MORI', rowActions.pause.idFor(learner.id));
    const { errors } = await desk.slack.as('U0MORI').submit(days(null, '2026-12-04'));
    expect(errors?.[blocks.pauseFrom]).toContain('受講を終えています');
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      status: 'completed',
      statusReason: 'おめでとう',
    });
  });

  it('of a course whose days are over: who is brought back is not due, and the answer says why', async () => {
    const learner = await due({ startedOn: '2026-06-01', endsOn: '2026-11-20', status: 'completed' });
    await openCard('U0AOI', '松本');
    await desk.slack.as('U0AOI').click('modal', rowActions.resume.idFor(learner.id));
    expect(await answerWords(desk, 'U0AOI')).toContain('コースが2026/11/20に終わっているため');
  });
});
