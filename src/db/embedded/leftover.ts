import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Place } from './place';
import { isAlive, stopServer } from './process';

/**
 * Clears the way for a start: a server that outlived its process is stopped, and the lock file of one that died
 * is removed.
 * @throws Error when the server belongs to another running Banso.
 */
export async function clearLeftover(place: Place): Promise<void> {
  const lock = path.join(place.cluster, 'postmaster.pid');
  const pid = readPid(lock);
  if (pid === undefined) return;
  if (isServerOf(pid, place.cluster)) {
    refuseWhenOwned(place);
    await stopServer(pid);
  }
  rmSync(lock, { force: true });
}

/** The process id on the first line of a file; undefined when there is none. */
export function readPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return pid > 0 ? pid : undefined;
}

function refuseWhenOwned(place: Place): void {
  const owner = readPid(place.ownerFile);
  if (owner === undefined || owner === process.pid || !isAlive(owner)) return;
  throw new Error(
    `The database in ${place.home} is in use by another running Banso (process ${owner}). ` +
      'Stop that one first, or set DATABASE_URL to share a database.',
  );
}

/** Process ids are used again: only one that names this cluster on its command line is our server. */
function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  const commandLine = stdout || readCommandLine(pid);
  return commandLine.includes(cluster);
}

/** Slim containers come without `ps`. */
function readCommandLine(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\0', ' ') : '';
}
