import { Pool } from 'pg';
import { type Database, openDatabase } from '../../src/db/client';
import { fakeClock } from '../support/clock';
import { createTestDatabase } from '../support/database';
import { createRecords } from '../support/records';
import { workspaceSeed } from '../support/workspace';

/** A program with a learner and her check-in. */
export type Tenant = Awaited<ReturnType<typeof createTenant>>;

export interface TwoWorkspaces {
  db: Database;
  pool: Pool;
  /** The workspace that asks. */
  own: Tenant;
  /** Another one, with the same people, channel, names and keys; all its texts say `T0OTHER`. */
  other: Tenant;
  close(): Promise<void>;
}

const clock = fakeClock('2026-11-24T00:00:00Z');

export async function openTwoWorkspaces(): Promise<TwoWorkspaces> {
  const database = await createTestDatabase();
  const pool = new Pool({ connectionString: database.url });
  const db = openDatabase(pool);
  const own = await createTenant(db, 'T0OWN');
  const other = await createTenant(db, 'T0OTHER');
  const close = async () => {
    await pool.end();
    await database.release();
  };
  return { db, pool, own, other, close };
}

async function createTenant(db: Database, workspaceId: string) {
  const records = createRecords(db, clock, workspaceId);
  for (const { id, name } of workspaceSeed.users)
    await records.member(id, { name: `${name} ${workspaceId}` });
  const program = await records.program();
  const learner = await records.learner(program, {
    name: '佐藤 花子',
    reading: 'さとう はなこ',
    slackUserId: 'U0HANA',
    goal: workspaceId,
    unit: workspaceId,
    plannedOn: '2026-11-24',
    plannedBy: 'U0AOI',
    planReason: workspaceId,
    watching: true,
    dueReason: 'planned',
    floorOn: '2026-11-24',
    awaitingReplySince: '2026-11-20',
  });
  const checkIn = await records.checkIn(learner, {
    submissionKey: 'V1',
    note: workspaceId,
    unit: workspaceId,
    learnerWords: workspaceId,
    shareAsWin: true,
    concerns: ['time'],
  });
  return { workspaceId, programId: program.programId, records, program, learner, checkIn };
}
