import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/dates';
import type { ProgramScope } from '../domain/scope';

/** Programs of any workspace, each with a day of its own. */
export type ProgramDay = ProgramScope & { on: LocalDate };

/** For `from`: these programs as `slot(workspace_id, program_id, day)`. */
export function programDays(slots: readonly ProgramDay[]): SQL {
  return sql`unnest(
    ${sql.param(slots.map((slot) => slot.workspaceId))}::text[],
    ${sql.param(slots.map((slot) => slot.programId))}::uuid[],
    ${sql.param(slots.map((slot) => slot.on))}::date[]
  ) as slot(workspace_id, program_id, day)`;
}
