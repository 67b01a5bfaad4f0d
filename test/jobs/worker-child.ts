import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../src/db/embedded';
import type { Pace } from '../../src/pace';
import { projectPath } from '../support/source';
import type { World } from '../support/world';
import { untilAsync } from './working-world';

/** What a killed worker leaves behind is found quickly. */
const quickPace: Partial<Pace> = { sweepEveryMs: 250, scheduleCheckMs: 250, jobLockMs: 1000 };

/** A worker in a process of its own, on a world's database, queue and Slack. */
export interface WorkerChild {
  readonly port: number;
  /** All that it wrote. */
  output(): string;
  alive(): boolean;
  /** Moves its clock on. */
  advance(ms: number): void;
  /** @returns its exit code, or the signal that ended it */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** Starts a worker whose clock begins where the world's stands; resolves once it works. It ends before its world does. */
export async function startWorkerChild(
  { deps, slack, clock, databaseUrl, beforeClose }: World,
  pace: Partial<Pace> = {},
): Promise<WorkerChild> {
  const port = await freePort();
  const { redisUrl } = deps.config;
  const child = spawn(
    process.execPath,
    ['-r', projectPath('test/support/typescript.js'), projectPath('test/jobs/worker-process.ts')],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
        DATABASE_URL: databaseUrl,
        ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
        ROLES: 'worker',
        HOST: '127.0.0.1',
        PORT: String(port),
        CLOCK_AT: clock.now().toISOString(),
        PACE: JSON.stringify({ ...quickPace, ...pace }),
      },
    },
  );
  const written: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => written.push(data));
  const output = () => Buffer.concat(written).toString();
  const alive = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals) => {
    const ended = alive() ? once(child, 'exit') : Promise.resolve();
    child.kill(signal);
    await ended;
    return child.exitCode ?? child.signalCode;
  };
  // Also where its test fails: what it works on belongs to the next test then.
  beforeClose(() => end('SIGKILL'));
  await untilAsync(async () => {
    if (!alive()) throw new Error(`the worker process ended: ${output()}`);
    return output().includes('"working"');
  }, 15_000);
  const advance = (ms: number) => child.send(ms);
  return { port, output, alive, advance, end };
}
