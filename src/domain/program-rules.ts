import type { NextContact, Rhythm } from './cadence';
import { nextContact } from './cadence';
import type { Calendar } from './calendar';
import { instantAt, type LocalDate, localDateAt } from './dates';

/** The client's minimum and the usual rhythm from a day on. */
export interface Policy {
  effectiveOn: LocalDate;
  contactsPerWeek: number;
  floorDays: number;
}

export interface NewPolicy extends Policy {
  /** For whoever reads the history. */
  reason: string;
}

/** What decides when a program's learners are due. */
export interface ProgramRules {
  /** IANA name. */
  zone: string;
  calendar: Calendar;
  /** Ascending by `effectiveOn`; never empty. */
  policies: readonly Policy[];
}

/** What of a learner decides when she is due. */
export interface LearnerCadence {
  startedOn: LocalDate;
  endsOn: LocalDate;
  lastContactOn: LocalDate | null;
  /** The learner's own; null: the program's. */
  rhythm: Rhythm | null;
  plannedOn: LocalDate | null;
  pauses: { from: LocalDate; to: LocalDate }[];
}

/** The policy in force on a day; before the first one takes effect, the first one. */
export function policyOn(rules: ProgramRules, on: LocalDate): Policy {
  const [first, ...rest] = rules.policies;
  if (!first) throw new RangeError('program rules: policies: expected at least one');
  return rest.findLast((policy) => policy.effectiveOn <= on) ?? first;
}

/** The instant at which the next policy takes effect that isn't yet in force; null: none is planned. */
export function nextPolicyAt(rules: ProgramRules, now: Date): Date | null {
  const today = localDateAt(now, rules.zone);
  const next = rules.policies.find((policy) => policy.effectiveOn > today);
  return next ? instantAt(next.effectiveOn, '00:00', rules.zone) : null;
}

/** When a learner is due next, by the program's policy of `today` (DESIGN.md 3). */
export function nextContactFor(rules: ProgramRules, learner: LearnerCadence, today: LocalDate): NextContact {
  const policy = policyOn(rules, today);
  return nextContact({
    ...learner,
    rhythm: learner.rhythm ?? { kind: 'perWeek', times: policy.contactsPerWeek },
    floorDays: policy.floorDays,
    isWorkingDay: (on) => rules.calendar.isWorkingDay(on),
  });
}
