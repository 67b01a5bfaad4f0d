import { ids, learnersBlock, rowActions } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import { answerWords, type Desk, learnerNow, modalAfter, openCheckIn, startDesk } from './desk';
import { digestIn, openPostpone, planOf, pressPostpone, reminderOf, wordsOf } from './lists';

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

const own = (blockId: string, { id }: { id: string }) => learnersBlock(blockId, id);
const reason = '試験が近い';

describe('planning a contact later', () => {
  it('says which days can be chosen, moves the plan, and shows a quiet watch in both lists', async () => {
    const learner = await due();
    const modal = await openPostpone(desk, 'U0AOI', learner);
    expect(wordsIn(modal)).toContain('*松本 さくら* さんの予定日は *11/24(火)* です。');
    expect(wordsIn(modal)).toContain('*11/25(水)* から *11/27(金)* までなら最低頻度を守れます。');
    expect(modal.state.values[own(blocks.planOn, learner)]).toMatchObject({
      field: { selected_date: '2026-11-25' },
    });
    await desk.slack.as('U0AOI').submit(planOf(learner, '2026-11-26', reason));
    expect(await answerWords(desk, 'U0AOI')).toBe(
      '*松本 さくら* さんを *11/26(木)* まで静かに見守ります。その日の連絡リストに、また表示されます。',
    );
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      dueOn: '2026-11-26',
      floorOn: '2026-11-27',
      planReason: reason,
      plannedBy: 'U0AOI',
      watching: true,
      lastContactOn: '2026-11-20',
    });
    await desk.sweep();
    const words = '松本 さくら（11/26(木)まで見守り中・試験が近い）';
    expect(wordsOf(reminderOf(desk, 'U0AOI'))).toContain(words);
    expect(wordsOf(digestIn(desk))).toContain(words);
  });

  it('ends in the reminder of its last day, with its reason', async () => {
    const learner = await due();
    await openPostpone(desk, 'U0AOI', learner);
    await desk.slack.as('U0AOI').submit(planOf(learner, '2026-11-26', reason));
    await answerWords(desk, 'U0AOI');
    desk.clock.set('2026-11-25T00:00:00Z');
    await desk.sweep();
    desk.clock.set('2026-11-26T00:00:00Z');
    await desk.sweep();
    expect(wordsOf(reminderOf(desk, 'U0AOI'))).toContain(
      '*松本 さくら* · 今日が予定日 · 見守りの期間が終わりました・試験が近い',
    );
  });

  it.each([
    ['past the floor', '2026-11-28', '最低頻度を守れる11/27(金)までの日付をお選びください。'],
    ['to today', '2026-11-24', '明日以降の日付をお選びください。'],
    ['to yesterday', '2026-11-23', '明日以降の日付をお選びください。'],
  ])('refuses to go %s', async (_, on, words) => {
    const learner = await due();
    await openPostpone(desk, 'U0AOI', learner);
    const result = await desk.slack.as('U0AOI').submit(planOf(learner, on, reason));
    expect(result).toMatchObject({
      response_action: 'errors',
      errors: { [own(blocks.planOn, learner)]: words },
    });
    expect(await learnerNow(desk, learner.id)).toMatchObject({ dueOn: '2026-11-24', plannedOn: null });
  });

  it('asks for a reason', async () => {
    const learner = await due();
    await openPostpone(desk, 'U0AOI', learner);
    const result = await desk.slack.as('U0AOI').submit(planOf(learner, '2026-11-25', '  '));
    expect(Object.keys(result.errors ?? {})).toEqual([own(blocks.planReason, learner)]);
  });

  it('says so when no day is left, and opens nothing', async () => {
    const learner = await due({ lastContactOn: '2026-11-17', floorOn: '2026-11-24' });
    await pressPostpone(desk, 'U0AOI', learner);
    expect(await answerWords(desk, 'U0AOI')).toContain('これより先には延ばせません。');
    expect(desk.slack.as('U0AOI').modal()).toBeUndefined();
  });

  it('is told in the check-in modal, and ended by a check-in', async () => {
    const learner = await due();
    await openPostpone(desk, 'U0AOI', learner);
    await desk.slack.as('U0AOI').submit(planOf(learner, '2026-11-27', '順調'));
    await answerWords(desk, 'U0AOI');
    const modal = await openCheckIn(desk, 'U0AOI', '松本');
    expect(wordsIn(modal)).toContain('次の予定日 11/27(金)');
    expect(wordsIn(modal)).toContain('11/27(金)まで見守り中・順調 · 青木さんの予定');
    expect(wordsIn(modal)).toContain('今日ご連絡した場合、12/1(火)までなら最低頻度を守れます。');
    await desk.slack.as('U0AOI').submit({
      [blocks.outcome]: 'talked',
      [`${blocks.next}:${learner.id}`]: 'rhythm',
    });
    expect(await answerWords(desk, 'U0AOI', 1)).toContain('*11/27(金)* です（いつものリズム）');
    expect(await learnerNow(desk, learner.id)).toMatchObject({ plannedOn: null, dueOn: '2026-11-27' });
  });

  it('speaks English to a supporter who does', async () => {
    const learner = await desk.records.learner(desk.program, { name: 'Mei', companionId: 'U0KUDO' });
    await desk.records.checkIn(learner);
    desk.clock.set('2026-11-24T17:00:00Z');
    await desk.sweep();
    const modal = await openPostpone(desk, 'U0KUDO', learner);
    expect(wordsIn(modal)).toContain('Choose from *Thu 26 Nov* to *Fri 27 Nov*');
    await desk.slack.as('U0KUDO').submit(planOf(learner, '2026-11-26', 'In good flow'));
    expect(await answerWords(desk, 'U0KUDO')).toBe(
      'Quietly watching over *Mei* until *Thu 26 Nov*. The list of that day has them again.',
    );
  });
});

