import { workingDayOnOrBefore } from './calendar';
import { type LocalDate, localDateAt, localTimeAt } from './dates';
import type { ProgramRules } from './program-rules';

/** The hour of a floor's last day, in the program's zone, from which anybody of the team may step in. */
export const lastCallAt = '12:00';

/**
 * Whether a floor is about to be missed (DESIGN.md 4, Escalation): it is past noon of the last working day that keeps
 * it, or later, and nobody has been in touch.
 */
export function isLastCall(
  { dueOn, floorOn }: { dueOn: LocalDate | null; floorOn: LocalDate | null },
  { zone, calendar }: ProgramRules,
  now: Date,
): boolean {
  if (dueOn === null || floorOn === null) return false;
  const today = localDateAt(now, zone);
  const lastDay = workingDayOnOrBefore(floorOn, calendar.isWorkingDay) ?? floorOn;
  return today > lastDay || (today === lastDay && localTimeAt(now, zone) >= lastCallAt);
}
