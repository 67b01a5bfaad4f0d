import { config as loadEnv } from 'dotenv';
import { ConfigError, readConfig } from './config';
import { startEmbedded } from './db/embedded';
import { migrate, pendingMigrationsOf } from './db/migrate';
import { migrateQueue } from './jobs/queue';
import { createLogger, describeError } from './log';
import { type RunningBanso, runBanso } from './run';
import { closeOnSignal, endOnFatal } from './signals';

/** Entry of the service: configuration, database, roles, and a clean end on SIGTERM and Ctrl-C. */
async function main(): Promise<void> {
  loadEnv({ quiet: true });
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const onFatal = endOnFatal(logger);
  const embedded = config.databaseUrl === null ? await startEmbedded({ dataDir: '.data' }) : null;
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  let banso: RunningBanso | null = null;
  closeOnSignal(logger, async () => {
    await banso?.close();
    await embedded?.stop();
  });
  // In production an operator decides when the schema changes: `node dist/cli.js migrate`.
  if (config.production) await refuseOldSchema(databaseUrl);
  else await prepare(databaseUrl, config.redisUrl);
  banso = await runBanso({ config, databaseUrl, logger, onFatal });
  logger.info({ roles: config.roles, slack: config.slack.mode }, 'Banso is running');
}

async function prepare(databaseUrl: string, redisUrl: string | null): Promise<void> {
  await migrate(databaseUrl);
  if (redisUrl === null) await migrateQueue(databaseUrl);
}

async function refuseOldSchema(databaseUrl: string): Promise<void> {
  const pending = await pendingMigrationsOf(databaseUrl);
  if (pending.length === 0) return;
  throw new Error(`database: ${pending.length} migrations are missing: run "node dist/cli.js migrate" first`);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n\nTo try Banso without a Slack of yours: npm run practice\n`);
    process.exit(error.exitCode);
  }
  createLogger('error').fatal(
    describeError(error),
    'Banso could not start; "node dist/cli.js doctor" tells what to mend',
  );
  process.exit(1);
});
