import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Place } from './place';
import { isAlive, stopServer } from './process';

/** The port of the server that another running Banso keeps in this place; undefined when there is none. */
export function portInUse(place: Place): number | undefined {
  const lock = lockOf(place);
  const pid = readPid(lock);
  if (pid === undefined || !isServerOf(pid, place.cluster) || ownerOf(place) === undefined) return undefined;
  const port = Number(readFileSync(lock, 'utf8').split('\n')[portLine]);
  return port > 0 ? port : undefined;
}

/**
 * Clears the way for a start: a server that outlived its process is stopped, and the lock file of one that died
 * is removed.
 * @throws Error when the server belongs to another running Banso.
 */
export async function clearLeftover(place: Place): Promise<void> {
  const lock = lockOf(place);
  const pid = readPid(lock);
  if (pid === undefined) return;
  if (isServerOf(pid, place.cluster)) {
    refuseWhenOwned(place);
    await stopServer(pid);
  }
  rmSync(lock, { force: true });
}

/** PostgreSQL writes its port on the fourth line of the file. */
const portLine = 3;

function lockOf(place: Place): string {
  return path.join(place.cluster, 'postmaster.pid');
}

/** The process id on the first line of a file; undefined when there is none. */
function readPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return pid > 0 ? pid : undefined;
}

/** The other process that runs on this database; undefined when there is none. */
function ownerOf(place: Place): number | undefined {
  const owner = readPid(place.ownerFile);
  return owner === undefined || owner === process.pid || !isAlive(owner) ? undefined : owner;
}

function refuseWhenOwned(place: Place): void {
  const owner = ownerOf(place);
  if (owner === undefined) return;
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
