import { auditEvents, checkInCorrections } from '../../../src/db/schema';
import { ids, rowActions } from '../../../src/slack/ids';
import {
  answer,
  answerWords,
  checkInsOf,
  type Desk,
  learnerNow,
  modalAfter,
  openCheckIn,
  startDesk,
} from './desk';
import { planOf } from './lists';
import { post, submissionOf } from './requests';

const { blocks } = ids;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

async function opened() {
  const learner = await desk.records.learner(desk.program);
  await openCheckIn(desk, 'U0AOI', learner.name);
  return learner;
}

/** All that Banso said to U0AOI, once nothing is on its way any more. */
async function answersAfterAll(): Promise<number> {
  await desk.close();
  return desk.slack.ephemerals('U0AOI').length;
}

const audited = async () => (await desk.deps.db.select().from(auditEvents)).map(({ action }) => action);

describe('pressing submit twice', () => {
  it('logs a check-in once, and answers once', async () => {
    const learner = await opened();
    const both = await desk.slack.as('U0AOI').submitTwice({ [blocks.outcome]: 'sent' });
    expect(both).toEqual([{ sent: true }, { sent: true }]);
    await answer(desk, 'U0AOI');
    expect(await checkInsOf(desk, learner.id)).toHaveLength(1);
    expect(await audited()).toEqual(['check_in.recorded']);
    expect(await answersAfterAll()).toBe(1);
  });

  it('logs once when the submission comes again after it was acked, and when it is replayed', async () => {
    const learner = await opened();
    const aoi = desk.slack.as('U0AOI');
    await aoi.fill({ [blocks.outcome]: 'sent', [blocks.note]: 'ひとこと' });
    const view = aoi.modal();
    if (!view) throw new Error('expected the modal');
    await aoi.submit();
    await answer(desk, 'U0AOI');
    const again = submissionOf(view, 'U0AOI');
    for (let time = 0; time < 2; time += 1) {
      const response = await post(desk, again);
      expect([response.status, await response.text()]).toEqual([200, '']);
    }
    expect(await checkInsOf(desk, learner.id)).toHaveLength(1);
    expect(await audited()).toEqual(['check_in.recorded']);
    expect(await answersAfterAll()).toBe(1);
  });

  it('logs two contacts from two modals', async () => {
    const learner = await opened();
    await desk.slack.as('U0AOI').submit({ [blocks.outcome]: 'sent' });
    await openCheckIn(desk, 'U0AOI', learner.name);
    await desk.slack.as('U0AOI').submit({ [blocks.outcome]: 'sent' });
    await answer(desk, 'U0AOI', 1);
    expect(await checkInsOf(desk, learner.id)).toHaveLength(2);
  });

  it('corrects once, and answers once', async () => {
    const learner = await opened();
    await desk.slack.as('U0AOI').submit({ [blocks.outcome]: 'sent' });
    const { channel, ts } = await answer(desk, 'U0AOI');
    const [checkIn] = await checkInsOf(desk, learner.id);
    const action = rowActions.correct.idFor(String(checkIn?.id));
    await modalAfter(desk, 'U0AOI', () => desk.slack.as('U0AOI').click({ channel, ts }, action));
    const both = await desk.slack.as('U0AOI').submitTwice({ [blocks.note]: '直した' });
    expect(both).toEqual([{ sent: true }, { sent: true }]);
    expect(await answerWords(desk, 'U0AOI', 1)).toContain('訂正しました');
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{ note: '直した', version: 2 }]);
    expect(await desk.deps.db.select().from(checkInCorrections)).toHaveLength(1);
    expect(await answersAfterAll()).toBe(2);
  });

  it('postpones once, and answers once', async () => {
    const learner = await desk.records.learner(desk.program);
    await desk.records.checkIn(learner);
    await desk.sweep();
    const [reminder] = desk.slack.dm('U0AOI');
    const channel = desk.slack
      .channels()
      .find(({ kind, members }) => kind === 'im' && members.includes('U0AOI'));
    const aoi = desk.slack.as('U0AOI');
    await modalAfter(desk, 'U0AOI', () =>
      aoi.click(
        { channel: String(channel?.id), ts: String(reminder?.ts) },
        rowActions.plan.idFor(learner.id),
      ),
    );
    const values = planOf(learner, '2026-11-26', '試験');
    expect(await aoi.submitTwice(values)).toEqual([{ sent: true }, { sent: true }]);
    await desk.slack.until(() => desk.slack.ephemerals('U0AOI').length > 0);
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      dueOn: '2026-11-26',
      plannedOn: '2026-11-26',
    });
    expect(await audited()).toEqual(['learner.contact_planned']);
    expect(await answersAfterAll()).toBe(1);
  });
});
