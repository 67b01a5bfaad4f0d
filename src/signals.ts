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
