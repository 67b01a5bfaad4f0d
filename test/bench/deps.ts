import pino from 'pino';
import { readConfig } from '../../src/config';
import { createDeps, type Deps } from '../../src/deps';
import { populationNow } from '../support/population';

/** What Banso is made of, on a database of the bench's at the population's instant. Nothing reaches a Slack. */
export function openDeps(databaseUrl: string): Deps {
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: 'bench-secret',
    DATABASE_URL: databaseUrl,
  });
  const logger = pino({ level: 'silent' });
  return createDeps({ config, databaseUrl, logger, clock: { now: () => populationNow } });
}
