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

type Standings = ReturnType<typeof standingsOf>;
type Bounds = Readonly<Record<keyof Standings, readonly [least: number, most: number]>>;

/** What suits the 120 learners of the Japanese program: each standing is there, and none swamps the day. */
export const japaneseBounds: Bounds = {
  due: [8, 65],
  overdue: [2, 20],
  breached: [2, 20],
  upcoming: [20, 120],
  quiet: [2, 20],
};

/** The same for the 48 of the English one. */
export const englishBounds: Bounds = {
  due: [5, 26],
  overdue: [0, 8],
  breached: [1, 8],
  upcoming: [14, 48],
  quiet: [4, 10],
};

export function expectVariety(standings: Standings, bounds: Bounds) {
  for (const [standing, count] of Object.entries(standings)) {
    const [least, most] = bounds[standing as keyof Standings];
    const suits = count >= least && count <= most;
    expect({ standing, count, suits }).toEqual({ standing, count, suits: true });
  }
}
