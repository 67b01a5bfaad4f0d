import type { Logger } from 'pino';
import { describeError } from './log';

/** Whoever hears of a connection's fate says so here; the log gets few lines of it. */
export interface ConnectionLog {
  lost(error: unknown): void;
  back(): void;
}

/** A loss that lasts, or comes again and again, is told this often, in milliseconds. */
const repeatMs = 60_000;

/** Tells the first loss and the return, and in between at most a line a minute: clients try many times a second. */
export function createConnectionLog(logger: Logger, what: string, now = Date.now): ConnectionLog {
  let toldAt = Number.NEGATIVE_INFINITY;
  let away = false;
  return {
    lost(error) {
      if (now() - toldAt < repeatMs) return;
      toldAt = now();
      away = true;
      logger.warn(describeError(error), `${what}: connection lost`);
    },
    back() {
      if (!away) return;
      away = false;
      logger.info(`${what}: connected again`);
    },
  };
}
