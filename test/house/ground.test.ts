import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns';
import { connect } from 'node:net';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { createTestDatabase } from '../support/database';
import { startOwnPostgres, startOwnRedis } from '../support/own-servers';
import { availableQueues, describeOnEachQueue } from '../support/queues';
import { hasRedis } from '../support/servers';

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
  it('shares nothing with another and disappears', async () => {
    const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await query(first.url, 'CREATE TABLE mine ()');
    await expect(query(second.url, 'SELECT FROM mine')).rejects.toThrow(/does not exist/);
    await Promise.all([first.drop(), second.drop()]);
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });

  it('is dropped although somebody is connected', async () => {
    const database = await createTestDatabase();
    const client = new Client(database.url).on('error', () => undefined);
    await client.connect();
    await database.drop();
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
