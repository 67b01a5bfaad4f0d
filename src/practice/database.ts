import { Client } from 'pg';
import { migrate } from '../db/migrate';
import { migrateQueue } from '../jobs/queue';

/** The practice workspace's database, and the one that becomes it once it is filled. */
const names = { kept: 'practice', unfinished: 'practice_new' };

interface PreparedDatabase {
  url: string;
  /** It was filled just now; nothing of an earlier start is in it. */
  isNew: boolean;
}

/**
 * Finds the database of an earlier start and brings it up to date, or makes one and has it filled. One whose
 * filling was interrupted is never taken for whole.
 */
export async function prepareDatabase(
  serverUrl: string,
  { fresh, fill }: { fresh: boolean; fill(url: string): Promise<void> },
): Promise<PreparedDatabase> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    if (fresh) await client.query(`drop database if exists ${names.kept} with (force)`);
    const kept = await client.query('select 1 from pg_database where datname = $1', [names.kept]);
    const isNew = kept.rowCount === 0;
    if (isNew) await create(client, serverUrl, fill);
    else await migrateAll(urlOf(serverUrl, names.kept));
    return { url: urlOf(serverUrl, names.kept), isNew };
  } finally {
    await client.end();
  }
}

async function create(
  client: Client,
  serverUrl: string,
  fill: (url: string) => Promise<void>,
): Promise<void> {
  await client.query(`drop database if exists ${names.unfinished} with (force)`);
  await client.query(`create database ${names.unfinished}`);
  const url = urlOf(serverUrl, names.unfinished);
  await migrateAll(url);
  await fill(url);
  await client.query(`alter database ${names.unfinished} rename to ${names.kept}`);
}

async function migrateAll(url: string): Promise<void> {
  await migrate(url);
  await migrateQueue(url);
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
