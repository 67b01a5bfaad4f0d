import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Account, canReach } from './account';
import { copyBinaries, installedBinaries } from './binaries';

/** Where everything of one embedded server is. */
export interface Place {
  /** Folder of the whole: the cluster, the log and the password. */
  home: string;
  cluster: string;
  log: string;
  passwordFile: string;
  ownerFile: string;
  /** Folder with `bin`, `lib` and `share`. */
  binaries: string;
}

/** Where root keeps what the server's account cannot reach under the project, for example below /root. */
const SYSTEM_HOME = '/var/lib/banso';

/**
 * Chooses and prepares the folders of the server for `dataDir`. As root, a project whose folders are closed to
 * other accounts keeps its data in /var/lib/banso/<hash of dataDir>, and the binaries are copied beside it.
 */
export function prepare(dataDir: string, account: Account | undefined): Place {
  const home = prepareHome(path.resolve(dataDir), account);
  return {
    home,
    cluster: path.join(home, 'cluster'),
    log: path.join(home, 'postgres.log'),
    passwordFile: path.join(home, 'password'),
    ownerFile: path.join(home, 'owner.pid'),
    binaries: reachableBinaries(account),
  };
}

function prepareHome(dataDir: string, account: Account | undefined): string {
  makeFolder(dataDir, account);
  if (canReach(account, dataDir)) return dataDir;
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = path.join(openSystemHome(), key);
  makeFolder(home, account);
  return home;
}

function reachableBinaries(account: Account | undefined): string {
  const installed = installedBinaries();
  if (canReach(account, path.join(installed, 'bin', 'initdb'))) return installed;
  const version = createVersionKey(installed);
  return copyBinaries(installed, path.join(openSystemHome(), `postgres-${version}`));
}

function openSystemHome(): string {
  mkdirSync(SYSTEM_HOME, { recursive: true });
  chmodSync(SYSTEM_HOME, 0o755);
  return SYSTEM_HOME;
}

function makeFolder(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true });
  if (account) chownSync(folder, account.uid, account.gid);
}

function createVersionKey(binaries: string): string {
  const manifest: { version: string } = require(path.join(binaries, '..', 'package.json'));
  return manifest.version;
}
