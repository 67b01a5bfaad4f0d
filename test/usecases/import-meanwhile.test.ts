import { eq, sql } from 'drizzle-orm';
import type { Queryable } from '../../src/db/client';
import { touchLists } from '../../src/db/deliveries';
import { checkIns, deliveries, deliveryLearners, learners } from '../../src/db/schema';
import { sqlStateOf } from '../../src/db/sql-state';
import type { Roster } from '../../src/domain/roster';
import type { ProgramScope } from '../../src/domain/scope';
import { readRoster } from '../../src/roster/read';
import { importRoster } from '../../src/usecases/import-roster';
import { bytes, rosterText } from '../roster/roster-text';
import { somebodyWaits } from '../support/waiting';
import { addSampleProgram, now, openTestWorkspace, type TestWorkspace } from './sample-program';

let workspace: TestWorkspace;
let scope: ProgramScope;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  scope = await addSampleProgram(workspace);
});
afterEach(() => workspace.close());

const roster = (...rows: Record<string, string>[]) => readRoster(bytes(rosterText(...rows)));
const importIt = (file: Roster) =>
  importRoster(workspace.contextAt(now), scope, file, { people: [], actorId: null });

/** A due list that is posted, with these learners. */
async function postList(learnerIds: readonly string[]): Promise<void> {
  const [list] = await workspace.db
    .insert(deliveries)
    .values({
      workspaceId: scope.workspaceId,
      kind: 'reminder',
      dedupeKey: 'U0AOI',
      recipient: 'U0AOI',
      onDate: '2026-11-24',
      status: 'sent',
      channelId: 'D0AOI',
      ts: '1.1',
      sentAt: now,
      runAt: now,
      createdAt: now,
    })
    .returning();
  if (!list) throw new Error('list: expected a row');
  await workspace.db.insert(deliveryLearners).values(
    learnerIds.map((learnerId, position) => ({
      workspaceId: scope.workspaceId,
      deliveryId: list.id,
      learnerId,
      position,
      dueOn: '2026-11-24',
    })),
  );
}

async function learnerNamed(name: string) {
  const [found] = await workspace.db.select().from(learners).where(eq(learners.name, name));
  if (!found) throw new Error(`learner: expected ${name}`);
  return found;
}

/** Logs a contact as a check-in does, and lets an import begin while the learner is locked. */
async function logDuring(
  learner: typeof learners.$inferSelect,
  file: Roster,
  log: (db: Queryable) => Promise<unknown>,
) {
  let importing: Promise<unknown> = Promise.resolve();
  const logging = workspace.db.transaction(async (db) => {
    await db.select().from(learners).where(eq(learners.id, learner.id)).for('update');
    importing = importIt(file);
    await somebodyWaits(workspace.db);
    await log(db);
  });
  const failure = await logging.then(() => null, sqlStateOf);
  return { failure, imported: await importing };
}

test('holds no list while it waits for a learner, in whatever batch she is', async () => {
  const rows = Array.from({ length: 1001 }, (_, index) => ({ name: `Learner ${index}`, companion: 'U0AOI' }));
  await importIt(roster(...rows));
  const first = await learnerNamed('Learner 0');
  const last = await learnerNamed('Learner 1000');
  await postList([first.id, last.id]);
  const changed = roster(...rows.map((row) => ({ ...row, goal: 'QA' })));
  const result = await logDuring(last, changed, async (db) => {
    // Whoever gave up waiting here would have been part of a deadlock.
    await db.execute(sql`set local lock_timeout = '300ms'`);
    await touchLists(db, scope, [last.id]);
  });
  expect(result).toEqual({
    failure: null,
    imported: { kind: 'imported', added: 0, changed: 1001, unchanged: 0 },
  });
  const lists = await workspace.db.select().from(deliveries);
  expect(lists.map(({ wantedRevision }) => wantedRevision)).toEqual([2]);
});

test('keeps the unit that a check-in tells while it waits for the learner', async () => {
  await importIt(roster({ name: 'Aya', unit: 'HTML' }));
  const aya = await learnerNamed('Aya');
  const { failure } = await logDuring(aya, roster({ name: 'Aya', unit: 'CSS', goal: 'QA' }), async (db) => {
    await db.insert(checkIns).values({
      ...scope,
      learnerId: aya.id,
      authorId: 'U0AOI',
      contactedOn: '2026-11-20',
      outcome: 'talked',
      unit: 'Git',
      counts: true,
      submissionKey: 'V1',
      createdAt: now,
    });
    await db.update(learners).set({ unit: 'Git' }).where(eq(learners.id, aya.id));
  });
  expect(failure).toBeNull();
  expect(await learnerNamed('Aya')).toMatchObject({ unit: 'Git', goal: 'QA' });
});
