import { randomBytes } from 'node:crypto';
import { UserError } from '../errors';
import { describeError } from '../log';
import type { BotDeps } from './bot-deps';

/** What a person is told of an error: what wasn't meant for people is logged, under a reference that both see. */
export function toldError({ logger, metrics }: BotDeps, error: unknown): UserError {
  const original = originalOf(error);
  if (original instanceof UserError) return original;
  const reference = randomBytes(3).toString('hex');
  metrics.errors.inc();
  logger.error({ reference, ...describeError(original) }, 'listener failed');
  return new UserError('unexpected', { reference });
}

/** Bolt wraps what a listener throws. */
function originalOf(error: unknown): unknown {
  return error instanceof Error && 'original' in error && error.original ? error.original : error;
}
