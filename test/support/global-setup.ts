import { writeSync } from 'node:fs';
import { Client } from 'pg';
import { migrate } from '../../src/db/migrate';
import { migrateQueue } from '../../src/jobs/queue';
import { TEMPLATE } from './database';
import { hasRedis, startPostgres, startRedis, type TestServer } from './servers';

declare global {
  var testServers: TestServer[] | undefined;
}

/**
 * Once per run: one PostgreSQL with a migrated template database, and one Redis if the machine has it. Tests
 * find them through TEST_DATABASE_URL and TEST_REDIS_URL.
 */
export default async function globalSetup(): Promise<void> {
  const postgres = await startPostgres();
  globalThis.testServers = [postgres];
  process.env.TEST_DATABASE_URL = postgres.url;
  await createTemplate(postgres.url);
  delete process.env.TEST_REDIS_URL;
  if (!hasRedis()) {
    writeSync(2, '\nNo redis-server on this machine: the Redis half of the queue tests is left out.\n');
    return;
  }
  const redis = await startRedis();
  globalThis.testServers.push(redis);
  process.env.TEST_REDIS_URL = redis.url;
}

async function createTemplate(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const template = new URL(url);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
  await migrateQueue(template.href);
}
