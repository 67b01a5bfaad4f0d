import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
 * @throws Error when the folder belongs to somebody else.
 */
export function prepare(dataDir: string, account: Account | undefined): Place {
  const home = prepareHome(dataDir, account);
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
  const note = path.join(dataDir, 'moved-to');
  // Whoever removes the data folder wants to start over, wherever the data went.
  if (!existsSync(note)) rmSync(home, { recursive: true, force: true });
  makeFolder(home, account);
  writeFileSync(note, `${home}\n`);
  return home;
}

function reachableBinaries(account: Account | undefined): string {
  const installed = installedBinaries();
  if (canReach(account, path.join(installed, 'bin', 'initdb'))) return installed;
  return copyBinaries(installed, path.join(openSystemHome(), `postgres-${versionOf(installed)}`));
}

function openSystemHome(): string {
  mkdirSync(SYSTEM_HOME, { recursive: true });
  chmodSync(SYSTEM_HOME, 0o755);
  return SYSTEM_HOME;
}

function makeFolder(folder: string, account: Account | undefined): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (account) chownSync(folder, account.uid, account.gid);
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new Error(
      `The database folder ${folder} cannot be used by this account: remove it if another one made it, ` +
        'or set DATABASE_URL.',
      { cause },
    );
  }
}

function versionOf(binaries: string): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(path.join(binaries, '..', 'package.json'), 'utf8'),
  );
  return manifest.version;
}
