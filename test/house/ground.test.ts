import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns';
import { connect } from 'node:net';
import { Redis } from 'ioredis';
import { Client, type Pool } from 'pg';
import pino from 'pino';
import { openQueue } from '../../src/jobs/queue';
import { createTestDatabase } from '../support/database';
import { startOwnPostgres, startOwnRedis } from '../support/own-servers';
import { availableQueues, describeOnEachQueue } from '../support/queues';
import { hasRedis } from '../support/servers';

const someone = `INSERT INTO workspaces (id, name, created_at) VALUES ('T1', 'one', now())`;
const everyone = 'SELECT id FROM workspaces';

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  it('shares nothing with another', async () => {
    const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await query(first.url, someone);
    expect(await query(second.url, everyone)).toEqual([]);
    await Promise.all([first.release(), second.release()]);
  });

  it('is empty for whoever gets it next, its queue as well', async () => {
    const first = await createTestDatabase();
    await query(first.url, someone);
    const queue = openQueue({ redisUrl: null, databaseUrl: first.url, logger: pino({ level: 'silent' }) });
    await queue.keepSweeping(1000);
    await queue.close();
    expect(await query(first.url, 'SELECT FROM bullmq.job')).toHaveLength(1);
    await first.release();
    const next = await createTestDatabase();
    expect(next.url).toBe(first.url);
    expect(await query(next.url, everyone)).toEqual([]);
    expect(await query(next.url, `SELECT pg_relation_size('workspaces')::int AS bytes`)).toEqual([
      { bytes: 0 },
    ]);
    expect(await query(next.url, 'SELECT FROM bullmq.job')).toEqual([]);
    expect(await query(next.url, 'SELECT FROM drizzle.__drizzle_migrations')).not.toEqual([]);
    await next.release();
  });

  it('is left by whoever is still connected', async () => {
    const database = await createTestDatabase();
    const client = new Client(database.url).on('error', () => undefined);
    await client.connect();
    await database.release();
    await expect(client.query('SELECT 1')).rejects.toThrow();
  });

  it('lends its connections, also to the next test, but not to whoever has ended them', async () => {
    const silent = pino({ level: 'silent' });
    const backend = async (pool: Pool) => (await pool.query('SELECT pg_backend_pid() AS pid')).rows;
    const first = await createTestDatabase();
    const ended = first.connect(first.url, silent, { max: 1 });
    const before = await backend(ended);
    await ended.end();
    await first.release();
    const next = await createTestDatabase();
    const pool = next.connect(next.url, silent, { max: 1 });
    expect(await backend(pool)).toEqual(before);
    await expect(ended.query('SELECT 1')).rejects.toThrow('after calling end');
    await expect(ended.connect()).rejects.toThrow('after calling end');
    await pool.end();
    await next.release();
  });

  it.each([
    ['a table', 'CREATE TABLE mine ()'],
    ['a name that has come back', 'ALTER TABLE homes RENAME TO mine; ALTER TABLE mine RENAME TO homes'],
    [
      'a trigger',
      'CREATE TRIGGER mine BEFORE UPDATE ON homes EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    ],
    ['what the planner knows', `${someone}; ANALYZE workspaces`],
  ])('disappears once a test has changed more than rows: %s', async (_, change) => {
    const database = await createTestDatabase();
    await query(database.url, change);
    await database.release();
    await expect(query(database.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});

describe('a server of its own', () => {
  it('keeps Postgres data across a restart at the same address', async () => {
    const postgres = await startOwnPostgres();
    await query(postgres.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    await postgres.restart();
    expect(await query(postgres.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    await postgres.stop();
  });

  it('flushes Redis, where there is one', async () => {
    const redis = await startOwnRedis();
    expect(redis !== null).toBe(hasRedis());
    if (!redis) return;
    const client = new Redis(redis.url);
    await client.set('key', randomUUID());
    await redis.flushAll();
    expect(await client.get('key')).toBeNull();
    client.disconnect();
    await redis.stop();
  });
});

describeOnEachQueue('a suite', (queue) => {
  it('gets the queue in its name', () => {
    expect(expect.getState().currentTestName).toContain(`on ${queue.name}`);
    expect(availableQueues()).toContainEqual(queue);
  });
});

describe('the network', () => {
  it.each(['192.0.2.1', '2001:db8::1', 'slack.com'])('cannot be reached: %s', (host) => {
    expect(() => connect(443, host)).toThrow(/may only connect to this machine/);
    expect(() => connect({ port: 443, host })).toThrow(/may only connect to this machine/);
  });

  it('cannot be reached with fetch', async () => {
    const failure: unknown = await fetch('https://192.0.2.1/').catch((error: unknown) => error);
    expect(failure).toMatchObject({ cause: { message: expect.stringContaining('this machine') } });
  });

  it('is not asked for names', () => {
    expect(() => lookup('example.com', () => undefined)).toThrow(/may only connect/);
  });
});
