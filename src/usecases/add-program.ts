import { audit } from '../db/audit';
import { addMembers } from '../db/members-add';
import { findTaken, insertPolicy, insertProgram, insertSupporters, saveWorkspace } from '../db/program-setup';
import { requireProgram } from '../db/programs';
import { findTeam } from '../db/team';
import type { Role } from '../domain/access';
import { createCalendar } from '../domain/calendar';
import { localDateAt } from '../domain/dates';
import { escalationSlot } from '../domain/escalation';
import type { Person } from '../domain/roster';
import { daySlot } from '../domain/schedule';
import { teamKey } from '../domain/team';
import { UserError } from '../errors';
import { type Context, transact, type Unit } from './context';
import { replanMembers } from './replan-members';
import { touchHomesOf } from './touch-homes';

export interface NewProgram {
  /** Whoever asks again under the id of a program finds it added, and changes nothing. Default: a new one. */
  id?: string;
  /** The Slack user who sets it up; null: an operator. Default: null. */
  actorId?: string | null;
  /** As Slack names it. */
  workspace: { id: string; name: string };
  name: string;
  channelId: string;
  /** IANA name. */
  zone: string;
  locale: 'ja' | 'en';
  /** ISO 3166 code in capitals whose holidays are known (isCountry). */
  country: string;
  /** 'HH:MM' in the program's zone. */
  digestAt: string;
  contactsPerWeek: number;
  floorDays: number;
  /** Each person once. */
  people: readonly (Person & { role: Role })[];
}

export type AddProgramResult =
  | { kind: 'added'; programId: string; nextDigestAt: Date; repeated: boolean }
  /** Another program has the name or lives in the channel. */
  | { kind: 'taken'; by: { name: string; channelId: string } };

/** Monday to Friday (DESIGN.md 3). */
const weekdays = [1, 2, 3, 4, 5];

/**
 * Starts a program: with its first policy, its people, and the hours of their lists.
 * @throws {UserError} savedAsSent when the program of that id was added as something else
 */
export function addProgram(context: Context, input: NewProgram): Promise<AddProgramResult> {
  return transact(context, async (unit) => {
    const { db, now } = unit;
    const { isWorkingDay } = createCalendar({ country: input.country, weekdays, closures: [] });
    const { nextAt } = daySlot({ now, zone: input.zone, at: input.digestAt, isWorkingDay });
    await saveWorkspace(db, input.workspace, now);
    const escalation = escalationSlot({ now, zone: input.zone, isWorkingDay });
    const hours = { nextDigestAt: nextAt, nextEscalationAt: escalation.nextAt };
    const added = await insertProgram(db, programRow(input, hours, now));
    if (!added) return foundInstead(unit, input, nextAt);
    await addPeople(unit, input, added.programId);
    await addPolicy(unit, input, added.programId);
    await auditProgram(unit, input, added.programId);
    await touchHomesOf(
      unit,
      { workspaceId: input.workspace.id },
      input.people.map(({ userId }) => userId),
    );
    return { kind: 'added', ...added, nextDigestAt: nextAt, repeated: false };
  });
}

function programRow(
  input: NewProgram,
  hours: { nextDigestAt: Date; nextEscalationAt: Date },
  createdAt: Date,
) {
  const { name, channelId, zone, locale, country, digestAt } = input;
  const workspaceId = input.workspace.id;
  const id = input.id === undefined ? {} : { id: input.id };
  return { ...id, workspaceId, name, channelId, zone, locale, country, digestAt, ...hours, createdAt };
}

/** What stands in the way of a new program: that very one, when it is asked for again, else one with its name or channel. */
async function foundInstead(unit: Unit, input: NewProgram, nextDigestAt: Date): Promise<AddProgramResult> {
  const by = await findTaken(unit.db, { workspaceId: input.workspace.id }, input);
  if (!by)
    throw new Error(`program ${input.name}: expected to be added, or to find what has its name or channel`);
  if (by.programId !== input.id) return { kind: 'taken', by };
  if (!(await isAsAsked(unit, input, by.programId))) throw new UserError('savedAsSent');
  return { kind: 'added', programId: by.programId, nextDigestAt, repeated: true };
}

/** Whether a program stands as it is asked for: with these rules and these people. */
async function isAsAsked({ db }: Unit, input: NewProgram, programId: string): Promise<boolean> {
  const scope = { workspaceId: input.workspace.id, programId };
  const { name, zone, locale, country, digestAt, rules } = await requireProgram(db, scope);
  const [policy] = rules.policies;
  const stored = { name, zone, locale, country, digestAt: digestAt.slice(0, 5) };
  return (
    Object.entries(stored).every(([key, value]) => input[key as keyof typeof stored] === value) &&
    policy?.contactsPerWeek === input.contactsPerWeek &&
    policy.floorDays === input.floorDays &&
    teamKey(await findTeam(db, scope)) === teamKey(input.people)
  );
}

async function addPeople(unit: Unit, { people, workspace }: NewProgram, programId: string): Promise<void> {
  const workspaceId = workspace.id;
  await addMembers(
    unit.db,
    { workspaceId },
    people.map(({ userId, name, zone, locale }) => ({ userId, name, zone, locale })),
  );
  await insertSupporters(
    unit.db,
    people.map(({ userId, role }) => ({ workspaceId, programId, userId, role })),
  );
  await replanMembers(
    unit,
    people.map(({ userId }) => ({ workspaceId, userId })),
  );
}

/** It counts from today; policyOn takes the first one for the days before it as well. */
async function addPolicy({ db, now }: Unit, input: NewProgram, programId: string): Promise<void> {
  await insertPolicy(db, {
    workspaceId: input.workspace.id,
    programId,
    effectiveOn: localDateAt(now, input.zone),
    contactsPerWeek: input.contactsPerWeek,
    floorDays: input.floorDays,
    setBy: input.actorId ?? null,
    setAt: now,
  });
}

async function auditProgram({ db, now }: Unit, input: NewProgram, programId: string): Promise<void> {
  await audit(db, {
    workspaceId: input.workspace.id,
    programId,
    actorId: input.actorId ?? null,
    action: 'program.added',
    subjectId: programId,
    details: { people: input.people.length },
    at: now,
  });
}
