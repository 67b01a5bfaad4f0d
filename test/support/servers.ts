import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedServer, freePort, startEmbedded } from '../../src/db/embedded';
import { tieToThisProcess } from '../../src/db/embedded/process';

export interface TestServer {
  url: string;
  stop(): Promise<void>;
}

/** Settings that trade safety after a power cut for speed. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'].concat([
  // Little is kept of what is written once: the data may lie in memory.
  'max_wal_size=256MB',
]);

const memory = '/dev/shm';
/** In bytes: all databases of a run at once, many times over. */
const roomInMemory = 4e9;

/** A PostgreSQL of its own in a folder that is removed when it stops; `more` are settings beside the fast ones. */
export async function startPostgres(more: readonly string[] = []): Promise<TestServer> {
  const dataDir = mkdtempSync(path.join(fastFolder(), 'banso-test-'));
  const server = await startFastPostgres(dataDir, { more });
  const stop = async () => {
    await server.stop();
    removeData(dataDir, server);
  };
  return { url: server.url, stop };
}

/**
 * In memory where there is room: each test copies a database of some hundred files and drops it, and ext4 looks long for an
 * inode where many were freed just now.
 */
function fastFolder(): string {
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > roomInMemory ? memory : tmpdir();
}

export function startFastPostgres(
  dataDir: string,
  { port, more = [] }: { port?: number; more?: readonly string[] } = {},
): Promise<EmbeddedServer> {
  const flags = [...FAST, ...more].flatMap((setting) => ['-c', setting]);
  return startEmbedded({ dataDir, flags, ...(port === undefined ? {} : { port }) });
}

export function removeData(dataDir: string, server: EmbeddedServer): void {
  for (const folder of [dataDir, server.home]) rmSync(folder, { recursive: true, force: true });
}

/** Whether a `redis-server` is on the PATH. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** A Redis of its own that keeps nothing on disk, on `port` or a free one. */
export async function startRedis(port?: number): Promise<TestServer> {
  const chosen = port ?? (await freePort());
  const args = ['--port', `${chosen}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', args, { stdio: 'ignore', detached: true, cwd: tmpdir() });
  child.unref();
  const untie = tieToThisProcess(child.pid ?? 0);
  await waitForPort(chosen, child);
  const stop = async () => {
    untie();
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { url: `redis://127.0.0.1:${chosen}`, stop };
}

async function waitForPort(port: number, server: ChildProcess): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await pause(20)) {
    if (server.exitCode !== null) break;
    if (await accepts(port)) return;
  }
  throw new Error(`redis-server did not start on port ${port} (exit code ${server.exitCode})`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (yes: boolean) => () => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', answer(true)).once('error', answer(false));
  });
}
