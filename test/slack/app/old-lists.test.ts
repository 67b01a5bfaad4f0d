import { eq } from 'drizzle-orm';
import { auditEvents, checkIns, coverRequests, dayCovers, learners } from '../../../src/db/schema';
import { ids, rowActions } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import { answerWords, type Desk, learnerNow, modalAfter, startDesk } from './desk';
import { digestIn, directChannel, reminderOf } from './lists';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

type Changes = Partial<typeof learners.$inferInsert>;

const contacted: Changes = { lastContactOn: '2026-11-30', dueOn: '2026-12-03', floorOn: '2026-12-07' };
const moved: Changes = { ...contacted, lastContactOn: '2026-11-27', companionId: 'U0MORI' };
const completed: Changes = { status: 'completed', dueOn: null, floorOn: null, dueReason: 'over' };
const inactive = 'この受講生は受講を終えています。';

/** A learner on the lists of 24 November, which still stand so a week later, when more is known of her. */
async function aWeekOld(changes: Changes, companionId: string | null = 'U0AOI') {
  const { id } = await desk.records.learner(desk.program, { name: '池田 誠', companionId });
  await desk.sweep();
  desk.clock.set('2026-12-01T00:00:00Z');
  await desk.deps.db.update(learners).set(changes).where(eq(learners.id, id));
  return learnerNow(desk, id);
}

const reminder = () => ({ channel: directChannel(desk, 'U0AOI'), ts: reminderOf(desk, 'U0AOI').ts });
const digest = () => ({ channel: 'C0TEAM', ts: digestIn(desk).ts });
type Row = 'checkIn' | 'plan' | 'take';

const press = (row: Row, { id }: { id: string }, place = reminder()) =>
  desk.slack.as('U0AOI').click(place, rowActions[row].idFor(id));

/** That nothing has been changed of her, or written about her. */
async function expectUntouched(learner: Awaited<ReturnType<typeof learnerNow>>) {
  expect(await learnerNow(desk, learner.id)).toEqual(learner);
  for (const table of [auditEvents, checkIns, coverRequests, dayCovers]) {
    expect(await desk.deps.db.select().from(table)).toEqual([]);
  }
}

describe('a button of last week’s reminder', () => {
  it('“Check in” opens the form with what is known now of whoever was contacted since', async () => {
    const learner = await aWeekOld(contacted);
    const modal = await modalAfter(desk, 'U0AOI', () => press('checkIn', learner));
    expect(modal.callback_id).toBe(ids.views.checkIn);
    expect(wordsIn(modal)).toContain('次の予定日 12/3(木) · 最低頻度の期限 12/7(月)');
    await expectUntouched(learner);
  });

  it('“Postpone” shows the day that holds now, also of whoever went to another caseload', async () => {
    const learner = await aWeekOld(moved);
    const modal = await modalAfter(desk, 'U0AOI', () => press('plan', learner));
    expect(wordsIn(modal)).toContain('*池田 誠* さんの予定日は *12/3(木)* です。');
    await expectUntouched(learner);
  });

  it('“Hand over” is refused for whoever went to another caseload', async () => {
    const learner = await aWeekOld(moved);
    const value = `handOver:${learner.id}`;
    await desk.slack.as('U0AOI').click(reminder(), rowActions.more.idFor(learner.id), { value });
    expect(await answerWords(desk, 'U0AOI')).toContain('ご自身が担当する受講生だけです');
    expect(desk.slack.as('U0AOI').modal()).toBeUndefined();
    await expectUntouched(learner);
  });

  it.each(['checkIn', 'plan'] as const)('%s says that she has completed the course', async (row) => {
    const learner = await aWeekOld(completed);
    await press(row, learner);
    expect(await answerWords(desk, 'U0AOI')).toContain(inactive);
    expect(desk.slack.as('U0AOI').modal()).toBeUndefined();
    await expectUntouched(learner);
  });
});

describe('“I’ll take it” of last week’s digest', () => {
  it.each([
    ['was contacted since', contacted, 'この方へのご連絡は、いまは必要なくなっています'],
    ['went to a colleague', moved, 'すでに森さんが担当してくださっています。'],
    ['has completed the course', completed, inactive],
  ])('says how it is where the learner %s', async (_, changes, words) => {
    const learner = await aWeekOld(changes, null);
    await press('take', learner, digest());
    expect(await answerWords(desk, 'U0AOI')).toContain(words);
    await expectUntouched(learner);
  });
});
