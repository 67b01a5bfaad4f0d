import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { hasRedis, removeData, startFastPostgres, startRedis, type TestServer } from './servers';

export interface OwnServer extends TestServer {
  /** Stops the server and starts it again at the same address. */
  restart(): Promise<void>;
}

export interface OwnRedis extends OwnServer {
  /** Forgets everything (FLUSHALL). */
  flushAll(): Promise<void>;
}

/** A PostgreSQL for one test that restarts it; its data outlive a restart. It has no schema yet. */
export async function startOwnPostgres(): Promise<OwnServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'banso-own-'));
  let server = await startFastPostgres(dataDir);
  const { url } = server;
  return {
    url,
    async restart() {
      await server.stop();
      server = await startFastPostgres(dataDir, Number(new URL(url).port));
    },
    async stop() {
      await server.stop();
      removeData(dataDir, server);
    },
  };
}

/** A Redis for one test that flushes or restarts it (a restart forgets everything); null when there is none. */
export async function startOwnRedis(): Promise<OwnRedis | null> {
  if (!hasRedis()) return null;
  let server = await startRedis();
  const { url } = server;
  return {
    url,
    async restart() {
      await server.stop();
      server = await startRedis(Number(new URL(url).port));
    },
    stop: () => server.stop(),
    async flushAll() {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
  };
}
