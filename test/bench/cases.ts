import type { Client, Pool } from 'pg';
import pino from 'pino';
import { insertMany } from '../../src/db/insert-many';
import { migrate } from '../../src/db/migrate';
import { libraryEntries } from '../../src/db/schema';
import { type Deps, openPool } from '../../src/deps';
import type { LibraryEntryInput } from '../../src/domain/search/entry';
import { libraryRow } from '../../src/domain/search/found-by';
import { place, programKey } from '../../src/domain/search/lexemes';
import { libraryQuery } from '../../src/domain/search/query';
import { searchLibrary } from '../../src/usecases/library/search-library';
import { type Population, populate } from '../support/population';
import { startPostgres } from '../support/servers';
import { dice, madeUpCases, vocabularyOf } from './case-texts';
import { withClient } from './databases';
import { openDeps } from './deps';
import { type Line, ratioLine, report, say, timeLine } from './report';

const caseCount = Number(process.env.BENCH_CASES ?? 100_000);
const concurrency = 20;
const searches = 4000;
/** Until each connection has its plans, and the server the index and most of the entries in its memory. */
const warmUp = 4000;
const shown = 5;
/** The tables' part of a small machine's memory, as PostgreSQL's manual advises: the default holds less than these cases. */
const memory = ['shared_buffers=1GB'];

const workspaceId = 'T0';
const viewerId = 'U0S1';
/** One workspace whose cases are all of the viewer's program: nothing narrows a search but its words. */
const population: Population = {
  ...{ workspaces: 1, programsPerWorkspace: 1, supportersPerProgram: 8, learnersPerProgram: 10 },
  ...{ checkInsPerLearner: 1, oneDueIn: 20 },
};

/** `npm run bench -- cases`. Returns whether every bound holds. */
export async function benchCases(): Promise<boolean> {
  const server = await startPostgres(memory);
  let deps: Deps | null = null;
  const pool = openPool(server.url, pino({ level: 'silent' }));
  try {
    await migrate(server.url);
    deps = openDeps(server.url);
    const roll = dice(1);
    const word = vocabularyOf(roll);
    const programId = await withClient(server.url, async (client) => {
      await populate(client, population);
      return programOf(client);
    });
    say(`Making up ${caseCount.toLocaleString('en')} cases …`);
    await fill(deps, madeUpCases({ workspaceId, programIds: [programId], count: caseCount }, word, roll));
    await withClient(server.url, async (client) => {
      await client.query('vacuum analyze library_entries');
      // What was made up is written out now instead of while it is searched.
      await client.query('checkpoint');
    });
    return report(
      'Searching among 100,000 cases, 20 at a time',
      await measure({ deps, pool }, programId, word, roll),
    );
  } finally {
    await pool.end();
    await deps?.close();
    await server.stop();
  }
}

async function programOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select id from programs');
  return rows[0]?.id ?? '';
}

async function fill({ db }: Deps, entries: Generator<LibraryEntryInput>): Promise<void> {
  let batch: ReturnType<typeof libraryRow>[] = [];
  let done = 0;
  const flush = async () => {
    await db.execute(insertMany(libraryEntries, batch));
    done += batch.length;
    batch = [];
    if (done % 20_000 === 0) say(`  ${done.toLocaleString('en')}`);
  };
  for (const entry of entries) {
    if (batch.push(libraryRow(entry)) === 1000) await flush();
  }
  if (batch.length > 0) await flush();
}

async function measure(
  { deps, pool }: { deps: Deps; pool: Pool },
  programId: string,
  word: () => string,
  roll: () => number,
): Promise<Line[]> {
  const asked = Array.from({ length: warmUp + searches }, () => wordsAsked(word, roll));
  const search = (text: string) =>
    searchLibrary(deps.searching(), {
      ...{ workspaceId, viewerId, text, filters: {} },
      ...{ offset: 0, limit: shown },
    });
  const bare = (text: string) => bareQuery(pool, programId, text);
  const times = { searched: [] as number[], bare: [] as number[] };
  // In turns of some, so that a slow moment of the machine is shared.
  for (let from = 0; from < asked.length; from += 500) {
    const turn = asked.slice(from, from + 500);
    const took = { bare: await together(turn, bare), searched: await together(turn, search) };
    if (from < warmUp) continue;
    times.bare.push(...took.bare);
    times.searched.push(...took.searched);
  }
  const slips = await together(
    Array.from({ length: searches / 10 }, () => slipOf(word, roll)),
    search,
  );
  return [
    timeLine('one search, median', percentile(times.searched, 0.5)),
    timeLine('one search, p95', percentile(times.searched, 0.95), 50),
    timeLine('bare query of the same words, median', percentile(times.bare, 0.5)),
    timeLine('bare query of the same words, p95', percentile(times.bare, 0.95)),
    ratioLine(
      'search against bare query, median',
      percentile(times.searched, 0.5),
      percentile(times.bare, 0.5),
      3,
    ),
    ratioLine(
      'search against bare query, p95',
      percentile(times.searched, 0.95),
      percentile(times.bare, 0.95),
      3,
    ),
    timeLine('a search with a slip (two queries), p95', percentile(slips, 0.95)),
  ];
}

/** A word of Latin letters or kana in which one is missing. */
function slipOf(word: () => string, roll: () => number): string {
  for (;;) {
    const one = word();
    const at = 1 + Math.floor(roll() * (one.length - 1));
    if (/^[a-zァ-ヺー]{6,}$/i.test(one)) return one.slice(0, at) + one.slice(at + 1);
  }
}

/** One to three words, as they come up in texts. */
function wordsAsked(word: () => string, roll: () => number): string {
  const words = Array.from({ length: 1 + Math.floor(roll() * 3) }, word);
  return words.join(' ');
}

/** What the index alone can do: all that has these words, unranked, as many as a search shows. */
async function bareQuery(pool: Pool, programId: string, text: string): Promise<void> {
  const query = libraryQuery({ text, filters: {} })?.all.replaceAll(place, programKey(programId));
  await pool.query({
    name: 'bare',
    text: `select kind, source_id, title, body from library_entries
      where workspace_id = $1 and words @@ $2::tsquery limit ${shown}`,
    values: [workspaceId, query],
  });
}

async function together(
  turn: readonly string[],
  work: (text: string) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const left = [...turn];
  const person = async () => {
    for (let text = left.pop(); text !== undefined; text = left.pop()) {
      const startedAt = performance.now();
      await work(text);
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, person));
  return times;
}

function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
