import { ids } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import { answerWords, type Desk, learnerNow, openCheckIn, startDesk } from './desk';
import { digestIn, openPostpone, pressPostpone, reminderOf, wordsOf } from './lists';

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

const to = (on: string, reason = '試験が近い') => ({
  [blocks.postponeOn]: on,
  [blocks.postponeReason]: reason,
});

describe('postponing a contact', () => {
  it('says how far it may go, moves the plan, and updates both lists', async () => {
    const learner = await due();
    const modal = await openPostpone(desk, 'U0AOI', learner);
    expect(wordsIn(modal)).toContain('*松本 さくら* さんの予定日は *11/24(火)* です。');
    expect(wordsIn(modal)).toContain(
      '*11/27(金)* までなら最低頻度を守れます。この日までの日付をお選びください。',
    );
    expect(modal.state.values[blocks.postponeOn]).toMatchObject({ field: { selected_date: '2026-11-25' } });
    await desk.slack.as('U0AOI').submit(to('2026-11-26'));
    expect(await answerWords(desk, 'U0AOI')).toBe(
      '*松本 さくら* さんへの次回のご連絡を *11/26(木)* に延ばしました。',
    );
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      dueOn: '2026-11-26',
      floorOn: '2026-11-27',
      planReason: '試験が近い',
      plannedBy: 'U0AOI',
      lastContactOn: '2026-11-20',
    });
    await desk.sweep();
    expect(wordsOf(reminderOf(desk, 'U0AOI'))).toContain('松本 さくら');
    expect(wordsOf(reminderOf(desk, 'U0AOI'))).toContain('→11/26(木)');
    expect(wordsOf(digestIn(desk))).toContain('松本 さくら →11/26(木)');
  });

  it.each([
    ['past the floor', '2026-11-28', '最低頻度を守れる11/27(金)までの日付をお選びください。'],
    ['to today', '2026-11-24', '明日以降の日付をお選びください。'],
    ['to yesterday', '2026-11-23', '明日以降の日付をお選びください。'],
  ])('refuses to go %s', async (_, on, words) => {
    const learner = await due();
    await openPostpone(desk, 'U0AOI', learner);
    const result = await desk.slack.as('U0AOI').submit(to(on));
    expect(result).toMatchObject({ response_action: 'errors', errors: { [blocks.postponeOn]: words } });
    expect(await learnerNow(desk, learner.id)).toMatchObject({ dueOn: '2026-11-24', plannedOn: null });
  });

  it('asks for a reason', async () => {
    await openPostpone(desk, 'U0AOI', await due());
    const result = await desk.slack.as('U0AOI').submit(to('2026-11-25', '  '));
    expect(Object.keys(result.errors ?? {})).toEqual([blocks.postponeReason]);
  });

  it('says so when no day is left, and opens nothing', async () => {
    const learner = await due({ lastContactOn: '2026-11-17', floorOn: '2026-11-24' });
    await pressPostpone(desk, 'U0AOI', learner);
    expect(await answerWords(desk, 'U0AOI')).toBe(
      'この方の予定日は延ばせません。すでにご連絡済みか、最低頻度の期限が来ています。最新のリストをご確認ください。',
    );
    expect(desk.slack.as('U0AOI').modal()).toBeUndefined();
  });

  it('may be shortened again, and a check-in ends it', async () => {
    const learner = await due();
    await openPostpone(desk, 'U0AOI', learner);
    await desk.slack.as('U0AOI').submit(to('2026-11-27'));
    await answerWords(desk, 'U0AOI');
    const modal = await openCheckIn(desk, 'U0AOI', '松本');
    expect(wordsIn(modal)).toContain('次の予定日 11/27(金)');
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
    expect(wordsIn(modal)).toContain('Until *Fri 27 Nov* you keep the client’s minimum');
    await desk.slack.as('U0KUDO').submit(to('2026-11-26', 'In good flow'));
    expect(await answerWords(desk, 'U0KUDO')).toBe('Postponed: next contact with *Mei* on *Thu 26 Nov*.');
  });
});
