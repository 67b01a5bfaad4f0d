import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 20;

/** Waits until `condition` holds; false when `timeoutMs` passed first. */
export async function until(condition: () => boolean, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; !condition(); ) {
    if (Date.now() > end) return false;
    await pause(POLL_MS);
  }
  return true;
}

/** Whether a process of that id runs (also one of another account). A zombie counts as ended. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Stops a server: fast shutdown first, then an immediate one, then by force. */
export async function stopServer(pid: number, timeoutMs = 10_000): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return;
    signalProcess(pid, signal);
    await until(() => !isAlive(pid), timeoutMs);
  }
}

/** Sends a signal; nothing happens when the process has ended meanwhile. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Ties the life of `pid` to ours: a shell waits on a pipe that closes when this process ends, however it ends
 * (also by SIGKILL), and then stops `pid`. Returns what unties them.
 */
export function tieToThisProcess(pid: number): () => void {
  if (process.platform === 'win32') return () => undefined;
  const script = 'read line; [ "$line" = untie ] || kill -INT "$1"';
  const guard = spawn('/bin/sh', ['-c', script, 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  guard.stdin.on('error', () => undefined);
  guard.unref();
  return () => {
    guard.stdin.end('untie\n');
  };
}

/** A container's first process may not collect its dead: they stay listed without running. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}
