import { type WorkingTime, worksOn } from './availability';
import { type IsWorkingDay, nextWorkingDay, workingDayOnOrBefore } from './calendar';
import { addDays, daysBetween, instantAt, type LocalDate, later, localDateAt, localTimeAt } from './dates';
import { type DaySlot, daySlot } from './schedule';

/** How long before the end of her day a supporter looks a second time, in hours. */
const secondLookHours = 2;

/** The slot of a supporter's reminder: at the first hour of each of her working days. */
export function reminderSlot(now: Date, time: WorkingTime): DaySlot {
  return daySlot({ now, zone: time.zone, at: time.startsAt, isWorkingDay: worksOn(time) });
}

/** The slot of her second look; null: her day is too short for one. */
export function secondLookSlot(now: Date, time: WorkingTime): DaySlot | null {
  const at = secondLookAt(time);
  return at === null ? null : daySlot({ now, zone: time.zone, at, isWorkingDay: worksOn(time) });
}

/** 'HH:MM', two hours before her day ends; null where that isn't after its first hour. */
export function secondLookAt({ startsAt, endsAt }: Pick<WorkingTime, 'startsAt' | 'endsAt'>): string | null {
  const minutes = Number(endsAt.slice(0, 2)) * 60 + Number(endsAt.slice(3)) - secondLookHours * 60;
  if (minutes < 0) return null;
  const at = localTimeAt(new Date(minutes * 60_000), 'UTC');
  return at > startsAt ? at : null;
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

/** Days on which somebody acts in place of another, both inclusive. */
export interface Stint {
  /** The zone of its dates, an IANA name. */
  zone: string;
  from: LocalDate;
  until: LocalDate;
}

/**
 * Whether a supporter's reminder comes on a program's date, and within her stint where she stands in for somebody: on
 * Monday at nine in Los Angeles it is Tuesday in Tokyo.
 */
export function isRemindedOn(time: WorkingTime, programZone: string, stint: Stint | null): IsWorkingDay {
  const works = worksOn(time);
  return (on) =>
    [on, addDays(on, -1), addDays(on, 1)].filter(works).some((own) => {
      const at = instantAt(own, time.startsAt, time.zone);
      return localDateAt(at, programZone) === on && (stint === null || lasts(stint, at));
    });
}

function lasts(stint: Stint, at: Date): boolean {
  return hasBegun(stint, at) && !isStintOver(stint, at);
}

function hasBegun({ zone, from }: Stint, at: Date): boolean {
  return from <= localDateAt(at, zone);
}

/** Whether its last day has passed where it is counted, whatever day it is elsewhere. */
export function isStintOver({ zone, until }: Pick<Stint, 'zone' | 'until'>, at: Date): boolean {
  return until < localDateAt(at, zone);
}

/** How long before a stint a morning may lie that stands for its first one, in days. */
const daysAhead = 14;

/**
 * The first of her working mornings within a stint, when whoever stands in gets to know what she needs; where she works on
 * none, the last one before it. Null: there is neither.
 */
export function firstMorning(time: WorkingTime, stint: Stint): Date | null {
  const { from, until } = stint;
  const mornings = Array.from({ length: daysAhead + daysBetween(from, until) + 2 }, (_, n) =>
    addDays(from, n - daysAhead),
  )
    .filter(worksOn(time))
    .map((on) => instantAt(on, time.startsAt, time.zone));
  return mornings.find((at) => lasts(stint, at)) ?? mornings.findLast((at) => !hasBegun(stint, at)) ?? null;
}

/** All dates are the program's. */
interface RemindInput {
  dueOn: LocalDate;
  /** The day on which `dueOn` was set, and for a cover not before her cover begins. */
  notBefore: LocalDate;
  floorOn: LocalDate | null;
  lastContactOn: LocalDate | null;
  /** Whether the reminder of whoever acts for the learner comes on that date. */
  worksOn: IsWorkingDay;
}

/**
 * The day on which whoever acts for a learner is reminded of her (DESIGN.md 3, "The day of the reminder"): the latest
 * working day up to the due day, else the next one that keeps the floor. Null: neither is there, the learner needs
 * cover. A floor that was missed before anybody could be reminded asks for nobody else: the next working day is best.
 */
export function remindOn({
  dueOn,
  notBefore,
  floorOn,
  lastContactOn,
  worksOn,
}: RemindInput): LocalDate | null {
  const earliest = later(notBefore, lastContactOn === null ? '' : addDays(lastContactOn, 1));
  const before = workingDayOnOrBefore(dueOn, worksOn);
  if (before !== null && before >= earliest) return before;
  const after = nextWorkingDay(later(dueOn, addDays(earliest, -1)), worksOn);
  if (after === null) return null;
  const inTime = floorOn === null || after <= floorOn || floorOn < earliest;
  return inTime ? after : null;
}
