import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import pino from 'pino';
import { type Database, openDatabase } from '../../src/db/client';
import { type ProgramWithRules, requireProgram } from '../../src/db/programs';
import { checkIns, learners, promises } from '../../src/db/schema';
import { openPool } from '../../src/deps';
import { nextContactFor } from '../../src/domain/program-rules';
import { loadSample } from '../../src/practice/sample/load-sample';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { expectVariety, standingsOf } from './standings';

/** A Tuesday after a holiday. */
const today = '2026-11-24';

let database: TestDatabase;
let pool: Pool;
let db: Database;
let program: ProgramWithRules;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, pino({ level: 'silent' }));
  db = openDatabase(pool);
  await loadSample({ db, now: new Date(`${today}T00:00:00Z`), enqueue: async () => undefined });
  const [learner] = await db.select().from(learners).limit(1);
  if (!learner) throw new Error('sample: expected learners');
  program = await requireProgram(db, learner);
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('the sample program', () => {
  it('has learners of every standing', async () => {
    const everybody = await db.select().from(learners).where(eq(learners.status, 'active'));
    const stored = everybody.map(({ dueOn, floorOn, dueReason: reason }) => ({ dueOn, floorOn, reason }));
    expectVariety(standingsOf(stored, today, program.rules));
  });

  it('gives each plan its reason', async () => {
    const planned = await db.select().from(learners).where(eq(learners.dueReason, 'planned'));
    expect(planned.length).toBeGreaterThan(3);
    for (const { planReason, plannedBy, companionId } of planned) {
      expect(planReason).toMatch(/./);
      expect(plannedBy).toBe(companionId);
    }
  });

  it('has its lists due at once', () => {
    expect(program.nextDigestAt.getTime()).toBeLessThan(Date.parse(`${today}T00:00:00Z`));
  });

  it('stores the due days that its check-ins ask for', async () => {
    const everybody = await db.select().from(learners).where(isNotNull(learners.lastContactOn));
    expect(everybody.length).toBeGreaterThan(100);
    for (const learner of everybody) {
      const { name, dueOn, floorOn, dueReason: reason } = learner;
      const next = nextContactFor(program.rules, { ...learner, pauses: [] }, today);
      expect({ name, ...next }).toEqual({ name, dueOn, floorOn, reason });
    }
  });

  it('has ten weeks of words behind it, nothing of today or later', async () => {
    const all = await db.select().from(checkIns).orderBy(checkIns.contactedOn);
    expect(all.length).toBeGreaterThan(1200);
    expect(all.at(0)?.contactedOn).toBe('2026-09-15');
    expect(all.at(-1)?.contactedOn).toBe('2026-11-23');
    expect(new Set(all.map(({ note }) => note)).size).toBeGreaterThan(350);
  });

  it('has wins to read of since the last working day', async () => {
    const wins = await db
      .select()
      .from(checkIns)
      .where(and(eq(checkIns.shareAsWin, true), sql`${checkIns.contactedOn} >= '2026-11-20'`));
    expect(wins.length).toBeGreaterThan(1);
    expect(wins.filter(({ learnerWords }) => learnerWords === '')).toEqual([]);
  });

  it('has silences', async () => {
    const silent = await db
      .select()
      .from(learners)
      .where(and(eq(learners.status, 'active'), sql`${learners.awaitingReplySince} < '2026-11-17'`));
    expect(silent.length).toBeGreaterThan(3);
  });

  it('has promises that come due, and older ones that were kept', async () => {
    const all = await db.select().from(promises);
    const open = all.filter(({ keptAt }) => keptAt === null);
    expect(open.length).toBeGreaterThan(2);
    expect(open.filter(({ dueOn }) => dueOn < '2026-11-23')).toEqual([]);
    expect(all.length).toBeGreaterThan(open.length);
  });
});
