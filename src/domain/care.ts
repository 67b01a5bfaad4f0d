import type { WorkingTime } from './availability';
import type { Calendar } from './calendar';
import type { Audience } from './check-in';
import { type LocalDate, localDateAt } from './dates';
import { reminderSlot } from './reminders';

/** The roles beside the companion's, in the order in which they are named. */
export const careRoles = ['mentor', 'advisor'] as const;
export type CareRole = (typeof careRoles)[number];

/** A learner's mentor or advisor. */
export interface CareTeamPerson {
  role: CareRole;
  /** Null: somebody who isn't in Slack, known by name alone. */
  userId: string | null;
  name: string;
}

/** The most flags in one message to somebody: two blocks each, of the 50 that Slack allows. */
export const flagsPerMessage = 20;

/**
 * When somebody of a care team is next told what was flagged: at the first hour of her working day, on a working day of
 * the learner's program. `on` is her local date then.
 */
export function careSlot(now: Date, time: WorkingTime, program: Calendar): { at: Date; on: LocalDate } {
  const { nextAt: at } = reminderSlot(now, { ...time, calendars: [program] });
  return { at, on: localDateAt(at, time.zone) };
}

/** Those whom Banso can tell of a check-in, each once, in the order of their ids; never its author. */
export function readersOf(
  team: readonly { role: CareRole; userId: string | null }[],
  { flaggedFor, authorId }: { flaggedFor: readonly Audience[]; authorId: string },
): string[] {
  const readers = team.flatMap(({ role, userId }) =>
    userId !== null && userId !== authorId && flaggedFor.includes(role) ? [userId] : [],
  );
  return [...new Set(readers)].sort();
}
