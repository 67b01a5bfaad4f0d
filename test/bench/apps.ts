import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/db/embedded';
import type { Emulator } from '../../src/emulator';
import { projectPath } from '../support/source';

/** An app in a process of its own. */
export interface RunningApp {
  /** Where Slack posts to. */
  url: string;
  stop(): Promise<void>;
}

/** Banso as it is shipped (`node dist/main.js`), on a migrated database. */
export async function startBanso(
  emulator: Emulator,
  apiUrl: string,
  databaseUrl: string,
): Promise<RunningApp> {
  return start([projectPath('dist/main.js')], {
    NODE_ENV: 'production',
    SLACK_BOT_TOKEN: emulator.botToken,
    SLACK_SIGNING_SECRET: emulator.signingSecret,
    SLACK_API_URL: apiUrl,
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    ROLES: 'bot',
    LOG_LEVEL: 'warn',
  });
}

/** A Bolt app that opens this modal and nothing more. */
export async function startBareApp(emulator: Emulator, apiUrl: string, modal: unknown): Promise<RunningApp> {
  const hook = ['-r', projectPath('test/support/typescript.js')];
  return start([...hook, projectPath('test/bench/bare-app.ts')], {
    NODE_ENV: 'production',
    SIGNING_SECRET: emulator.signingSecret,
    SLACK_API_URL: apiUrl,
    MODAL: JSON.stringify(modal),
  });
}

async function start(args: string[], settings: Record<string, string>): Promise<RunningApp> {
  const port = await freePort();
  const env = { PATH: process.env.PATH, ...settings, PORT: String(port) };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}/slack/events`;
  await untilItListens(url, child);
  return { url, stop: () => stop(child) };
}

async function untilItListens(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) {
    if (child.exitCode !== null) break;
    const answer = await fetch(url, { method: 'POST' }).catch(() => null);
    if (answer) return;
  }
  child.kill('SIGKILL');
  throw new Error(`bench: ${child.spawnargs.join(' ')}: expected to listen at ${url}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
