import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { describeError } from '../../log';

/** How long to wait after each failure, in milliseconds: ten minutes in all, in which a database comes back. */
const delays = [1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000, 180_000, 180_000];

/**
 * Does what an event asks for, again and again while that fails: Slack was answered before, and doesn't tell it twice.
 * The work may run any number of times. Once the process closes it is tried a last time.
 * @throws what the last try threw
 */
export async function keepTrying<T>(
  { logger, closing }: { logger: Logger; closing: AbortSignal },
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  for (const delay of delays) {
    if (closing.aborted) break;
    try {
      return await work();
    } catch (error) {
      logger.warn({ ...describeError(error), againMs: delay }, `${what}: trying again`);
      await pause(delay, undefined, { signal: closing }).catch(() => undefined);
    }
  }
  return work();
}
