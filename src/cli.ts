#!/usr/bin/env node
import { config as loadEnv } from 'dotenv';
import { connections } from './cli/connections';
import { runCli } from './cli/run';

/** Entry of the command line: `node dist/cli.js <command>`. */
async function main(): Promise<void> {
  loadEnv({ quiet: true });
  const { env, stdout: out, stderr: err } = process;
  process.exitCode = await runCli(process.argv.slice(2), {
    env,
    now: () => new Date(),
    out,
    err,
    ...connections,
  });
}

void main();
