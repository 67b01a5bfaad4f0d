import { Client } from 'pg';
import { ids, rowActions } from '../../../src/slack/ids';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { wordsIn } from '../support/reading';
import { answerWords, checkInsOf, type Desk, modalAfter, openCheckIn, startDesk } from './desk';
import { pressPostpone } from './lists';

const { blocks } = ids;
let database: TestDatabase;
let desk: Desk;
beforeEach(async () => {
  database = await createTestDatabase();
  desk = await startDesk({ databaseUrl: database.url, waits: { patienceMs: 100, savingMs: 300 } });
});
afterEach(async () => {
  await desk.close();
  await database.release();
});

/** Keeps everybody else from reading a table. @returns lets them again */
async function hold(table: 'members' | 'learners'): Promise<() => Promise<void>> {
  const client = new Client(database.url);
  await client.connect();
  await client.query(`begin; lock table ${table} in access exclusive mode`);
  return () => client.end();
}

const shown = (userId: string) => desk.slack.as(userId).modal()?.callback_id;
const titleShown = (userId: string) => desk.slack.as(userId).modal()?.title.text;

describe('with a slow database', () => {
  it('opens a skeleton at once, and fills it when the content comes', async () => {
    const learner = await desk.records.learner(desk.program, { name: '山口 翼' });
    const letGo = await hold('members');
    const began = performance.now();
    await desk.slack.as('U0AOI').command('/checkin 山口', { channel: 'C0TEAM' });
    await desk.slack.until(() => shown('U0AOI') === ids.views.loading);
    expect(performance.now() - began).toBeLessThan(3000);
    const skeleton = desk.slack.as('U0AOI').modal();
    expect(wordsIn(skeleton?.blocks)).toBe('準備しています。少々お待ちください…');
    expect(titleShown('U0AOI')).toBe('チェックインを記録');
    expect(skeleton?.submit).toBeNull();
    await letGo();
    await desk.slack.until(() => shown('U0AOI') === ids.views.checkIn);
    expect(desk.slack.as('U0AOI').modal()?.id).toBe(skeleton?.id);
    await desk.slack.as('U0AOI').submit({ [blocks.outcome]: 'sent' });
    await answerWords(desk, 'U0AOI');
    expect(await checkInsOf(desk, learner.id)).toHaveLength(1);
  });

  it('does the same over a log modal that is open, for a correction', async () => {
    const learner = await desk.records.learner(desk.program);
    const { id } = await desk.records.checkIn(learner, { note: '前のメモ' });
    const below = await openCheckIn(desk, 'U0AOI', learner.name);
    const letGo = await hold('members');
    await desk.slack.as('U0AOI').click('modal', rowActions.correct.idFor(id));
    await desk.slack.until(() => shown('U0AOI') === ids.views.loading);
    expect(titleShown('U0AOI')).toBe('チェックインを訂正');
    await letGo();
    await desk.slack.until(() => shown('U0AOI') === ids.views.correctCheckIn);
    expect(desk.slack.as('U0AOI').modal()?.previous_view_id).toBe(below.id);
  });

  it('names the skeleton after what is coming: a postponement too', async () => {
    const learner = await desk.records.learner(desk.program);
    await desk.records.checkIn(learner, { contactedOn: '2026-11-20' });
    await desk.sweep();
    const letGo = await hold('members');
    await pressPostpone(desk, 'U0AOI', learner);
    await desk.slack.until(() => shown('U0AOI') === ids.views.loading);
    expect(titleShown('U0AOI')).toBe('次回のご連絡を決める');
    await letGo();
    await desk.slack.until(() => shown('U0AOI') === ids.views.plan);
  });

  it('tells a guest in the skeleton what it would have told her at once, in her language', async () => {
    const letGo = await hold('members');
    await desk.slack.as('U0GUEST').globalShortcut(ids.shortcuts.checkInGlobal);
    await desk.slack.until(() => shown('U0GUEST') === ids.views.loading);
    await letGo();
    await desk.slack.until(() => shown('U0GUEST') === ids.views.notice);
    expect(wordsIn(desk.slack.as('U0GUEST').modal()?.blocks)).toMatch(/^You are not in any program yet/);
  });

  it('says nothing more to somebody who has closed the skeleton', async () => {
    const letGo = await hold('members');
    await desk.slack.as('U0AOI').command('/checkin', { channel: 'C0TEAM' });
    await desk.slack.until(() => shown('U0AOI') === ids.views.loading);
    await desk.slack.as('U0AOI').closeModal();
    await letGo();
    await desk.close();
    const failed = desk.slack.calls.filter(({ result }) => !result.ok).map(({ method }) => method);
    expect(failed).toEqual(['views.update']);
    expect(desk.slack.ephemerals('U0AOI')).toEqual([]);
    expect(desk.logged()).not.toContain('listener failed');
  });

  it('shows the skeleton in the language last seen of the person', async () => {
    await openCheckIn(desk, 'U0KUDO');
    const letGo = await hold('members');
    await desk.slack.as('U0KUDO').command('/checkin', { channel: 'C0TEAM' });
    await desk.slack.until(() => shown('U0KUDO') === ids.views.loading);
    expect(wordsIn(desk.slack.as('U0KUDO').modal()?.blocks)).toBe('One moment, getting things ready…');
    await letGo();
    await desk.slack.until(() => shown('U0KUDO') === ids.views.checkIn);
  });

  it('keeps a modal open that is not saved in time; once it is saved after all, says so, and logs once', async () => {
    const learner = await desk.records.learner(desk.program, { name: '山口 翼' });
    await openCheckIn(desk, 'U0AOI', '山口');
    const aoi = desk.slack.as('U0AOI');
    const letGo = await hold('learners');
    const { errors } = await aoi.submit({ [blocks.outcome]: 'sent', [blocks.note]: '消えない' });
    expect(errors).toEqual({
      [blocks.outcome]:
        'ただいま保存できませんでした。入力した内容はこの画面に残っています。少し待ってから、もう一度ボタンを押してください。',
    });
    expect(aoi.modal()?.state.values[blocks.note]).toMatchObject({ field: { value: '消えない' } });
    await letGo();
    expect(await answerWords(desk, 'U0AOI')).toContain('*山口 翼* さんへの11/24(火)のご連絡を記録しました。');
    expect(await aoi.submit()).toEqual({ sent: true });
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{ note: '消えない' }]);
    await desk.close();
    expect(desk.slack.ephemerals('U0AOI')).toHaveLength(1);
  });

  it('closes a skeleton’s promise with a reference when the content cannot be had', async () => {
    const letGo = await hold('members');
    const notice = modalAfter(desk, 'U0KUDO', () =>
      desk.slack.as('U0KUDO').command('/checkin', { channel: 'C0TEAM' }),
    );
    await desk.slack.until(() => shown('U0KUDO') === ids.views.loading);
    await endOthers();
    await letGo();
    const words = wordsIn((await notice).blocks);
    const [, reference] = /tell your operator this reference: ([0-9a-f]{6})$/.exec(words) ?? [];
    expect(desk.logged()).toContain(`"reference":"${reference}"`);
  });

  /** Ends all of Banso's connections that wait for a lock. */
  async function endOthers(): Promise<void> {
    const client = new Client(database.url);
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    await client.end();
  }
});
