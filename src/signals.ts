import type { Logger } from 'pino';
import { describeError } from './log';

/** How long a process may take to finish what it has begun, in milliseconds. */
const graceMs = 10_000;

/** Closes once on SIGTERM or Ctrl-C, then ends the process; a second signal, or too long a wait, ends it at once. */
export function closeOnSignal(logger: Logger, close: () => Promise<void>): void {
  let closing = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (closing) process.exit(1);
    closing = true;
    logger.info({ signal }, 'closing');
    setTimeout(() => {
      logger.error('closing took too long');
      process.exit(1);
    }, graceMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error(describeError(error), 'closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/**
 * Ends the process at an error that nobody handled, for its supervisor to start it again. It is told without
 * its message where that may be a learner's words, which Node's own report would print.
 * @returns the same end, for errors that are found elsewhere
 */
export function endOnFatal(logger: Logger): (error: unknown) => never {
  const end = (error: unknown) => {
    logger.fatal(describeError(error), 'ended by an error');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  return end;
}
