import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isAlive, until } from '../../src/db/embedded/process';

const root = path.resolve(__dirname, '../..');
const command = ['-r', path.join(root, 'test/support/typescript.js'), path.join(root, 'src/practice.ts')];

/** `npm run practice` as a process of its own, without npm and without a build. */
export interface PracticeProcess {
  child: ChildProcess;
  /** All that it wrote so far. */
  output(): string;
  /** Waits until it has written this. @throws Error when it ends or takes too long instead. */
  says(text: string): Promise<void>;
  /** Waits for its end. */
  ended(): Promise<{ code: number | null; output: string }>;
}

interface StartOptions {
  cwd: string;
  env?: Record<string, string>;
  /** A shell between us and the process, as npm has one. */
  throughShell?: boolean;
}

/** An empty folder to start in, whose `.data/practice` the database's own account can reach. */
export function practiceFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'banso-practice-'));
  chmodSync(folder, 0o755);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function startPracticeProcess(flags: string[], options: StartOptions): PracticeProcess {
  const { cwd, env = {}, throughShell = false } = options;
  const line = [...command, ...flags];
  const settings = { cwd, env: { ...process.env, NODE_ENV: 'development', ...env }, stdio: 'pipe' as const };
  const child = throughShell
    ? spawn('/bin/sh', ['-c', '"$@"; exit $?', 'sh', process.execPath, ...line], settings)
    : spawn(process.execPath, line, settings);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const closed = once(child, 'close');
  const running = () => child.exitCode === null && child.signalCode === null;
  return {
    child,
    output: () => output,
    says: async (text) => {
      await until(() => output.includes(text) || !running(), 20_000);
      if (!output.includes(text)) throw new Error(`expected "${text}" in:\n${output}`);
    },
    ended: async () => {
      await closed;
      return { code: child.exitCode, output };
    },
  };
}

/** The database server that runs on a folder's practice data; undefined when there is none. */
export function databasePid(folder: string): number | undefined {
  const file = path.join(folder, '.data/practice/cluster/postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return pid > 0 && isAlive(pid) ? pid : undefined;
}

/** A folder of its own for each test, and the practice processes that were started in it: they end with the test. */
export interface PracticeHome {
  cwd: string;
  start(flags?: string[], options?: Omit<StartOptions, 'cwd'>): PracticeProcess;
}

/** Call it where hooks are declared. */
export function givePracticeHome(): PracticeHome {
  let running: PracticeProcess[] = [];
  const home: PracticeHome = {
    cwd: '',
    start: (flags = [], options = {}) => {
      const practice = startPracticeProcess(flags, { cwd: home.cwd, ...options });
      running.push(practice);
      return practice;
    },
  };
  beforeEach(() => {
    home.cwd = practiceFolder();
    running = [];
  });
  afterEach(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await until(() => databasePid(home.cwd) === undefined, 10_000);
    removeFolder(home.cwd);
  });
  return home;
}