describe('planning from the digest', () => {
  /** Opens the plan modal under the digest and picks somebody in it. */
  async function picked(userId: string, learner: { id: string; name: string }) {
    const person = desk.slack.as(userId);
    const { ts } = digestIn(desk);
    await modalAfter(desk, userId, () => person.click({ channel: 'C0TEAM', ts }, ids.actions.newPlan));
    await person.suggest(ids.actions.planLearner, learner.name);
    await person.fill({ [blocks.learner]: learner.id });
    return desk.slack.until(() => {
      const modal = person.modal();
      return modal?.private_metadata.includes(learner.id) ? modal : undefined;
    });
  }

  it('brings a contact forward without a reason, and back to the rhythm', async () => {
    await desk.sweep();
    const later = { dueOn: '2026-11-27', floorOn: '2026-12-01', lastContactOn: '2026-11-24' };
    const learner = await desk.records.learner(desk.program, { name: '早川 葵', ...later });
    await desk.records.checkIn(learner, { contactedOn: '2026-11-24' });
    expect(wordsIn(await picked('U0MORI', learner))).toContain('いつものリズムでは *11/27(金)* です。');
    await desk.slack.as('U0MORI').submit(planOf(learner, '2026-11-25'));
    expect(await answerWords(desk, 'U0MORI')).toBe(
      '*早川 葵* さんへの次回のご連絡を *11/25(水)* に決めました。',
    );
    expect(await learnerNow(desk, learner.id)).toMatchObject({ dueOn: '2026-11-25', watching: false });
    expect(wordsIn(await picked('U0AOI', learner))).toContain('森さんが *11/25(水)* に決めています。');
    await desk.slack.as('U0AOI').submit({ [own(blocks.planChoice, learner)]: 'rhythm' });
    expect(await answerWords(desk, 'U0AOI')).toBe(
      '*早川 葵* さんをいつものリズムに戻しました。次回のご連絡は *11/27(金)* です。',
    );
    expect(await learnerNow(desk, learner.id)).toMatchObject({ dueOn: '2026-11-27', plannedOn: null });
  });

  it('says beside the field why somebody can’t be planned for', async () => {
    await desk.sweep();
    const learner = await desk.records.learner(desk.program);
    await picked('U0AOI', learner);
    await desk.records.erase(learner);
    const result = await desk.slack.as('U0AOI').submit(planOf(learner, '2026-11-25', reason));
    expect(result.errors).toEqual({ [blocks.learner]: expect.stringContaining('削除されました') });
  });
});

it('“more” beside a learner offers to plan', async () => {
  const learner = await due();
  const { ts } = reminderOf(desk, 'U0AOI');
  const direct = desk.slack
    .channels()
    .find(({ kind, members }) => kind === 'im' && members.includes('U0AOI'));
  const place = { channel: String(direct?.id), ts };
  const modal = await modalAfter(desk, 'U0AOI', () =>
    desk.slack.as('U0AOI').click(place, rowActions.more.idFor(learner.id), { value: `plan:${learner.id}` }),
  );
  expect(modal.callback_id).toBe(ids.views.plan);
  expect(wordsIn(modal)).toContain('松本 さくら');
});
