import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import pino from 'pino';
import { type Database, openDatabase } from '../../src/db/client';
import { requireProgram } from '../../src/db/programs';
import { checkIns, learners, promises } from '../../src/db/schema';
import { openPool } from '../../src/deps';
import { contactStatus } from '../../src/domain/cadence';
import { addDays, type LocalDate } from '../../src/domain/dates';
import { nextContactFor } from '../../src/domain/program-rules';
import { loadSample } from '../../src/practice/sample/load-sample';
import { createTestDatabase } from '../support/database';

/** Loads the sample as of a day, nine in the morning in Tokyo, and looks at it. */
async function withSample<T>(today: LocalDate, look: (db: Database) => Promise<T>): Promise<T> {
  const database = await createTestDatabase();
  const pool = openPool(database.url, pino({ level: 'silent' }));
  const db = openDatabase(pool);
  try {
    await loadSample({ db, now: new Date(`${today}T00:00:00Z`), enqueue: async () => undefined });
    return await look(db);
  } finally {
    await pool.end();
    await database.drop();
  }
}

async function programIn(db: Database) {
  const [learner] = await db.select().from(learners).limit(1);
  if (!learner) throw new Error('sample: expected learners');
  return requireProgram(db, learner);
}

/** How many learners stand how on the day, and how many are watched over. */
async function standings(db: Database, today: LocalDate) {
  const { rules } = await programIn(db);
  const everybody = await db.select().from(learners).where(eq(learners.status, 'active'));
  const kinds = everybody.map(
    (next) => contactStatus({ today, next, isWorkingDay: rules.calendar.isWorkingDay }).kind,
  );
  const count = (kind: string) => kinds.filter((it) => it === kind).length;
  const quiet = everybody.filter(
    ({ dueReason, dueOn, planReason }) => dueReason === 'planned' && planReason && (dueOn ?? '') > today,
  );
  return {
    due: count('due'),
    overdue: count('overdue'),
    breached: count('breached'),
    upcoming: count('upcoming'),
    quiet: quiet.length,
  };
}

/** A Tuesday after a holiday, a Friday, a Monday in another year, and a Wednesday years ahead. */
const workingDays = ['2026-11-24', '2026-11-27', '2027-02-15', '2031-08-20'];

describe('the sample program', () => {
  it.each(workingDays)('has learners of every standing on %s', async (today) => {
    const { due, overdue, breached, upcoming, quiet } = await withSample(today, (db) => standings(db, today));
    expect(due).toBeGreaterThanOrEqual(8);
    expect(due).toBeLessThanOrEqual(65);
    for (const few of [overdue, breached, quiet]) expect(few).toBeGreaterThanOrEqual(2);
    expect(breached).toBeLessThanOrEqual(20);
    expect(upcoming).toBeGreaterThanOrEqual(20);
  });

  it('stores the due days that its check-ins ask for', async () => {
    await withSample('2026-11-24', async (db) => {
      const { rules } = await programIn(db);
      const everybody = await db.select().from(learners).where(isNotNull(learners.lastContactOn));
      expect(everybody.length).toBeGreaterThan(100);
      for (const learner of everybody) {
        const { dueOn, floorOn, reason } = nextContactFor(rules, { ...learner, pauses: [] }, '2026-11-24');
        expect({ name: learner.name, dueOn, floorOn, reason }).toEqual({
          name: learner.name,
          dueOn: learner.dueOn,
          floorOn: learner.floorOn,
          reason: learner.dueReason,
        });
      }
    });
  });

  it('has ten weeks of words behind it, nothing of today or later', async () => {
    await withSample('2026-11-24', async (db) => {
      const all = await db.select().from(checkIns).orderBy(asc(checkIns.contactedOn));
      expect(all.length).toBeGreaterThan(1200);
      expect(all.at(0)?.contactedOn).toBe('2026-09-15');
      expect(all.at(-1)?.contactedOn).toBe('2026-11-23');
      expect(new Set(all.map(({ note }) => note)).size).toBeGreaterThan(350);
      const yesterdaysWins = all.filter(
        ({ shareAsWin, contactedOn }) => shareAsWin && contactedOn >= '2026-11-20',
      );
      expect(yesterdaysWins.length).toBeGreaterThan(1);
      expect(yesterdaysWins.every(({ learnerWords }) => learnerWords !== '')).toBe(true);
    });
  });

  it('has silences, and promises that come due', async () => {
    await withSample('2026-11-24', async (db) => {
      const silent = await db
        .select()
        .from(learners)
        .where(and(eq(learners.status, 'active'), sql`${learners.awaitingReplySince} < '2026-11-17'`));
      expect(silent.length).toBeGreaterThan(3);
      const all = await db.select().from(promises);
      const open = all.filter(({ keptAt }) => keptAt === null);
      expect(open.length).toBeGreaterThan(2);
      expect(open.every(({ dueOn }) => dueOn >= addDays('2026-11-24', -1))).toBe(true);
      expect(all.length).toBeGreaterThan(open.length);
    });
  });
});
