import { type CadenceInput, checkCadenceInput, type Rhythm } from './cadence-input';
import { type IsWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore } from './calendar';
import { addDays, type LocalDate, later, weekdayOf } from './dates';
import { isPaused, withoutOverlaps } from './pauses';

export type { CadenceInput, Rhythm } from './cadence-input';

export interface NextContact {
  /** null: nothing more is due. */
  dueOn: LocalDate | null;
  /** The last day that still keeps the client's minimum. */
  floorOn: LocalDate | null;
  /** The rule that set the day. */
  reason: 'first' | 'rhythm' | 'planned' | 'floor' | 'return' | 'closing' | 'over';
}

/** What is due of somebody who is not followed up now: paused without a return day, completed or withdrawn. */
export const nothingDue: NextContact = { dueOn: null, floorOn: null, reason: 'over' };

/** What the rules hand on from one to the next. */
interface Candidate {
  dueOn: LocalDate;
  floorOn: LocalDate;
  reason: Exclude<NextContact['reason'], 'over'>;
}

/** A breach is told before all else; both counts are the working days in (dueOn, today]. */
export type ContactStatus =
  | { kind: 'none' }
  | { kind: 'upcoming' }
  | { kind: 'due' }
  | { kind: 'overdue'; workingDays: number }
  | { kind: 'breached'; workingDays: number };

/**
 * When a learner is to be contacted next: DESIGN.md 3, rules 1 to 6 in that order.
 *
 * The day is a working day after the last contact. Only a calendar without any working day for SEARCH_DAYS
 * gives the plain day that the rule names, so that the learner shows up rather than vanishes. Throws
 * RangeError for bad input.
 */
export function nextContact(input: CadenceInput): NextContact {
  checkCadenceInput(input);
  const anchor = anchorOf(input);
  const wished = planned(input, anchor) ?? usual(input, anchor);
  const kept = withinFloor(input, anchor, wished);
  return withinCourse(input, anchor, afterPauses(input, anchor, kept));
}

/**
 * How a next contact stands on a day (DESIGN.md 3, "With `today`"). `today` is the local date in the
 * program's zone. A floor that fell on days without work is breached before the contact is even due.
 */
export function contactStatus({
  today,
  next,
  isWorkingDay,
}: {
  today: LocalDate;
  next: Pick<NextContact, 'dueOn' | 'floorOn'>;
  isWorkingDay: IsWorkingDay;
}): ContactStatus {
  const { dueOn, floorOn } = next;
  if (dueOn === null) return { kind: 'none' };
  const breached = floorOn !== null && today > floorOn;
  if (breached) return { kind: 'breached', workingDays: workingDaysAfter(dueOn, today, isWorkingDay) };
  if (today < dueOn) return { kind: 'upcoming' };
  if (today === dueOn) return { kind: 'due' };
  return { kind: 'overdue', workingDays: workingDaysAfter(dueOn, today, isWorkingDay) };
}

/** Working days in (from, to]; 0 when `to` is not after `from`. */
function workingDaysAfter(from: LocalDate, to: LocalDate, isWorkingDay: IsWorkingDay): number {
  let count = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) {
    if (isWorkingDay(on)) count += 1;
  }
  return count;
}

/**
 * The day from which the next contact counts. A contact before the course, such as a welcome, does not stand
 * for the first one: without this it would make somebody due before they have started.
 */
function anchorOf({ startedOn, lastContactOn }: CadenceInput): LocalDate {
  return later(lastContactOn ?? '', addDays(startedOn, -1));
}

/** Rules 1 and 2. */
function usual(input: CadenceInput, anchor: LocalDate): Omit<Candidate, 'floorOn'> {
  if (anchor < input.startedOn) return { dueOn: forward(input, input.startedOn), reason: 'first' };
  return { dueOn: forward(input, rhythmDay(input.rhythm, anchor)), reason: 'rhythm' };
}

/** Rule 2: the day that the rhythm names, working day or not. */
function rhythmDay(rhythm: Rhythm, anchor: LocalDate): LocalDate {
  if (rhythm.kind === 'perWeek') return addDays(anchor, Math.floor(7 / rhythm.times));
  if (rhythm.kind === 'everyDays') return addDays(anchor, rhythm.days);
  const listed = new Set(rhythm.weekdays);
  let on = addDays(anchor, 1);
  while (!listed.has(weekdayOf(on))) on = addDays(on, 1);
  return on;
}

/** Rule 3. */
function planned(input: CadenceInput, anchor: LocalDate): Omit<Candidate, 'floorOn'> | null {
  if (input.plannedOn === null || input.plannedOn <= anchor) return null;
  return { dueOn: forward(input, input.plannedOn), reason: 'planned' };
}

/** Rule 4. */
function withinFloor(input: CadenceInput, anchor: LocalDate, wished: Omit<Candidate, 'floorOn'>): Candidate {
  const floorOn = addDays(anchor, input.floorDays);
  if (wished.dueOn <= floorOn) return { ...wished, floorOn };
  const dueOn = lastWorkingDay(input, anchor, floorOn) ?? forward(input, addDays(anchor, 1));
  return { dueOn, floorOn, reason: 'floor' };
}

/** Rule 5. */
function afterPauses(input: CadenceInput, anchor: LocalDate, kept: Candidate): Candidate {
  let candidate = kept;
  for (const pause of withoutOverlaps(input.pauses)) {
    if (pause.to <= anchor || pause.from > candidate.dueOn) continue;
    const dueOn = forward(input, addDays(pause.to, 1));
    candidate = { dueOn, floorOn: later(candidate.floorOn, dueOn), reason: 'return' };
  }
  return candidate;
}

/** Rule 6. */
function withinCourse(input: CadenceInput, anchor: LocalDate, candidate: Candidate): NextContact {
  if (candidate.dueOn <= input.endsOn) return candidate;
  const dueOn = lastWorkingDay(input, anchor, input.endsOn);
  if (dueOn === null || isPaused(input.pauses, dueOn)) return nothingDue;
  return { dueOn, floorOn: candidate.floorOn, reason: 'closing' };
}

/** `forward(d)` of the rules. */
function forward({ isWorkingDay }: { isWorkingDay: IsWorkingDay }, on: LocalDate): LocalDate {
  return workingDayOnOrAfter(on, isWorkingDay) ?? on;
}

/** `back(d)` of the rules, when that is after the anchor. */
function lastWorkingDay(input: CadenceInput, anchor: LocalDate, on: LocalDate): LocalDate | null {
  const day = workingDayOnOrBefore(on, input.isWorkingDay);
  return day !== null && day > anchor ? day : null;
}
