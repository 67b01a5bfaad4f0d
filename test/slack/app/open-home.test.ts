import { readRoster } from '../../../src/roster/read';
import type { Context } from '../../../src/usecases/context';
import { importRoster } from '../../../src/usecases/import-roster';
import { planContact } from '../../../src/usecases/plan-contact';
import { takeLearner } from '../../../src/usecases/take-learner';
import { bytes, rosterText } from '../../roster/roster-text';
import { eventually } from '../../support/eventually';
import { describeOnEachQueue, emptyQueue } from '../../support/queues';
import { logContact } from '../../usecases/log-contact';
import { wordsIn } from '../support/reading';
import { type Desk, startDesk } from './desk';
import { ownHome } from './own-home';

const key = { workspaceId: 'T0TEST', userId: 'U0AOI' };

describeOnEachQueue('an open Home', (queue) => {
  let desk: Desk;
  beforeEach(async () => {
    // Jobs that draw a Home are named after the person whose it is: one that still waits would hold up the next test's.
    await emptyQueue(queue);
    const pace = { sweepEveryMs: 200, scheduleCheckMs: 200 };
    desk = await startDesk({ queue, roles: 'bot,worker', pace });
  });
  afterEach(() => desk.close());

  const { learner, homeWords, published, stored, isDrawn, opened } = ownHome(() => desk);

  const shows = (words: string, userId?: string) => desk.slack.until(() => homeWords(userId).includes(words));
  const rests = (userId?: string) => shows('いまご連絡をお待ちの方はいらっしゃいません。', userId);

  /** Brings a learner in from a file. */
  const importOne = (name: string, context: Context) =>
    importRoster(context, desk.program, readRoster(bytes(rosterText({ name, companion: 'U0AOI' }))), {
      people: [],
      actorId: null,
    });

  it('moves a learner on when she was contacted, whoever of the team did it', async () => {
    const row = await learner('佐藤 花子');
    expect(wordsIn((await opened()).blocks)).toContain('*佐藤 花子* · 今日が予定日');
    await logContact(desk, row, {}, 'U0MORI');
    await rests();
    expect(homeWords()).toContain('*11/27(金)*\n佐藤 花子\n');
  });

  it('moves her on for whoever took her for the day, too', async () => {
    const row = await learner('佐藤 花子', { companionId: null });
    await opened('U0MORI');
    const asked = { workspaceId: key.workspaceId, supporterId: 'U0MORI', learnerId: row.id, forGood: false };
    await takeLearner(desk.deps.context(), asked);
    await shows('*佐藤 花子* · 今日が予定日', 'U0MORI');
    await logContact(desk, row, {}, 'U0KUDO');
    await rests('U0MORI');
  });

  it('gathers many check-ins into few drawings', async () => {
    const rows = await Promise.all(Array.from({ length: 12 }, (_, n) => learner(`受講 生${n}`)));
    await opened();
    await eventually(stored, isDrawn);
    const begun = Date.now();
    for (const row of rows) await logContact(desk, row);
    await rests();
    await eventually(stored, isDrawn);
    // Once a second at the most, however long the machine takes for them.
    expect(published()).toBeLessThan(4 + (Date.now() - begun) / 1000);
  });

  it('shows a postponed learner among those who are watched, with the reason', async () => {
    const row = await learner('佐藤 花子', { lastContactOn: '2026-11-20' });
    await desk.records.checkIn(row);
    await opened();
    const asked = { workspaceId: key.workspaceId, supporterId: 'U0AOI', learnerId: row.id };
    await planContact(desk.deps.context(), { ...asked, plan: { on: '2026-11-26', reason: '試験前' } });
    await rests();
    expect(homeWords()).toContain('*11/26(木)*\n見守り中：佐藤 花子（11/26(木)まで・試験前）');
  });

  it('gives a learner who is taken over from one Home to the other', async () => {
    const row = await learner('佐藤 花子');
    await opened();
    await opened('U0MORI');
    await desk.slack.deactivate('U0AOI');
    await shows('佐藤 花子');
    await rests('U0MORI');
    const asked = { workspaceId: key.workspaceId, supporterId: 'U0MORI', learnerId: row.id, forGood: true };
    await eventually(
      () => takeLearner(desk.deps.context(), asked).catch(() => null),
      (taken) => taken !== null,
    );
    await shows('佐藤 花子', 'U0MORI');
    await rests();
  });

  it('speaks her new language', async () => {
    await learner('佐藤 花子');
    await opened();
    await desk.slack.changeUser('U0AOI', { locale: 'en-GB' });
    await shows('1 learner is waiting for your contact');
  });

  it('isn’t drawn again when Slack tells of something else about her', async () => {
    await opened();
    await eventually(stored, isDrawn);
    await desk.slack.changeUser('U0AOI', {});
    await desk.slack.changeUser('U0AOI', { tz: 'America/Los_Angeles' });
    await shows('11/23(月) 今日ご連絡したい方');
    expect(await eventually(stored, isDrawn)).toMatchObject({ wantedRevision: 2 });
  });

  it('shows whom a roster brings', async () => {
    await opened();
    await importOne('森 あや', desk.deps.context());
    await shows('*森 あや*');
  });

  it('shows whom an operator brings at the command line, which has no queue', async () => {
    await opened();
    const enqueue = async () => undefined;
    expect(await importOne('森 あや', { ...desk.deps.context(), enqueue })).toMatchObject({ added: 1 });
    await shows('*森 あや*');
  });

  it('comes when Slack has time for it', async () => {
    await learner('佐藤 花子');
    desk.slack.faults.add({ method: 'views.publish', kind: 'rate_limited', retryAfterSeconds: 1, times: 1 });
    await desk.slack.as('U0AOI').openHome();
    await shows('佐藤 花子');
    expect(published()).toBe(2);
  });
});
