import type { RosterFault, RosterHeaders, RosterLearner, RosterRow } from '../domain/roster';
import { identityKey } from '../domain/roster-match';

/** Rows that mean one learner (same Slack id, or same name and first day): a fault on each of them. */
export function twinFaults(rows: readonly RosterRow[], headers: RosterHeaders): RosterFault[] {
  return [
    ...twins(rows, ({ slackUserId }) => slackUserId).map(
      ({ row, learner, others }): RosterFault => ({
        row,
        column: headers.slack_user_id,
        value: learner.slackUserId ?? '',
        expected: { kind: 'singleSlackId', rows: others, column: headers.slack_user_id },
      }),
    ),
    ...twins(rows, nameAndStart).map(
      ({ row, learner, others }): RosterFault => ({
        row,
        column: headers.name,
        value: learner.name,
        expected: { kind: 'singleName', rows: others, column: headers.name, startColumn: headers.started_on },
      }),
    ),
  ];
}

/** Null where either can't be read. */
function nameAndStart({ name, startedOn }: RosterLearner): string | null {
  return name === '' || startedOn === '' ? null : identityKey({ name, startedOn });
}

/** The rows that share a key, each with the numbers of the others. */
function twins(
  rows: readonly RosterRow[],
  keyOf: (learner: RosterLearner) => string | null,
): (RosterRow & { others: string })[] {
  const byKey = new Map<string, RosterRow[]>();
  for (const row of rows) {
    const key = keyOf(row.learner);
    if (key === null) continue;
    const group = byKey.get(key);
    if (group) group.push(row);
    else byKey.set(key, [row]);
  }
  return [...byKey.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => group.map((row) => ({ ...row, others: othersOf(row, group) })));
}

function othersOf(row: RosterRow, group: readonly RosterRow[]): string {
  return group.flatMap((other) => (other === row ? [] : [other.row])).join(', ');
}
