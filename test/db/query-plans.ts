import { drizzle } from 'drizzle-orm/node-postgres';
import type { Client } from 'pg';
import type { Queryable } from '../../src/db/client';

/** What PostgreSQL says of one step of a plan that it ran (EXPLAIN, FORMAT JSON). */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** How PostgreSQL went about a query's statements. */
export interface Plans {
  /** Tables that were read from one end to the other. */
  scanned: string[];
  indexes: string[];
  /** Rows that were looked at, fitting or not. */
  rows: number;
}

/** Runs a query of ours, then explains each statement that it issued. All is rolled back. */
export async function plansOf(client: Client, query: (db: Queryable) => Promise<unknown>): Promise<Plans> {
  const statements: { text: string; params: unknown[] }[] = [];
  const logger = { logQuery: (text: string, params: unknown[]) => void statements.push({ text, params }) };
  await client.query('begin');
  await client.query('savepoint before');
  await query(drizzle(client, { logger }));
  await client.query('rollback to savepoint before');
  const nodes: PlanNode[] = [];
  for (const { text, params } of statements) {
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, params);
    nodes.push(...nodesOf(rows[0]['QUERY PLAN'][0].Plan));
  }
  await client.query('rollback');
  return {
    scanned: nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [])),
    indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
    rows: nodes.reduce((sum, node) => sum + rowsRead(node), 0),
  };
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function rowsRead(node: PlanNode): number {
  if (node['Relation Name'] === undefined) return 0;
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}
