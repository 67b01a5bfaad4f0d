import pino from 'pino';
import { readConfig } from '../../src/config';
import type { Pace } from '../../src/pace';
import { runBanso } from '../../src/run';
import { closeOnSignal } from '../../src/signals';

/**
 * A Banso as a process of its own, for tests that kill it: settings as in production, besides CLOCK_AT, where
 * its clock begins to go (a message moves it on, in milliseconds), and PACE, what isn't usual about its pace, as JSON. Logs to stdout.
 */
async function main(): Promise<void> {
  const { CLOCK_AT = '', PACE = '{}', DATABASE_URL = '' } = process.env;
  let ahead = Date.parse(CLOCK_AT) - Date.now();
  process.on('message', (ms) => {
    ahead += Number(ms);
  });
  const pace: Partial<Pace> = JSON.parse(PACE);
  const logger = pino({ level: 'info' });
  const banso = await runBanso({
    config: readConfig(process.env),
    databaseUrl: DATABASE_URL,
    clock: { now: () => new Date(Date.now() + ahead) },
    logger,
    pace,
  });
  closeOnSignal(logger, () => banso.close());
  logger.info('working');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
