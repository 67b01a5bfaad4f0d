import type { ClientBase } from 'pg';

/** What PostgreSQL says of one step of a plan that it ran (EXPLAIN, FORMAT JSON). */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** A statement that ended, also one inside a function, and all steps of its plan. */
export interface ToldPlan {
  text: string;
  nodes: PlanNode[];
}

const settings = [
  ...['log_analyze', 'log_nested_statements'].map((name) => [name, 'on']),
  ['log_timing', 'off'],
  ['log_format', "'json'"],
  ['log_level', "'notice'"],
  ['log_min_duration', '0'],
];

/**
 * Does some work within the transaction that a connection is in, and tells the plans of what is run for it there: of the
 * work's own statements and of those in the functions that they call. What foreign keys look up is left out.
 */
export async function tellingPlans<T>(
  client: ClientBase,
  tell: (plan: ToldPlan) => void,
  work: () => Promise<T>,
): Promise<T> {
  const listen = ({ message = '' }: { message?: string | undefined }) => {
    const plan = planIn(message);
    if (plan && !isForeignKeys(plan)) tell(plan);
  };
  const set = settings.map(([name, value]) => `set local auto_explain.${name} = ${value}`);
  await client.query(["load 'auto_explain'", ...set].join('; '));
  client.on('notice', listen);
  try {
    const found = await work();
    // A statement's plan is told when its portal closes: within a transaction, not before the next one begins.
    await client.query('select');
    return found;
  } finally {
    client.off('notice', listen);
  }
}

function planIn(message: string): ToldPlan | null {
  const [, json] = /^duration: .* plan:\n(\{.*)$/s.exec(message) ?? [];
  if (json === undefined) return null;
  const told: { 'Query Text': string; Plan: PlanNode } = JSON.parse(json);
  return { text: told['Query Text'], nodes: nodesOf(told.Plan) };
}

const isForeignKeys = ({ text }: ToldPlan) => / only "/i.test(text);

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
