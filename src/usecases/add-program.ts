import { audit } from '../db/audit';
import { addMembers, bringReminderForward } from '../db/members-add';
import { findTaken, insertPolicy, insertProgram, insertSupporters, saveWorkspace } from '../db/program-setup';
import type { Role } from '../domain/access';
import { createCalendar } from '../domain/calendar';
import { localDateAt } from '../domain/dates';
import { reminderSlot } from '../domain/reminders';
import type { Person } from '../domain/roster';
import { daySlot } from '../domain/schedule';
import { type Context, transact, type Unit } from './context';

export interface NewProgram {
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
  | { kind: 'added'; programId: string; nextDigestAt: Date }
  /** Another program has the name or lives in the channel. */
  | { kind: 'taken'; by: { name: string; channelId: string } };

/** Monday to Friday (DESIGN.md 3). */
const weekdays = [1, 2, 3, 4, 5];

/** Starts a program: with its first policy, its people, and the hours of their lists. */
export function addProgram(context: Context, input: NewProgram): Promise<AddProgramResult> {
  return transact(context, async (unit) => {
    const { db, now } = unit;
    const { isWorkingDay } = createCalendar({ country: input.country, weekdays, closures: [] });
    const { nextAt } = daySlot({ now, zone: input.zone, at: input.digestAt, isWorkingDay });
    await saveWorkspace(db, input.workspace, now);
    const added = await insertProgram(db, programRow(input, nextAt, now));
    if (!added) return taken(unit, input);
    await addPeople(unit, input, added.programId);
    await addPolicy(unit, input, added.programId);
    await auditProgram(unit, input, added.programId);
    return { kind: 'added', ...added, nextDigestAt: nextAt };
  });
}

function programRow(input: NewProgram, nextDigestAt: Date, createdAt: Date) {
  const { name, channelId, zone, locale, country, digestAt } = input;
  const workspaceId = input.workspace.id;
  return { workspaceId, name, channelId, zone, locale, country, digestAt, nextDigestAt, createdAt };
}

async function taken({ db }: Unit, input: NewProgram): Promise<AddProgramResult> {
  const by = await findTaken(db, { workspaceId: input.workspace.id }, input);
  if (!by)
    throw new Error(`program ${input.name}: expected to be added, or to find what has its name or channel`);
  return { kind: 'taken', by };
}

async function addPeople({ db, now }: Unit, input: NewProgram, programId: string): Promise<void> {
  const { people } = input;
  const workspaceId = input.workspace.id;
  const { isWorkingDay } = createCalendar({ country: input.country, weekdays, closures: [] });
  await addMembers(
    db,
    { workspaceId },
    people.map(({ userId, name, zone, locale }) => ({ userId, name, zone, locale })),
  );
  await insertSupporters(
    db,
    people.map(({ userId, role }) => ({ workspaceId, programId, userId, role })),
  );
  await bringReminderForward(
    db,
    { workspaceId },
    people.map(({ userId, zone }) => ({ userId, nextAt: reminderSlot({ now, zone, isWorkingDay }).nextAt })),
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
    setAt: now,
  });
}

async function auditProgram({ db, now }: Unit, input: NewProgram, programId: string): Promise<void> {
  await audit(db, {
    workspaceId: input.workspace.id,
    programId,
    action: 'program.added',
    subjectId: programId,
    details: { people: input.people.length },
    at: now,
  });
}
