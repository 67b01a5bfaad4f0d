import { drizzle } from 'drizzle-orm/node-postgres';
import type { Client } from 'pg';
import type { Queryable } from '../../src/db/client';
import { type PlanNode, tellingPlans } from './told-plans';

/** How PostgreSQL went about a query's statements. */
export interface Plans {
  /** Tables that were read from one end to the other. */
  scanned: string[];
  indexes: string[];
  /** Rows that were looked at, fitting or not. */
  rows: number;
}

/** Runs a query of ours and reads how PostgreSQL went about its statements. All is rolled back. */
export async function plansOf(client: Client, query: (db: Queryable) => Promise<unknown>): Promise<Plans> {
  await client.query('begin');
  try {
    const nodes: PlanNode[] = [];
    await tellingPlans(
      client,
      (plan) => nodes.push(...plan.nodes),
      () => query(drizzle(client)),
    );
    return {
      scanned: nodes.flatMap((node) =>
        node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [],
      ),
      indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
      rows: nodes.reduce((sum, node) => sum + rowsRead(node), 0),
    };
  } finally {
    await client.query('rollback');
  }
}

function rowsRead(node: PlanNode): number {
  if (node['Relation Name'] === undefined) return 0;
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}
