import { eq } from 'drizzle-orm';
import { promises } from '../../../src/db/schema';
import { ids, rowActions } from '../../../src/slack/ids';
import { keepPromise } from '../../../src/usecases/keep-promise';
import { eventually } from '../../support/eventually';
import { wordsIn } from '../support/reading';
import { answerWords, type Desk, modalAfter, startDesk } from './desk';
import { digestIn, reminderOf, wordsOf } from './lists';

const { promiseMovedOn } = ids.blocks;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

/** What U0AOI promised a learner for today, with her reminder and the digest posted. */
async function due(name = '松本 さくら') {
  const quiet = { lastContactOn: '2026-11-20', dueOn: '2026-11-27', floorOn: '2026-11-27' };
  const learner = await desk.records.learner(desk.program, { name, ...quiet });
  const promise = await desk.records.promise(learner);
  await desk.sweep();
  return promise;
}

/** U0AOI's reminder, as a place to press in. */
function inReminder(userId = 'U0AOI') {
  const { ts } = reminderOf(desk, userId);
  const direct = desk.slack.channels().find(({ kind, members }) => kind === 'im' && members.includes(userId));
  return { channel: String(direct?.id), ts };
}

const done = (
  userId: string,
  { id }: { id: string },
  place: Parameters<ReturnType<Desk['slack']['as']>['click']>[0],
) => desk.slack.as(userId).click(place, rowActions.keepPromise.idFor(id));

async function now({ id }: { id: string }) {
  const [row] = await desk.deps.db.select().from(promises).where(eq(promises.id, id));
  return row;
}

describe('a promise that falls due', () => {
  it('is in her reminder though nobody is due, is done with one press, and ticked off in both lists', async () => {
    const promise = await due();
    expect(wordsOf(reminderOf(desk, 'U0AOI'))).toContain(
      '*松本 さくら* – 記事を送る\n11/24(火)まで · 今日が期日',
    );
    expect(wordsOf(digestIn(desk))).toContain('*松本 さくら* – 記事を送る\n青木さん・11/24(火)まで');
    await done('U0AOI', promise, inReminder());
    expect(await answerWords(desk, 'U0AOI')).toBe(
      '*松本 さくら* さんとの約束を完了にしました。守ってくださってありがとうございます 🌿',
    );
    expect(await now(promise)).toMatchObject({ keptBy: 'U0AOI', keptAt: desk.clock.now() });
    const stale = inReminder();
    await desk.sweep();
    expect(wordsOf(reminderOf(desk, 'U0AOI'))).toContain('✅ \u200b~松本 さくら – 記事を送る~');
    expect(wordsOf(digestIn(desk))).toContain(
      '• \u200b~松本 さくら – 記事を送る~ ✅（青木さん・11/24(火)まで）',
    );
    expect(stale.ts).toBe(reminderOf(desk, 'U0AOI').ts);
  });

  it('says to whoever presses later who has kept it, and changes nothing', async () => {
    const promise = await due();
    const mori = { workspaceId: 'T0TEST', supporterId: 'U0MORI', promiseId: promise.id };
    await keepPromise(desk.deps.context(), mori);
    await done('U0AOI', promise, inReminder());
    expect(await answerWords(desk, 'U0AOI')).toContain('この約束は森さんがすでに果たされています');
    expect(await now(promise)).toMatchObject({ keptBy: 'U0MORI' });
  });

  it('moves with one press to a day that the menu offers', async () => {
    const promise = await due();
    const value = `${promise.id}:2026-11-25`;
    expect(JSON.stringify(reminderOf(desk, 'U0AOI').blocks)).toContain('11/25(水)に延ばす');
    await desk.slack.as('U0AOI').click(inReminder(), rowActions.movePromise.idFor(promise.id), { value });
    expect(await answerWords(desk, 'U0AOI')).toBe(
      '*松本 さくら* さんとの約束の期日を *11/25(水)* に変えました。',
    );
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).not.toContain('記事を送る');
  });

  it('is done or moved with one press in the team’s list, too, by whoever has seen to it', async () => {
    const aoi = await desk.records.learner(desk.program, { name: '内田 葵', dueOn: '2026-11-27' });
    const moved = await desk.records.promise(aoi);
    const kept = await due();
    const place = () => ({ channel: 'C0TEAM', ts: digestIn(desk).ts });
    await done('U0MORI', kept, place());
    expect(await answerWords(desk, 'U0MORI')).toContain('*松本 さくら* さんとの約束を完了にしました。');
    const value = `${moved.id}:2026-11-25`;
    await desk.slack.as('U0AOI').click(place(), rowActions.movePromise.idFor(moved.id), { value });
    expect(await answerWords(desk, 'U0AOI')).toContain(
      '*内田 葵* さんとの約束の期日を *11/25(水)* に変えました。',
    );
    await desk.sweep();
    expect(wordsOf(digestIn(desk))).toContain('~松本 さくら – 記事を送る~ ✅（青木さん・11/24(火)まで）');
    expect(wordsOf(digestIn(desk))).not.toContain('内田 葵');
    expect(await now(kept)).toMatchObject({ keptBy: 'U0MORI' });
  });

  it('moves to any other day through a modal, which refuses the past', async () => {
    const promise = await due('&<!channel>\u202e👩‍👩‍👧');
    const value = `${promise.id}:elsewhere`;
    const modal = await modalAfter(desk, 'U0AOI', () =>
      desk.slack.as('U0AOI').click(inReminder(), rowActions.movePromise.idFor(promise.id), { value }),
    );
    expect(wordsIn(modal)).toContain('さんとの約束： *11/24(火)* まで\n> 記事を送る');
    expect(wordsIn(modal)).not.toMatch(/<!channel>|\u202e/);
    const refused = await desk.slack.as('U0AOI').submit({ [promiseMovedOn]: '2026-11-23' });
    expect(refused.errors).toEqual({ [promiseMovedOn]: expect.stringContaining('今日以降の日付') });
    expect(await desk.slack.as('U0AOI').submitTwice({ [promiseMovedOn]: '2026-12-10' })).toEqual([
      { sent: true },
      { sent: true },
    ]);
    expect(await answerWords(desk, 'U0AOI')).toContain('*12/10(木)* に変えました。');
    expect(await now(promise)).toMatchObject({ dueOn: '2026-12-10' });
  });

  it('stands on her Home in English, and leaves it when it is done', async () => {
    const learner = await desk.records.learner(desk.program, { name: 'Mei', companionId: 'U0KUDO' });
    const promise = await desk.records.promise(learner, { dueOn: '2026-12-01' });
    await desk.slack.as('U0KUDO').openHome();
    const words = () => wordsIn(desk.slack.home('U0KUDO')?.blocks);
    await desk.slack.until(() => words().includes('My promises'));
    expect(words()).toContain('*Mei* – 記事を送る\nby Tue 1 Dec');
    await done('U0KUDO', promise, 'home');
    await eventually(
      () => now(promise),
      (row) => row?.keptBy === 'U0KUDO',
    );
    await desk.handlers.home({ workspaceId: 'T0TEST', userId: 'U0KUDO' });
    await desk.slack.until(() => !words().includes('My promises'));
    expect(desk.slack.dm('U0KUDO')).toEqual([]);
  });
});
