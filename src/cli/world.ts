import type { WebClient } from '@slack/web-api';
import type { Config } from '../config';
import type { Database } from '../db/client';

/** What the command line asks of Slack. */
export type SlackApi = Pick<WebClient, 'auth' | 'users' | 'conversations'>;

export interface DatabaseConnection {
  db: Database;
  url: string;
  close(): Promise<void>;
}

/** All that a command reaches outside itself. Nothing here is opened before a command asks for it. */
export interface CliWorld {
  env: Record<string, string | undefined>;
  now(): Date;
  out: { write(text: string): unknown };
  /** Progress and messages; `isTTY`: a person watches. */
  err: { write(text: string): unknown; isTTY?: boolean };
  /** The database of the settings, or the embedded one. */
  openDatabase(config: Config): Promise<DatabaseConnection>;
  openSlack(config: Config): SlackApi;
  /** @throws when Slack refuses the app-level token. */
  checkAppToken(config: Config): Promise<void>;
  /** Creates what the queue keeps in Postgres; nothing to do for Redis. */
  migrateQueue(config: Config, databaseUrl: string): Promise<void>;
  /** @throws when the queue doesn't answer. */
  pingQueue(config: Config, databaseUrl: string): Promise<void>;
}

/** Opens the database for one piece of work, and closes it whatever comes of that. */
export async function withDatabase<T>(
  world: CliWorld,
  config: Config,
  work: (connection: DatabaseConnection) => Promise<T>,
): Promise<T> {
  const connection = await world.openDatabase(config);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
