import { readFileSync } from 'node:fs';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import type { Queryable } from '../../src/db/client';
import { projectPath, sourceFiles } from '../support/source';
import { type FilledTenant, fillTenant } from './filled-tenant';
import { type Ask, crossing, readsOfARow, readsOfAWorkspace, writes } from './scoped-queries';
import { type ToldPlan, tellingPlans } from './told-plans';
import { openTwoWorkspaces, type TwoWorkspaces } from './two-workspaces';

interface Statement {
  text: string;
  params: string;
}

let world: TwoWorkspaces;
let own: FilledTenant;
let other: FilledTenant;
let client: PoolClient;
let db: Queryable;
const statements: Statement[] = [];
/** What functions of the database issued. */
const inside: string[] = [];

beforeAll(async () => {
  world = await openTwoWorkspaces();
  own = await fillTenant(world.db, world.own);
  other = await fillTenant(world.db, world.other);
  client = await world.pool.connect();
  const logger = {
    logQuery: (text: string, params: unknown[]) => {
      statements.push({ text, params: JSON.stringify(params) });
    },
  };
  db = drizzle(client, { logger });
});

afterAll(async () => {
  client.release();
  await world.close();
});

beforeEach(async () => {
  statements.length = 0;
  inside.length = 0;
  await client.query('begin');
});

afterEach(() => client.query('rollback'));

