import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { type Account, serverAccount } from './embedded/account';
import { ensureCluster, readPassword, SUPERUSER, serverEnvironment } from './embedded/cluster';
import { clearLeftover, portInUse } from './embedded/leftover';
import { type Place, prepare } from './embedded/place';
import { signalProcess, stopServer, tieToThisProcess, until } from './embedded/process';

export interface EmbeddedOptions {
  /** Folder for the data; created when missing, kept when stopped. */
  dataDir: string;
  /** TCP port on 127.0.0.1; a free one by default. */
  port?: number;
  /** More arguments for `postgres`, for example `['-c', 'fsync=off']`. */
  flags?: readonly string[];
  /** Joins the server of another running Banso, and leaves it running, instead of being refused. */
  share?: boolean;
}

export interface EmbeddedServer {
  /** Connection string of the database `postgres`, as superuser. */
  url: string;
  /** Where the data really is: `dataDir`, unless the server's account can't reach that. */
  home: string;
  /** Shuts the server down and waits for its end; open transactions are rolled back. May be called twice. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;

/**
 * Starts a real PostgreSQL of our own (DESIGN.md 5, "Embedded default") and waits until it accepts connections.
 * It listens on 127.0.0.1 only. Signals of the terminal don't reach it, so that the application closes first and
 * calls `stop`; it also ends when this process ends in any other way.
 * @throws Error that says where and why it did not start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = path.resolve(options.dataDir);
  const account = serverAccount(path.join(dataDir, 'cluster'));
  const place = prepare(dataDir, account);
  const shared = options.share ? portInUse(place) : undefined;
  if (shared !== undefined) return { url: urlOf(place, shared), home: place.home, stop: async () => {} };
  ensureCluster(place, account);
  await clearLeftover(place);
  const port = options.port ?? (await freePort());
  const pid = await launch(place, account, port, options.flags ?? []);
  writeFileSync(place.ownerFile, `${process.pid}\n`);
  return {
    url: urlOf(place, port),
    home: place.home,
    stop: stopOnce(pid),
  };
}

function urlOf(place: Place, port: number): string {
  return `postgres://${SUPERUSER}:${readPassword(place)}@127.0.0.1:${port}/postgres`;
}

/**
 * Ports from which systems don't take those of outgoing connections. On one of theirs, a client that keeps trying
 * to reach a server which restarts may end up connected to itself, and the server never gets its port back.
 */
const listening = { first: 20_000, last: 31_999 };

/** A TCP port on 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = randomInt(listening.first, listening.last + 1);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${listening.first} to ${listening.last} is free on 127.0.0.1.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function launch(
  place: Place,
  account: Account | undefined,
  port: number,
  flags: readonly string[],
): Promise<number> {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const args = ['-D', place.cluster, '-p', String(port), ...settings.flatMap((it) => ['-c', it]), ...flags];
  const log = openSync(place.log, 'w');
  const child = spawn(path.join(place.binaries, 'bin', 'postgres'), args, {
    ...account,
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.once('error', () => undefined);
  child.unref();
  const { pid } = child;
  const ready = () => readFileSync(place.log, 'utf8').includes('ready to accept connections');
  const ended = () => pid === undefined || child.exitCode !== null || child.signalCode !== null;
  await until(() => ended() || ready(), START_TIMEOUT_MS);
  if (pid !== undefined && !ended() && ready()) return pid;
  if (pid !== undefined) await stopServer(pid);
  throw new Error(`PostgreSQL did not start in ${place.home}: ${lastWords(place.log)}`);
}

function stopOnce(pid: number): () => Promise<void> {
  const untie = tieToThisProcess(pid);
  const stopWithProcess = () => signalProcess(pid, 'SIGINT');
  process.once('exit', stopWithProcess);
  let stopping: Promise<void> | undefined;
  return () => {
    process.off('exit', stopWithProcess);
    stopping ??= stopServer(pid).then(untie);
    return stopping;
  };
}

function lastWords(log: string): string {
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  return lines.slice(-5).join(' | ') || 'it said nothing';
}
