import { contactStatus, type NextContact } from '../../src/domain/cadence';
import type { LocalDate } from '../../src/domain/dates';
import type { ProgramRules } from '../../src/domain/program-rules';

/** How many learners stand how on a day; `quiet`: planned for a later day than today. */
export function standingsOf(everybody: readonly NextContact[], today: LocalDate, { calendar }: ProgramRules) {
  const kinds = everybody.map(
    (next) => contactStatus({ today, next, isWorkingDay: calendar.isWorkingDay }).kind,
  );
  const count = (kind: string) => kinds.filter((it) => it === kind).length;
  return {
    due: count('due'),
    overdue: count('overdue'),
    breached: count('breached'),
    upcoming: count('upcoming'),
    quiet: everybody.filter(({ reason, dueOn }) => reason === 'planned' && (dueOn ?? '') > today).length,
  };
}

/** Each standing is there, and none swamps the day. */
export function expectVariety({ due, overdue, breached, upcoming, quiet }: ReturnType<typeof standingsOf>) {
  expect(due).toBeGreaterThanOrEqual(8);
  expect(due).toBeLessThanOrEqual(65);
  for (const few of [overdue, breached, quiet]) expect(few).toBeGreaterThanOrEqual(2);
  expect(breached).toBeLessThanOrEqual(20);
  expect(upcoming).toBeGreaterThanOrEqual(20);
}
