import { Client } from 'pg';
import { ids } from '../../../src/slack/ids';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { checkInsOf, type Desk, openCheckIn, startDesk } from './desk';

let database: TestDatabase;
let desk: Desk;
beforeEach(async () => {
  database = await createTestDatabase();
  // The lock, not the person's patience, shall be what gives up.
  desk = await startDesk({ databaseUrl: database.url, waits: { savingMs: 10_000 } });
});
afterEach(async () => {
  await desk.close();
  await database.release();
});

test('a learner whom an import holds is not saved, and keeps no connection waiting', async () => {
  const learner = await desk.records.learner(desk.program, { name: '山口 翼' });
  await openCheckIn(desk, 'U0AOI', '山口');
  const importer = new Client(database.url);
  await importer.connect();
  await importer.query(`begin; select 1 from learners for update`);
  const aoi = desk.slack.as('U0AOI');
  try {
    const { errors } = await aoi.submit({ [ids.blocks.outcome]: 'sent' });
    expect(errors).toEqual({
      [ids.blocks.outcome]: expect.stringContaining('ただいま保存できませんでした。'),
    });
    expect(desk.logged()).toContain('"code":"55P03"');
    const { rows } = await importer.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(rows).toEqual([]);
  } finally {
    await importer.end();
  }
  expect(await aoi.submit()).toEqual({ sent: true });
  expect(await checkInsOf(desk, learner.id)).toHaveLength(1);
});