function text(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

/** What gives another workspace's rows away. */
function marksOf({ workspaceId, programId, absenceId, requestId, ...rows }: FilledTenant): RegExp {
  const { learner, checkIn, delivery, pageId, consultationId, questionId, caseId } = rows;
  const ids = [programId, learner.id, checkIn.id, delivery.id, pageId, absenceId, requestId];
  ids.push(consultationId, questionId, caseId);
  return new RegExp([workspaceId, ...ids].join('|'));
}

function saysNothing(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return !value;
  return Object.values(value).every((field) => field === null);
}

/** Asks for the own workspace, with what is found by these ids. */
function asked(ask: Ask, ids: FilledTenant): Promise<unknown> {
  const keep = ({ text: it, nodes }: ToldPlan) => {
    const ofRows = nodes.some((node) => node['Relation Name'] !== undefined);
    if (ofRows && !statements.some((statement) => statement.text === it)) inside.push(it);
  };
  return tellingPlans(client, keep, () => ask(db, own, ids));
}

/** All of a statement's rows come from a function of the database that is given a workspace first. */
const takesWorkspace =
  /^select [^()]*(?:::\w+[^()]*)* from search_library\(\$1::text[^()]*\)(?: order by [\w, ]+)?$/;

const compares = (it: string) =>
  /workspace_id"?\s*=|insert into "\w+" \(.*"workspace_id"|insert into "workspaces"/s.test(it);

/** Statements on rows that don't compare a workspace, or not with the one that asks; what functions issue is its own. */
function unscoped(): string[] {
  const onRows = statements.filter(({ text: it }) => !/^\s*(fetch|close) /.test(it));
  const scoped = ({ text: it, params }: Statement) =>
    takesWorkspace.test(it)
      ? inside.length > 0 && params.startsWith(text([own.workspaceId]).slice(0, -1))
      : compares(it) && params.includes(own.workspaceId);
  const failing = onRows.filter((statement) => !scoped(statement));
  return [...failing.map((statement) => text(statement)), ...inside.filter((it) => !compares(it))];
}

/** All rows of a workspace, as text. */
async function rowsOf({ workspaceId }: FilledTenant): Promise<string> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const texts = [];
  for (const { name } of tables) {
    const column = name === 'workspaces' ? 'id' : 'workspace_id';
    const { rows } = await client.query(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as text from ${name} t where ${column} = $1`,
      [workspaceId],
    );
    texts.push(`${name}: ${rows[0]?.text}`);
  }
  return texts.join('\n');
}

const table = (asks: Record<string, Ask>) => Object.entries(asks);

describe('asked by a workspace that shares its people, channel and names with another', () => {
  test.each(table({ ...readsOfAWorkspace, ...readsOfARow }))('%s answers of its own', async (_, ask) => {
    const found = await asked(ask, own);
    expect(saysNothing(found)).toBe(false);
    expect(text(found)).not.toMatch(marksOf(other));
    expect(statements).not.toEqual([]);
    expect(unscoped()).toEqual([]);
  });

  test.each(table(readsOfARow))("%s knows nothing of the other's rows", async (_, ask) => {
    const found = await asked(ask, other).catch((error: Error) => {
      expect(error.message).toMatch(/expected to exist/);
    });
    expect(saysNothing(found)).toBe(true);
  });
});

describe('called by a workspace', () => {
  test.each(table(writes))("%s changes its own rows and none of the other's", async (_, ask) => {
    const before = { own: await rowsOf(own), other: await rowsOf(other) };
    await asked(ask, own);
    expect(await rowsOf(own)).not.toBe(before.own);
    expect(await rowsOf(other)).toBe(before.other);
    expect(unscoped()).toEqual([]);
  });

  test.each(table(writes))("%s can't change the other's rows by their ids", async (_, ask) => {
    const before = await rowsOf(other);
    await client.query('savepoint asked');
    await asked(ask, other).catch(() => client.query('rollback to savepoint asked'));
    expect(await rowsOf(other)).toBe(before);
    expect(unscoped()).toEqual([]);
  });
});

describe('the list of those that look across workspaces', () => {
  test.each(Object.entries(crossing))('has its reason for %s', async (_, { ask, because }) => {
    expect(because).toMatch(/ /);
    expect(saysNothing(await asked(ask, other))).toBe(false);
    expect(unscoped()).not.toEqual([]);
  });

  test('is short, and every other query of src/db is scoped', () => {
    const listed = [readsOfAWorkspace, readsOfARow, writes, crossing].flatMap((asks) => Object.keys(asks));
    expect(exportsOf(ofQueries)).toEqual(listed.sort());
    expect(Object.keys(crossing).length).toBeLessThanOrEqual(20);
  });

  test('is not passed by: what else src/db exports reads no row', () => {
    const queries = new Set(exportsOf(ofQueries));
    const others = exportsOf(/^export (?:const|(?:async )?function\*?) (\w+)/gm).filter(
      (it) => !queries.has(it),
    );
    expect(others).toEqual([
      'about',
      'aboutColumns',
      'acting',
      'actorColumns',
      'asSearcher',
      'bestFirst',
      'checkInTables',
      'consultationTables',
      'contentOf',
      'everywhere',
      'exportTables',
      'found',
      'freePort',
      'given',
      'heldLearners',
      'idFor',
      'inScope',
      'insertMany',
      'instant',
      'isAskedFor',
      'lastSaid',
      'learnerNames',
      'learnerTables',
      'limitLockWait',
      'look',
      'memberKey',
      'merit',
      'migrate',
      'newId',
      'nextSlotOf',
      'oncePerDatabase',
      'openConsultationOf',
      'openDatabase',
      'pageOf',
      'pendingMigrationsOf',
      'programDays',
      'programTables',
      'ruledFrom',
      'rulesColumns',
      'rulesOf',
      'searchOf',
      'shown',
      'sqlStateOf',
      'startEmbedded',
      'withRules',
    ]);
  });
});

/** Finds the functions of src/db that read or write rows. */
const ofQueries = /^export (?:async )?function\*? (\w+)(?:<[^(]+>)?\(\s*db: Queryable/gm;

/** The names that a pattern finds in the files of src/db, sorted. */
function exportsOf(pattern: RegExp): string[] {
  const files = sourceFiles('src/db').filter((file) => !/\/(embedded|schema)\//.test(file));
  const sources = files.map((file) => readFileSync(projectPath(file), 'utf8'));
  return sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name ?? '')).sort();
}
