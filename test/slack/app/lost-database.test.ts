import { ids } from '../../../src/slack/ids';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { type Gate, gateTo } from '../../support/gate';
import { wordsIn } from '../support/reading';
import { answerWords, checkInsOf, type Desk, modalAfter, openCheckIn, startDesk, suggested } from './desk';

const { blocks } = ids;
const notSaved =
  'ただいま保存できませんでした。入力した内容はこの画面に残っています。少し待ってから、もう一度ボタンを押してください。';
let database: TestDatabase;
let gate: Gate;
let desk: Desk;
beforeEach(async () => {
  database = await createTestDatabase();
  gate = await gateTo(database.url);
  desk = await startDesk({ databaseUrl: gate.url });
});
afterEach(async () => {
  await desk.close();
  await gate.close();
  await database.release();
});

describe('with the database away', () => {
  it('keeps a submitted modal open with its text; afterwards the same modal is logged once', async () => {
    const learner = await desk.records.learner(desk.program);
    await openCheckIn(desk, 'U0AOI', learner.name);
    const aoi = desk.slack.as('U0AOI');
    await gate.shut();
    for (let time = 0; time < 2; time += 1) {
      const { errors } = await aoi.submit({ [blocks.outcome]: 'talked', [blocks.note]: '長い話のメモ' });
      expect(errors).toEqual({ [blocks.outcome]: notSaved });
      expect(aoi.modal()?.state.values[blocks.note]).toMatchObject({ field: { value: '長い話のメモ' } });
    }
    expect(desk.logged()).toContain('modal: not saved');
    expect(desk.logged()).not.toContain('長い話');
    await gate.open();
    expect(await aoi.submit()).toEqual({ sent: true });
    expect(await answerWords(desk, 'U0AOI')).toContain('ご連絡を記録しました');
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{ note: '長い話のメモ', outcome: 'talked' }]);
  });

  it.each([
    ['U0AOI', /この番号を運用担当者にお伝えください：([0-9a-f]{6})$/],
    ['U0KUDO', /tell your operator this reference: ([0-9a-f]{6})$/],
    ['U0GUEST', /tell your operator this reference: ([0-9a-f]{6})$/],
  ])(
    'tells %s what to do, in the right language, with a reference that is in the log',
    async (userId, said) => {
      await gate.shut();
      await desk.slack.as(userId).command('/checkin 佐藤', { channel: 'C0TEAM' });
      const [, reference] = said.exec(await answerWords(desk, userId)) ?? [];
      expect(reference).toBeDefined();
      expect(desk.logged()).toContain(`"reference":"${reference}"`);
      await gate.open();
      await openCheckIn(desk, 'U0AOI');
    },
  );

  it('answers the global shortcut with a notice', async () => {
    await gate.shut();
    const aoi = desk.slack.as('U0AOI');
    const notice = await modalAfter(desk, 'U0AOI', () => aoi.globalShortcut(ids.shortcuts.checkInGlobal));
    expect(wordsIn(notice.blocks)).toMatch(/^思わぬ問題が起きました/);
  });

  it('suggests nobody and says nothing while a name is typed; picking is answered over the modal', async () => {
    const learner = await desk.records.learner(desk.program, { name: '前田 光' });
    await openCheckIn(desk, 'U0AOI');
    expect(await suggested(desk, 'U0AOI', '前田')).toEqual(['前田 光']);
    await gate.shut();
    const aoi = desk.slack.as('U0AOI');
    expect(await suggested(desk, 'U0AOI', '前田')).toEqual([]);
    expect(desk.slack.dm('U0AOI')).toEqual([]);
    const notice = await modalAfter(desk, 'U0AOI', () => aoi.fill({ [blocks.learner]: learner.id }));
    expect(wordsIn(notice.blocks)).toMatch(/^思わぬ問題が起きました/);
  });

  it('bothers nobody with a change of her profile that could not be noted', async () => {
    await openCheckIn(desk, 'U0AOI');
    await gate.shut();
    await desk.slack.changeUser('U0AOI', { name: '青木 葵' });
    await desk.slack.until(() => desk.logged().includes('listener failed'));
    await desk.close();
    expect(desk.slack.dm('U0AOI')).toEqual([]);
  });
});
