import { sql } from 'drizzle-orm';
import { sqlStateOf } from '../../src/db/sql-state';
import { refreshJob } from '../../src/jobs/catalog';
import { type Context, transact, type Unit } from '../../src/usecases/context';
import { now, openTestWorkspace, type TestWorkspace } from './sample-program';

let workspace: TestWorkspace;
let queued: unknown[];
let context: Context;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  queued = [];
  const enqueue: Context['enqueue'] = async (jobs) => void queued.push(...jobs);
  context = { ...workspace.contextAt(now), enqueue };
  await workspace.db.execute(sql`create table counters (id text primary key, value int not null)`);
  await workspace.db.execute(sql`insert into counters values ('a', 0), ('b', 0)`);
});
afterEach(() => workspace.close());

const raise = (db: Unit['db'], state: string) =>
  db.execute(sql.raw(`do $$ begin raise exception 'given up' using errcode = '${state}'; end $$`));

const add = (db: Unit['db'], id: string) =>
  db.execute(sql`update counters set value = value + 1 where id = ${id}`);

/** @returns what each of so many callers waits for: that all of them have come */
function meeting(of: number): () => Promise<void> {
  let missing = of;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    missing -= 1;
    if (missing <= 0) open();
    return all;
  };
}

test('runs the victim of a deadlock again: both are written once, each with its jobs once', async () => {
  const meet = meeting(2);
  let runs = 0;
  const addBoth = (first: string, second: string) =>
    transact(context, async ({ db, jobs }) => {
      runs += 1;
      jobs.push(refreshJob(first, 1));
      await add(db, first);
      await meet();
      await add(db, second);
      return first;
    });
  expect(await Promise.all([addBoth('a', 'b'), addBoth('b', 'a')])).toEqual(['a', 'b']);
  expect(runs).toBe(3);
  const { rows } = await workspace.db.execute(sql`select id, value from counters order by id`);
  expect(rows).toEqual([
    { id: 'a', value: 2 },
    { id: 'b', value: 2 },
  ]);
  expect(queued).toHaveLength(2);
});

test.each([
  ['40001', 3],
  ['40P01', 3],
  ['23505', 1],
])('gives up on SQLSTATE %s after %d runs, without queueing jobs', async (state, expected) => {
  let runs = 0;
  const given = transact(context, async ({ db, jobs }) => {
    runs += 1;
    jobs.push(refreshJob('a', 1));
    await raise(db, state);
  });
  expect(await given.catch(sqlStateOf)).toBe(state);
  expect(runs).toBe(expected);
  expect(queued).toEqual([]);
});

test('does not run again what failed outside the database', async () => {
  let runs = 0;
  const given = transact(context, async () => {
    runs += 1;
    throw Object.assign(new Error('not of the database'), { code: '40P01' });
  });
  await expect(given).rejects.toThrow('not of the database');
  expect(runs).toBe(1);
});

test('waits for a lock no longer than the context says, and leaves the connection as it was', async () => {
  const holder = await workspace.pool.connect();
  await holder.query(`begin; update counters set value = 9 where id = 'a'`);
  try {
    const given = transact({ ...context, lockWaitMs: 50 }, (unit) => add(unit.db, 'a'));
    expect(await given.catch(sqlStateOf)).toBe('55P03');
    const { rows } = await workspace.db.execute(sql`show lock_timeout`);
    expect(rows).toEqual([{ lock_timeout: '0' }]);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
});
