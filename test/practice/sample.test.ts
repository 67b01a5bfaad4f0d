import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import pino from 'pino';
import { type Database, openDatabase } from '../../src/db/client';
import { type ProgramWithRules, requireProgram } from '../../src/db/programs';
import {
  caseHelpers,
  caseMarks,
  cases,
  checkIns,
  learners,
  libraryEntries,
  members,
  programs,
  promises,
  supporters,
} from '../../src/db/schema';
import { openPool } from '../../src/deps';
import { addDays } from '../../src/domain/dates';
import { nextContactFor } from '../../src/domain/program-rules';
import { sampleLibrary } from '../../src/practice/sample/library/library';
import { loadSample } from '../../src/practice/sample/load-sample';
import { englishProgram, sampleProgram } from '../../src/practice/sample/workspace';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { englishBounds, expectVariety, japaneseBounds, standingsOf } from './standings';

/** A Tuesday after a holiday. */
const today = '2026-11-24';

let database: TestDatabase;
let pool: Pool;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, pino({ level: 'silent' }));
  db = openDatabase(pool);
  await loadSample({ db, now: new Date(`${today}T00:00:00Z`), enqueue: async () => undefined });
}, 60_000);

afterAll(async () => {
  await pool.end();
  await database.release();
});

/** What each program is expected to hold at the least. */
const japanese = {
  ...sampleProgram,
  learners: 120,
  supporters: 8,
  bounds: japaneseBounds,
  plans: 4,
  contacted: 101,
  checkIns: 1200,
  notes: 350,
  wins: 2,
  silences: 4,
  openPromises: 3,
  cases: 40,
  messages: { kept: 60, helped: 40 },
};
const english = {
  ...englishProgram,
  learners: 48,
  supporters: 5,
  bounds: englishBounds,
  plans: 4,
  contacted: 46,
  checkIns: 500,
  notes: 250,
  wins: 2,
  silences: 3,
  openPromises: 2,
  cases: 20,
  messages: { kept: 20, helped: 14 },
};

