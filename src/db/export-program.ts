import { sql } from 'drizzle-orm';
import type { ExportTable } from './export-table';

const supporters: ExportTable = {
  name: 'supporters',
  columns: ['user_id', 'name', 'role', 'zone', 'removed_on'],
  query: ({ workspaceId, programId }) => sql`
    select s.user_id, m.name, s.role, m.zone, to_char(s.removed_at at time zone p.zone, 'YYYY-MM-DD') as removed_on
    from supporters s
    join members m on m.workspace_id = s.workspace_id and m.user_id = s.user_id
    join programs p on p.workspace_id = s.workspace_id and p.id = s.program_id
    where s.workspace_id = ${workspaceId} and s.program_id = ${programId}
    order by s.role, s.user_id`,
};

const policies: ExportTable = {
  name: 'policies',
  columns: ['effective_on', 'contacts_per_week', 'floor_days', 'set_by', 'reason', 'ended_on'],
  query: ({ workspaceId, programId }) => sql`
    select o.effective_on::text as effective_on, o.contacts_per_week, o.floor_days, o.set_by, o.reason,
      to_char(o.ended_at at time zone p.zone, 'YYYY-MM-DD') as ended_on
    from policies o
    join programs p on p.workspace_id = o.workspace_id and p.id = o.program_id
    where o.workspace_id = ${workspaceId} and o.program_id = ${programId}
    order by o.effective_on, o.set_at, o.id`,
};

const closures: ExportTable = {
  name: 'closures',
  columns: ['closed_on', 'label'],
  query: ({ workspaceId, programId }) => sql`
    select closed_on::text as closed_on, label
    from closures
    where workspace_id = ${workspaceId} and program_id = ${programId}
    order by closures.closed_on`,
};

export const programTables: readonly ExportTable[] = [supporters, policies, closures];
