import { sql } from 'drizzle-orm';
import { Pool } from 'pg';
import { openDatabase } from '../../src/db/client';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.release();
});

test('a transaction that cannot begin gives its connection back', async () => {
  const db = openDatabase(pool);
  pool.once('acquire', (client) => {
    jest.spyOn(client, 'query').mockImplementationOnce(() => Promise.reject(new Error('connection lost')));
  });
  await expect(db.transaction(async () => 'begun')).rejects.toThrow();
  expect(pool.idleCount).toBe(1);
  const { rows } = await db.transaction((unit) => unit.execute(sql`select 1 as one`));
  expect(rows).toEqual([{ one: 1 }]);
});
