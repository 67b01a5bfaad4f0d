import { Client } from 'pg';
import { migrate } from '../../src/db/migrate';
import { migrateQueue } from '../../src/jobs/queue';
import { type Population, populate } from '../support/population';
import { startPostgres } from '../support/servers';
import { say } from './report';

const program = { supportersPerProgram: 8, learnersPerProgram: 250, checkInsPerLearner: 1, oneDueIn: 20 };

export const thousand: Population = { ...program, workspaces: 1, programsPerWorkspace: 4 };
export const million: Population = { ...program, workspaces: 400, programsPerWorkspace: 10 };

export interface BenchDatabases {
  thousand: string;
  million: string;
  stop(): Promise<void>;
}

/** A PostgreSQL of the bench's own with two databases, of 1,000 and of 1,000,000 learners. */
export async function startDatabases(): Promise<BenchDatabases> {
  const server = await startPostgres();
  try {
    return {
      thousand: await create(server.url, 'thousand', thousand),
      million: await create(server.url, 'million', million),
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function create(serverUrl: string, name: string, population: Population): Promise<string> {
  await withClient(serverUrl, (client) => client.query(`create database ${name}`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  await migrateQueue(url.href);
  const startedAt = Date.now();
  const progress = (learners: number) => {
    say(
      `  ${learners.toLocaleString('en')} learners after ${((Date.now() - startedAt) / 1000).toFixed(0)} s`,
    );
  };
  await withClient(url.href, (client) => populate(client, population, progress));
  return url.href;
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
