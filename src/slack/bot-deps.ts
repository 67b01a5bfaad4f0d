import type { Logger } from 'pino';
import type { Locale } from '../domain/locale';
import type { Metrics } from '../metrics';
import type { Context } from '../usecases/context';

/** What listeners are given. */
export interface BotDeps extends ListenerDeps {
  /** Aborted once the process closes: nothing waits any longer for a better moment. */
  closing: AbortSignal;
}

/** What a bot is given for its listeners. */
export interface ListenerDeps {
  /** A context of this instant. */
  context(): Context;
  /** The same for searches: see Deps. */
  searching(): Context;
  logger: Logger;
  metrics: Metrics;
  /** The language last seen of a person, for the moments in which the database can't be asked. */
  locales: LocaleMemory;
  /** How long a modal waits for the database before it opens empty, in milliseconds. */
  patienceMs: number;
  /** How long a submitted modal waits to be saved before its author is told that it wasn't, in milliseconds. */
  savingMs: number;
}

export interface LocaleMemory {
  of(workspaceId: string, userId: string): Locale;
  note(workspaceId: string, userId: string, locale: Locale): void;
}

/** Far more people than one process talks to in a day. */
const remembered = 10_000;

export function createLocaleMemory(): LocaleMemory {
  const locales = new Map<string, Locale>();
  return {
    of: (workspaceId, userId) => locales.get(`${workspaceId}/${userId}`) ?? 'ja',
    note: (workspaceId, userId, locale) => {
      if (locales.size >= remembered) locales.clear();
      locales.set(`${workspaceId}/${userId}`, locale);
    },
  };
}
