import { and, eq, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { createCalendar } from '../domain/calendar';
import type { LocalDate } from '../domain/dates';
import type { Policy, ProgramRules } from '../domain/program-rules';
import type { ProgramScope, WorkspaceScope } from '../domain/scope';
import type { Queryable } from './client';
import { programs } from './schema';

export type Program = typeof programs.$inferSelect;

export interface ProgramWithRules extends Program {
  rules: ProgramRules;
}

// Drizzle leaves a column's table out of a select without joins: in here it must be named.
const policyHistory = sql<Policy[]>`(
  select json_agg(json_build_object(
    'effectiveOn', p.effective_on, 'contactsPerWeek', p.contacts_per_week, 'floorDays', p.floor_days
  ) order by p.effective_on)
  from policies p
  where p.workspace_id = programs.workspace_id and p.program_id = programs.id and p.ended_at is null
)`;

const closureDays = sql<LocalDate[]>`(
  select coalesce(json_agg(c.closed_on), '[]')
  from closures c where c.workspace_id = programs.workspace_id and c.program_id = programs.id
)`;

function selectWithRules(db: Queryable) {
  return db.select({ program: programs, policies: policyHistory, closures: closureDays }).from(programs);
}

/** A program with its rules as stored. */
export type StoredProgram = Awaited<ReturnType<typeof selectWithRules>>[number];

/** Throws RangeError for a country without known holidays. */
export function withRules(row: StoredProgram): ProgramWithRules {
  return { ...row.program, rules: rulesOf({ ...row, ...row.program }) };
}

/** What a program's rules are made of, as stored. */
export interface RulesColumns extends Pick<Program, 'country' | 'workingWeekdays' | 'zone'> {
  policies: Policy[];
  closures: LocalDate[];
}

/** For reads that bring a program's rules along: its `programs` row must be joined by that very name. */
export const rulesColumns = sql`programs.country, programs.working_weekdays as "workingWeekdays", programs.zone,
  ${policyHistory} as policies, ${closureDays} as closures`;

export function rulesOf({ country, workingWeekdays, zone, policies, closures }: RulesColumns): ProgramRules {
  return { zone, policies, calendar: createCalendar({ country, weekdays: workingWeekdays, closures }) };
}

/** A program with what decides when its learners are due; null when the workspace has no such program. */
export async function findProgram(db: Queryable, scope: ProgramScope): Promise<ProgramWithRules | null> {
  const [row] = await selectWithRules(db).where(
    and(eq(programs.workspaceId, scope.workspaceId), eq(programs.id, scope.programId)),
  );
  return row ? withRules(row) : null;
}

/** @throws {Error} when the workspace has no such program. */
export async function requireProgram(db: Queryable, scope: ProgramScope): Promise<ProgramWithRules> {
  const program = await findProgram(db, scope);
  if (!program) throw new Error(`program ${scope.programId} of ${scope.workspaceId}: expected to exist`);
  return program;
}

/** @throws {Error} when the workspace has no such program. */
export async function loadProgramRules(db: Queryable, scope: ProgramScope): Promise<ProgramRules> {
  return (await requireProgram(db, scope)).rules;
}

/** The program that lives in a channel. */
export async function findProgramInChannel(
  db: Queryable,
  { workspaceId }: WorkspaceScope,
  channelId: string,
): Promise<Pick<Program, 'id' | 'name'> | null> {
  const [row] = await db
    .select({ id: programs.id, name: programs.name })
    .from(programs)
    .where(and(eq(programs.workspaceId, workspaceId), eq(programs.channelId, channelId)));
  return row ?? null;
}

/** Programs of all workspaces whose digest hour has come. */
export function lockProgramsToPlan(db: Queryable, now: Date, limit: number): Promise<StoredProgram[]> {
  return lockProgramsBy(db, programs.nextDigestAt, now, limit);
}

/** Programs of all workspaces whose hour has come to look for floors that end without a contact. */
export function lockProgramsToEscalate(db: Queryable, now: Date, limit: number): Promise<StoredProgram[]> {
  return lockProgramsBy(db, programs.nextEscalationAt, now, limit);
}

/**
 * Locked until the transaction ends; other sweeps skip them. Their rules are yet to be built: where they can't be, it
 * is known whose they are.
 */
async function lockProgramsBy(
  db: Queryable,
  hour: typeof programs.nextDigestAt | typeof programs.nextEscalationAt,
  now: Date,
  limit: number,
): Promise<StoredProgram[]> {
  return selectWithRules(db)
    .where(lte(hour, now))
    .orderBy(hour)
    .limit(limit)
    .for('no key update', { of: programs, skipLocked: true });
}

export type NextSlot = ProgramScope & { nextAt: Date };

/** When a program is looked at next. */
export function nextSlotOf({ workspaceId, id: programId }: Program, nextAt: Date): NextSlot {
  return { workspaceId, programId, nextAt };
}

export function setNextDigest(db: Queryable, slots: readonly NextSlot[]): Promise<void> {
  return setNext(db, sql`next_digest_at`, slots);
}

export function setNextEscalation(db: Queryable, slots: readonly NextSlot[]): Promise<void> {
  return setNext(db, sql`next_escalation_at`, slots);
}

async function setNext(db: Queryable, hour: SQL, slots: readonly NextSlot[]): Promise<void> {
  if (slots.length === 0) return;
  await db.execute(sql`
    update programs set ${hour} = slot.at
    from unnest(
      ${sql.param(slots.map((slot) => slot.workspaceId))}::text[],
      ${sql.param(slots.map((slot) => slot.programId))}::uuid[],
      ${sql.param(slots.map((slot) => slot.nextAt.toISOString()))}::timestamptz[]
    ) as slot(workspace_id, id, at)
    where programs.workspace_id = slot.workspace_id and programs.id = slot.id`);
}

/** Switches on or off that messages are noticed. Returns whether that changed something. */
export async function setSeesMessagesRow(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  seesMessages: boolean,
): Promise<boolean> {
  const rows = await db
    .update(programs)
    .set({ seesMessages })
    .where(
      and(
        eq(programs.workspaceId, workspaceId),
        eq(programs.id, programId),
        eq(programs.seesMessages, !seesMessages),
      ),
    )
    .returning({ id: programs.id });
  return rows.length > 0;
}

interface Membership {
  workspaceId: string;
  userId: string;
  programId: string;
}

/** The programs that each of these people supports, with their rules, by `workspace/user`. */
export async function programsOfMembers(
  db: Queryable,
  people: readonly Pick<Membership, 'workspaceId' | 'userId'>[],
): Promise<Map<string, ProgramWithRules[]>> {
  if (people.length === 0) return new Map();
  const { rows: memberships } = await db.execute<Membership & Record<string, unknown>>(sql`
    select s.workspace_id as "workspaceId", s.user_id as "userId", s.program_id as "programId"
    from unnest(
      ${sql.param(people.map((person) => person.workspaceId))}::text[],
      ${sql.param(people.map((person) => person.userId))}::text[]
    ) as person(workspace_id, user_id)
    join supporters s on s.workspace_id = person.workspace_id and s.user_id = person.user_id
    where s.removed_at is null`);
  const ids = [...new Set(memberships.map((membership) => membership.programId))];
  const workspaceIds = [...new Set(memberships.map((membership) => membership.workspaceId))];
  const rows = await selectWithRules(db).where(
    and(inArray(programs.workspaceId, workspaceIds), inArray(programs.id, ids)),
  );
  const byId = new Map(rows.map((row) => [row.program.id, withRules(row)]));
  const found = new Map<string, ProgramWithRules[]>();
  for (const { workspaceId, userId, programId } of memberships) {
    const program = byId.get(programId);
    if (!program) continue;
    const key = memberKey({ workspaceId, userId });
    found.set(key, [...(found.get(key) ?? []), program]);
  }
  return found;
}

export function memberKey({ workspaceId, userId }: Pick<Membership, 'workspaceId' | 'userId'>): string {
  return `${workspaceId}/${userId}`;
}

/** Marks a program whose channel Slack refuses posts to. Returns whether that is news. */
export async function markProgramUnreachable(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
  since: Date,
): Promise<boolean> {
  const rows = await db
    .update(programs)
    .set({ unreachableSince: since })
    .where(
      and(
        eq(programs.workspaceId, workspaceId),
        eq(programs.id, programId),
        isNull(programs.unreachableSince),
      ),
    )
    .returning({ id: programs.id });
  return rows.length > 0;
}

/** Returns whether that is news. */
export async function markProgramReachable(
  db: Queryable,
  { workspaceId, programId }: ProgramScope,
): Promise<boolean> {
  const rows = await db
    .update(programs)
    .set({ unreachableSince: null })
    .where(
      and(
        eq(programs.workspaceId, workspaceId),
        eq(programs.id, programId),
        isNotNull(programs.unreachableSince),
      ),
    )
    .returning({ id: programs.id });
  return rows.length > 0;
}