describe.each([japanese, english])('the sample program $name', (expected) => {
  let program: ProgramWithRules;

  beforeAll(async () => {
    const [found] = await db.select().from(programs).where(eq(programs.name, expected.name));
    if (!found) throw new Error(`sample: expected ${expected.name}`);
    program = await requireProgram(db, { workspaceId: found.workspaceId, programId: found.id });
  });

  const ownLearners = () => eq(learners.programId, program.id);
  const ownCheckIns = () => eq(checkIns.programId, program.id);
  const ownSupporters = () => eq(supporters.programId, program.id);

  it('has all its learners and supporters', async () => {
    expect(await db.$count(learners, ownLearners())).toBe(expected.learners);
    expect(await db.$count(supporters, ownSupporters())).toBe(expected.supporters);
  });

  it('has learners of every standing', async () => {
    const everybody = await db
      .select()
      .from(learners)
      .where(and(ownLearners(), eq(learners.status, 'active')));
    const stored = everybody.map(({ dueOn, floorOn, dueReason: reason }) => ({ dueOn, floorOn, reason }));
    expectVariety(standingsOf(stored, today, program.rules), expected.bounds);
  });

  it('gives each plan its reason', async () => {
    const planned = await db
      .select()
      .from(learners)
      .where(and(ownLearners(), eq(learners.dueReason, 'planned')));
    expect(planned.length).toBeGreaterThanOrEqual(expected.plans);
    for (const { planReason, plannedBy, companionId } of planned) {
      expect(planReason).toMatch(/./);
      expect(plannedBy).toBe(companionId);
    }
  });

  it('has its lists due at once', () => {
    expect(program.nextDigestAt.getTime()).toBeLessThan(Date.parse(`${today}T00:00:00Z`));
  });

  it('stores the due days that its check-ins ask for', async () => {
    const everybody = await db
      .select()
      .from(learners)
      .where(and(ownLearners(), isNotNull(learners.lastContactOn)));
    expect(everybody.length).toBeGreaterThanOrEqual(expected.contacted);
    for (const learner of everybody) {
      const { name, dueOn, floorOn, dueReason: reason } = learner;
      const next = nextContactFor(program.rules, { ...learner, pauses: [] }, today);
      expect({ name, ...next }).toEqual({ name, dueOn, floorOn, reason });
    }
  });

  it('shares no words twice within ten days', async () => {
    const wins = await db
      .select({ words: checkIns.learnerWords, on: checkIns.contactedOn })
      .from(checkIns)
      .where(and(ownCheckIns(), eq(checkIns.shareAsWin, true)))
      .orderBy(checkIns.contactedOn);
    expect(wins.length).toBeGreaterThan(20);
    const again = wins.filter(({ words, on }, at) =>
      wins.slice(at + 1).some((later) => later.words === words && later.on <= addDays(on, 10)),
    );
    expect(again).toEqual([]);
  });

  it('has ten weeks of words behind it, nothing of today or later', async () => {
    const all = await db.select().from(checkIns).where(ownCheckIns()).orderBy(checkIns.contactedOn);
    expect(all.length).toBeGreaterThan(expected.checkIns);
    expect(all.at(0)?.contactedOn).toBe('2026-09-15');
    expect(all.at(-1)?.contactedOn).toBe('2026-11-23');
    expect(new Set(all.map(({ note }) => note)).size).toBeGreaterThan(expected.notes);
  });

  it('is written by its own team, in its own language', async () => {
    const team = await db.select({ id: supporters.userId }).from(supporters).where(ownSupporters());
    const ids = team.map(({ id }) => id);
    const all = await db.select().from(checkIns).where(ownCheckIns());
    for (const { note, authorId } of all) {
      expect(ids).toContain(authorId);
      expect({ note, japanese: /[\p{Script=Hiragana}\p{Script=Han}]/u.test(note) }).toEqual({
        note,
        japanese: expected.locale === 'ja',
      });
    }
  });

  it('has wins to read of since the last working day', async () => {
    const wins = await db
      .select()
      .from(checkIns)
      .where(and(ownCheckIns(), eq(checkIns.shareAsWin, true), sql`${checkIns.contactedOn} >= '2026-11-20'`));
    expect(wins.length).toBeGreaterThanOrEqual(expected.wins);
    expect(wins.filter(({ learnerWords }) => learnerWords === '')).toEqual([]);
  });

  it('has silences', async () => {
    const silences = and(
      ownLearners(),
      eq(learners.status, 'active'),
      sql`${learners.awaitingReplySince} < '2026-11-17'`,
    );
    expect(await db.$count(learners, silences)).toBeGreaterThanOrEqual(expected.silences);
  });

  it('has cases by its own team, who thank others and whom others thank', async () => {
    const team = await db.select({ id: supporters.userId }).from(supporters).where(ownSupporters());
    const ids = team.map(({ id }) => id);
    const all = await db.select().from(cases).where(eq(cases.programId, program.id));
    expect(all).toHaveLength(expected.cases);
    expect(new Set(all.map(({ authorId }) => authorId))).toEqual(new Set(ids));
    for (const { id, authorId, helpedCount, closedOn } of all) {
      const helpers = await db.select().from(caseHelpers).where(eq(caseHelpers.caseId, id));
      const marks = await db.select().from(caseMarks).where(eq(caseMarks.caseId, id));
      expect(helpers.length).toBeGreaterThanOrEqual(2);
      expect(marks).toHaveLength(helpedCount);
      const others = [...helpers.map(({ userId }) => userId), ...marks.map(({ markedBy }) => markedBy)];
      expect(others.filter((userId) => userId === authorId || !ids.includes(userId))).toEqual([]);
      const late = marks.filter(({ markedAt }) => markedAt >= new Date(`${today}T00:00:00Z`));
      expect({ closedOn, late }).toEqual({ closedOn, late: [] });
    }
  });

  it('keeps its messages with check-ins of their unit, and shelves those that worked', async () => {
    const kept = await db
      .select()
      .from(checkIns)
      .where(and(ownCheckIns(), sql`${checkIns.sentText} <> ''`));
    expect(kept.length).toBe(expected.messages.kept);
    expect(new Set(kept.map(({ learnerId }) => learnerId)).size).toBeGreaterThan(kept.length / 3);
    const written = sampleLibrary[expected.locale].messages;
    for (const { note, unit, learnerWords, sentTextHelped } of kept) {
      const message = written.find(({ situation }) => situation === note);
      expect({ unit, learnerWords, sentTextHelped }).toEqual({
        unit: message?.unit,
        learnerWords: message?.reaction,
        sentTextHelped: message?.helped,
      });
    }
    const shelved = await db.select().from(libraryEntries).where(eq(libraryEntries.programId, program.id));
    const ofKind = (kind: string) => shelved.filter((entry) => entry.kind === kind);
    expect(ofKind('case')).toHaveLength(expected.cases);
    const helped = kept.filter(({ sentTextHelped }) => sentTextHelped).map(({ id }) => id);
    expect(helped).toHaveLength(expected.messages.helped);
    expect(new Set(ofKind('message').map(({ sourceId }) => sourceId))).toEqual(new Set(helped));
    const wins = ofKind('win').map(({ body }) => body);
    expect(wins.length).toBeGreaterThan(10);
    expect(new Set(wins).size).toBe(wins.length);
  });

  it('has promises that come due, and older ones that were kept', async () => {
    const all = await db.select().from(promises).where(eq(promises.programId, program.id));
    const open = all.filter(({ keptAt }) => keptAt === null);
    expect(open.length).toBeGreaterThanOrEqual(expected.openPromises);
    expect(open.filter(({ dueOn }) => dueOn < '2026-11-23')).toEqual([]);
    expect(all.length).toBeGreaterThan(open.length);
  });
});

describe('the two teams', () => {
  it('share nobody', async () => {
    const everybody = await db.select({ userId: supporters.userId }).from(supporters);
    expect(new Set(everybody.map(({ userId }) => userId)).size).toBe(everybody.length);
  });

  it('read their own language, wherever they live', async () => {
    const english = await db
      .select({ zone: members.zone, locale: members.locale })
      .from(supporters)
      .innerJoin(members, eq(members.userId, supporters.userId))
      .innerJoin(programs, eq(programs.id, supporters.programId))
      .where(eq(programs.locale, 'en'));
    expect(new Set(english.map(({ locale }) => locale))).toEqual(new Set(['en']));
    expect(new Set(english.map(({ zone }) => zone))).toEqual(
      new Set(['Asia/Tokyo', 'Asia/Singapore', 'Europe/London', 'America/Los_Angeles']),
    );
  });

  it('leave learners without a companion in the English program alone', async () => {
    const uncovered = await db
      .select({ name: learners.name, program: programs.name })
      .from(learners)
      .innerJoin(programs, eq(programs.id, learners.programId))
      .where(isNull(learners.companionId))
      .orderBy(learners.name);
    expect(uncovered).toEqual([
      { name: 'Priya Okafor', program: englishProgram.name },
      { name: 'Zofia Kowalski', program: englishProgram.name },
    ]);
  });
});
