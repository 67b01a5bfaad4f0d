import { spawn } from 'node:child_process';
import path from 'node:path';
import { UsageError } from './options';

/** The page on its way to being up to date. */
export interface PageBuild {
  /** @throws {UsageError} with what the build says, when it fails */
  done: Promise<void>;
  /** Ends it, if it goes on. */
  stop(): Promise<void>;
}

const root = path.resolve(__dirname, '../..');

/** Builds the page in a process of its own, while the database starts; nothing is done where nothing has changed. */
export function startPageBuild(): PageBuild {
  const script = path.join(root, 'scripts', 'build-practice.mjs');
  const child = spawn(process.execPath, [script, 'page'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const done = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new UsageError(`npm run practice: the page can't be built:\n${said.trim()}`));
    });
  });
  // Whoever waits for it is told; until then nobody needs to be.
  done.catch(() => undefined);
  return {
    done,
    stop: async () => {
      child.kill();
      await done.catch(() => undefined);
    },
  };
}
