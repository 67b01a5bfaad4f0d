import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The operating-system account that runs the server. */
export interface Account {
  uid: number;
  gid: number;
}

const SERVER_USER = 'postgres';
const LAST_RESORT = 'nobody';

/**
 * The account to run PostgreSQL as: `undefined` means our own. PostgreSQL refuses to run as root, so as root
 * this is the owner of an existing `cluster`, else the `postgres` user, which is created when the machine has
 * none (`nobody` when it can't be).
 * @throws Error when no such account can be found.
 */
export function serverAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = ownerOf(cluster) ?? lookUp(SERVER_USER) ?? createUser() ?? lookUp(LAST_RESORT);
  if (account) return account;
  throw new Error(
    `PostgreSQL cannot run as root, and the user "${SERVER_USER}" could not be created. ` +
      'Run as another user, or set DATABASE_URL.',
  );
}

/** Whether `account` may read (or, for a folder, enter) `path`: the system is asked, as that account. */
export function canReach(account: Account | undefined, path: string): boolean {
  if (!account) return true;
  const probe = spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', path], {
    ...account,
    cwd: '/',
  });
  return probe.status === 0;
}

function ownerOf(folder: string): Account | undefined {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats && stats.uid !== 0 ? { uid: stats.uid, gid: stats.gid } : undefined;
}

function createUser(): Account | undefined {
  spawnSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', SERVER_USER]);
  return lookUp(SERVER_USER);
}

function lookUp(user: string): Account | undefined {
  const uid = id('-u', user);
  const gid = id('-g', user);
  return uid && gid ? { uid, gid } : undefined;
}

function id(flag: '-u' | '-g', user: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}
