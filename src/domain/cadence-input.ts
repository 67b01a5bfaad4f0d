import { isLocalDate, type LocalDate } from './dates';
import type { Pause } from './pauses';

/** How often a learner is usually contacted (DESIGN.md 3, rule 2). */
export type Rhythm =
  | { kind: 'perWeek'; times: number }
  | { kind: 'everyDays'; days: number }
  /** 1 Monday … 7 Sunday. */
  | { kind: 'weekdays'; weekdays: number[] };

/** All that a next contact depends on. Dates are local dates in the program's time zone. */
export interface CadenceInput {
  /** First and last day of the course, both inclusive. */
  startedOn: LocalDate;
  endsOn: LocalDate;
  lastContactOn: LocalDate | null;
  rhythm: Rhythm;
  /** The most days that may pass between two contacts. */
  floorDays: number;
  /** The supporter's own date; ignored unless after the last contact. */
  plannedOn: LocalDate | null;
  /** In any order; they may overlap. */
  pauses: readonly Pause[];
  isWorkingDay(on: LocalDate): boolean;
}

/** Throws a RangeError that names the first bad field, its value and what was expected. */
export function checkCadenceInput(input: CadenceInput): void {
  checkDate('startedOn', input.startedOn);
  checkDate('endsOn', input.endsOn);
  if (input.endsOn < input.startedOn) {
    throw bad('endsOn', input.endsOn, `a day on or after startedOn (${input.startedOn})`);
  }
  if (input.lastContactOn !== null) checkDate('lastContactOn', input.lastContactOn);
  if (input.plannedOn !== null) checkDate('plannedOn', input.plannedOn);
  checkWhole('floorDays', input.floorDays);
  checkRhythm(input.rhythm);
  for (const [index, pause] of input.pauses.entries()) checkPause(`pauses[${index}]`, pause);
}

function checkRhythm(rhythm: Rhythm): void {
  switch (rhythm.kind) {
    case 'perWeek':
      checkWhole('rhythm.times', rhythm.times, 7);
      break;
    case 'everyDays':
      checkWhole('rhythm.days', rhythm.days);
      break;
    case 'weekdays':
      if (rhythm.weekdays.length === 0) throw bad('rhythm.weekdays', '[]', 'at least one weekday');
      for (const weekday of rhythm.weekdays) checkWhole('rhythm.weekdays', weekday, 7);
  }
}

function checkPause(field: string, { from, to }: Pause): void {
  checkDate(`${field}.from`, from);
  checkDate(`${field}.to`, to);
  if (to < from) throw bad(`${field}.to`, to, `a day on or after its from (${from})`);
}

function checkDate(field: string, value: LocalDate): void {
  if (!isLocalDate(value)) throw bad(field, value, "a real day 'YYYY-MM-DD'");
}

function checkWhole(field: string, value: number, most = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  const range = most === Number.MAX_SAFE_INTEGER ? 'of 1 or more' : `from 1 to ${most}`;
  throw bad(field, value, `a whole number ${range}`);
}

function bad(field: string, value: string | number, expectation: string): RangeError {
  return new RangeError(`nextContact: ${field} is ${value}, expected ${expectation}`);
}
