import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { hasRedis, removeData, startFastPostgres, startRedis, type TestServer } from './servers';

export interface OwnServer extends TestServer {
  /** Stops the server until it is resumed. */
  pause(): Promise<void>;
  /** Starts it again at the same address. */
  resume(): Promise<void>;
  /** Both, one after the other. */
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
  const pause = () => server.stop();
  const resume = async () => {
    server = await startFastPostgres(dataDir, { port: Number(new URL(url).port) });
  };
  return {
    url,
    pause,
    resume,
    restart: () => pause().then(resume),
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
  const pause = () => server.stop();
  const resume = async () => {
    server = await startRedis(Number(new URL(url).port));
  };
  return {
    url,
    pause,
    resume,
    restart: () => pause().then(resume),
    stop: () => server.stop(),
    async flushAll() {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
  };
}
