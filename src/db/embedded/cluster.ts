import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account';
import type { Place } from './place';

/** The database superuser of an embedded server. */
export const SUPERUSER = 'banso';

/**
 * Creates the cluster when there is none: UTF-8, sorted and folded by the built-in C.UTF-8 locale, so that it is
 * the same on every machine. Work goes on under another name until it is complete.
 * @throws Error with initdb's own words when it fails.
 */
export function ensureCluster(place: Place, account: Account | undefined): void {
  if (existsSync(place.cluster)) return;
  const unfinished = `${place.cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(place.passwordFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  if (account) {
    chownSync(unfinished, account.uid, account.gid);
    chownSync(place.passwordFile, account.uid, account.gid);
  }
  runInitdb(place, unfinished, account);
  renameSync(unfinished, place.cluster);
}

/** The password that was made up when the cluster was created. */
export function readPassword(place: Place): string {
  return readFileSync(place.passwordFile, 'utf8').trim();
}

/** Our environment without settings of PostgreSQL clients and servers, which would leak into this one. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

function runInitdb(place: Place, cluster: string, account: Account | undefined): void {
  const args = [
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${place.passwordFile}`,
    '--auth=password',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  const initdb = path.join(place.binaries, 'bin', 'initdb');
  const run = spawnSync(initdb, args, { ...account, cwd: '/', env: serverEnvironment(), encoding: 'utf8' });
  if (run.status === 0) return;
  const reason = run.error?.message ?? (run.stderr.trim() || `exit code ${run.status}`);
  throw new Error(`PostgreSQL could not be set up in ${place.home}: ${reason}`);
}
