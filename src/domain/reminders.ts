import { addDays, type LocalDate, localDateAt } from './dates';
import { daySlot } from './schedule';

/** The hour of a supporter's reminder in her own zone. */
const reminderAt = '09:00';

interface ReminderSlotInput {
  now: Date;
  /** The supporter's zone, IANA name. */
  zone: string;
  /** Whether the supporter works on one of her own local dates. */
  isWorkingDay(on: LocalDate): boolean;
}

export interface ReminderSlot {
  /** Her local date. */
  on: LocalDate;
  /** Whether today's reminder may be made now. */
  open: boolean;
  nextAt: Date;
}

export function reminderSlot({ now, zone, isWorkingDay }: ReminderSlotInput): ReminderSlot {
  return daySlot({ now, zone, at: reminderAt, isWorkingDay });
}

/**
 * The last due day, in the program's dates, that belongs into the reminder of this slot: whatever falls due
 * before her next slot would come too late in that one. So a learner who is due on a day that she doesn't
 * work, or on a Monday in Tokyo that is still Sunday where she lives, is in the reminder before
 * (DESIGN.md 3, "The day of the reminder").
 */
export function reminderHorizon(nextAt: Date, programZone: string): LocalDate {
  return addDays(localDateAt(nextAt, programZone), -1);
}
