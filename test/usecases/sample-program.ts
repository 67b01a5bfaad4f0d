import { Pool } from 'pg';
import { type Database, openDatabase } from '../../src/db/client';
import type { Person } from '../../src/domain/roster';
import type { ProgramScope } from '../../src/domain/scope';
import { addProgram, type NewProgram } from '../../src/usecases/add-program';
import type { Context } from '../../src/usecases/context';
import { createTestDatabase } from '../support/database';

/** Monday, 23 November 2026, 10:00 in Tokyo: Labour Thanksgiving Day. */
export const now = new Date('2026-11-23T01:00:00Z');

const supporters = ['U0LEAD1', 'U0LEAD2', 'U0AOI', 'U0HARA', 'U0MORI', 'U0SEKI', 'U0LEE', 'U0KUDO'];

/** The sample rosters' mentors and advisors. */
export const careTeam: Person[] = ['U0MENT1', 'U0MENT2', 'U0MENT3', 'U0ADV1', 'U0ADV2'].map(person);

/** The program whose supporters the sample rosters name. */
export const sampleProgram: NewProgram = {
  workspace: { id: 'T0BANSO', name: 'Banso practice' },
  name: 'Web 26',
  channelId: 'C0TEAM',
  zone: 'Asia/Tokyo',
  locale: 'ja',
  country: 'JP',
  digestAt: '09:00',
  contactsPerWeek: 2,
  floorDays: 7,
  people: supporters.map((userId) => ({
    ...person(userId),
    role: userId.startsWith('U0LEAD') ? ('lead' as const) : ('supporter' as const),
  })),
};

export function person(userId: string): Person {
  const zone = userId === 'U0KUDO' ? 'America/Los_Angeles' : 'Asia/Tokyo';
  return { userId, name: userId.slice(2), zone, locale: 'ja' };
}

export interface TestWorkspace {
  db: Database;
  pool: Pool;
  url: string;
  contextAt(at: Date): Context;
  close(): Promise<void>;
}

export async function openTestWorkspace(): Promise<TestWorkspace> {
  const { url, release } = await createTestDatabase();
  const pool = new Pool({ connectionString: url });
  const db = openDatabase(pool);
  return {
    db,
    pool,
    url,
    contextAt: (at) => ({ db, now: at, enqueue: async () => undefined }),
    async close() {
      await pool.end();
      await release();
    },
  };
}

export async function addSampleProgram({ contextAt }: TestWorkspace): Promise<ProgramScope> {
  const result = await addProgram(contextAt(now), sampleProgram);
  if (result.kind !== 'added') throw new Error(`sample program: ${JSON.stringify(result)}`);
  return { workspaceId: sampleProgram.workspace.id, programId: result.programId };
}
