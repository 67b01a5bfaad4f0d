import { eq } from 'drizzle-orm';
import { auditEvents, checkInCorrections, checkIns, learners } from '../../src/db/schema';
import type { CheckInContent } from '../../src/domain/check-in';
import { correctCheckIn } from '../../src/usecases/correct-check-in';
import { startWorld, type World } from '../support/world';
import { briefContent, logContact } from './log-contact';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

async function logged(content: Partial<CheckInContent> = {}) {
  const program = await world.records.program({
    name: crypto.randomUUID(),
    channelId: crypto.randomUUID(),
  });
  const learner = await world.records.learner(program);
  const { checkInId } = await logContact(world, learner, content);
  const correct = (change: Partial<CheckInContent>, version = 1, correctorId = 'U0AOI') =>
    correctCheckIn(world.deps.context(), {
      workspaceId: program.workspaceId,
      correctorId,
      checkInId,
      version,
      content: { ...briefContent, ...content, ...change },
    });
  const state = async () => {
    const { db } = world.deps;
    const [row] = await db.select().from(checkIns).where(eq(checkIns.id, checkInId));
    const [now] = await db.select().from(learners).where(eq(learners.id, learner.id));
    const history = await db
      .select()
      .from(checkInCorrections)
      .where(eq(checkInCorrections.checkInId, checkInId))
      .orderBy(checkInCorrections.version);
    return { row, now, history };
  };
  return { learner, checkInId, correct, state };
}

describe('correctCheckIn', () => {
  it('writes nothing when nothing was changed', async () => {
    const { correct, state, checkInId } = await logged({ note: '同じ', concerns: ['work'], studyHours: 2.5 });
    expect(await correct({})).toMatchObject({ repeated: true });
    const { row, history } = await state();
    expect(row).toMatchObject({ version: 1, note: '同じ' });
    expect(history).toEqual([]);
    const audited = await world.deps.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, checkInId));
    expect(audited).toHaveLength(1);
  });

  it('keeps every version, oldest first', async () => {
    const { correct, state } = await logged({ note: '一' });
    await correct({ note: '二' });
    await correct({ note: '三' }, 2, 'U0LEAD');
    const { row, history } = await state();
    expect(row).toMatchObject({ note: '三', version: 3, authorId: 'U0AOI' });
    expect(history.map(({ before, correctedBy }) => [before.note, correctedBy])).toEqual([
      ['一', 'U0AOI'],
      ['二', 'U0LEAD'],
    ]);
  });

  it('works out anew what follows from the day, the outcome and the unit', async () => {
    const { correct, state } = await logged({ unit: '配列' });
    await correct({ contactedOn: '2026-11-19', outcome: 'sent', unit: '関数' });
    expect((await state()).now).toMatchObject({
      lastContactOn: '2026-11-19',
      dueOn: '2026-11-24',
      awaitingReplySince: '2026-11-19',
      unit: '関数',
    });
  });

  it('lets one of two who correct the same version at once through', async () => {
    const { correct, state } = await logged();
    const results = await Promise.allSettled([correct({ note: '甲' }), correct({ note: '乙' }, 1, 'U0LEAD')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'changedMeanwhile' },
    });
    expect((await state()).history).toHaveLength(1);
  });

  it.each([
    ['somebody who is neither author nor lead', { note: '他人' }, 'U0MORI', 'notYourCheckIn'],
    ['a stranger', { note: '他人' }, 'U0GUEST', 'checkInGone'],
    ['a day to come', { contactedOn: '2026-11-25' }, 'U0AOI', 'contactInFuture'],
    ['a day long before the course', { contactedOn: '2026-08-01' }, 'U0AOI', 'contactBeforeCourse'],
  ])('refuses %s', async (_, change, correctorId, code) => {
    const { correct, state } = await logged();
    await expect(correct(change, 1, correctorId)).rejects.toMatchObject({ code });
    expect((await state()).history).toEqual([]);
  });
});
