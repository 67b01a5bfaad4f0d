import fc from 'fast-check';
import { type CadenceInput, nextContact, type Rhythm } from '../../src/domain/cadence';
import { addDays, daysBetween, type LocalDate, later, weekdayOf } from '../../src/domain/dates';
import { isPaused } from '../../src/domain/pauses';

const on = (day: number): LocalDate => addDays('2026-01-01', day);
const span = (from: number, days: number) => ({ from: on(from), to: on(from + days) });
const day = fc.integer({ min: -20, max: 220 });
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });

const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.integer({ min: 1, max: 7 }).map((times): Rhythm => ({ kind: 'perWeek', times })),
  fc.integer({ min: 1, max: 60 }).map((days): Rhythm => ({ kind: 'everyDays', days })),
  weekdays.map((listed): Rhythm => ({ kind: 'weekdays', weekdays: listed })),
);

/** Any working week with closures of up to a month, so that floors also fall where nobody works. */
const isWorkingDay = fc
  .record({ weekdays, closures: fc.array(fc.tuple(day, fc.nat(30)), { maxLength: 4 }) })
  .map(({ weekdays: working, closures }) => {
    const closed = closures.map(([from, days]) => span(from, days));
    return (date: LocalDate) => working.includes(weekdayOf(date)) && !isPaused(closed, date);
  });

const input: fc.Arbitrary<CadenceInput> = fc
  .record({
    start: fc.nat(60),
    length: fc.nat(150),
    lastContactOn: fc.option(day.map(on)),
    rhythm,
    floorDays: fc.integer({ min: 1, max: 20 }),
    plannedOn: fc.option(day.map(on)),
    pauses: fc.array(
      fc.tuple(day, fc.nat(40)).map(([from, days]) => span(from, days)),
      { maxLength: 4 },
    ),
    isWorkingDay,
  })
  .map(({ start, length, ...rest }) => ({ ...rest, startedOn: on(start), endsOn: on(start + length) }));

/** Some day in (after, until] that fulfils the condition. */
function anyDay(after: LocalDate, until: LocalDate, holds: (date: LocalDate) => boolean): boolean {
  const length = Math.max(0, daysBetween(after, until));
  return Array.from({ length }, (_, days) => addDays(after, days + 1)).some(holds);
}

function holds(property: (drawn: CadenceInput) => void): void {
  fc.assert(fc.property(input, property), { numRuns: 3000 });
}

describe('whatever the input', () => {
  it('a due day is a working day of the course, after the last contact and outside every pause', () => {
    holds((drawn) => {
      const { dueOn } = nextContact(drawn);
      if (dueOn === null) return;
      expect(drawn.isWorkingDay(dueOn)).toBe(true);
      expect(dueOn >= drawn.startedOn && dueOn <= drawn.endsOn).toBe(true);
      expect(drawn.lastContactOn === null || dueOn > drawn.lastContactOn).toBe(true);
      expect(isPaused(drawn.pauses, dueOn)).toBe(false);
    });
  });

  it('the floor is passed only when no day after the last contact allows work', () => {
    holds((drawn) => {
      const { dueOn, floorOn } = nextContact(drawn);
      if (dueOn === null || floorOn === null || dueOn <= floorOn) return;
      const anchor = addDays(floorOn, -drawn.floorDays);
      expect(anyDay(anchor, floorOn, drawn.isWorkingDay)).toBe(false);
      expect(anyDay(anchor, addDays(dueOn, -1), drawn.isWorkingDay)).toBe(false);
    });
  });

  it("only a pause lengthens the client's minimum", () => {
    holds((drawn) => {
      const { floorOn } = nextContact(drawn);
      const before = addDays(drawn.startedOn, -1);
      const anchor =
        drawn.lastContactOn !== null && drawn.lastContactOn > before ? drawn.lastContactOn : before;
      const minimum = addDays(anchor, drawn.floorDays);
      if (floorOn === null || floorOn === minimum) return;
      expect(floorOn > minimum).toBe(true);
      expect(
        anyDay(anchor, minimum, (date) => isPaused(drawn.pauses, date)) || pausedAtFirstChance(drawn, anchor),
      ).toBe(true);
    });
  });

  it('logging a contact never makes the next one earlier', () => {
    fc.assert(
      fc.property(input, day.map(on), (drawn, contactOn) => {
        // Also a welcome before the course: as an anchor it would make somebody due before the first day.
        const logged = { ...drawn, lastContactOn: later(drawn.lastContactOn ?? contactOn, contactOn) };
        const before = nextContact(drawn).dueOn;
        const after = nextContact(logged).dueOn;
        if (before === null) expect(after).toBeNull();
        else expect(after === null || after >= before).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('does not depend on the order of the pauses', () => {
    holds((drawn) => {
      const reversed = { ...drawn, pauses: drawn.pauses.toReversed() };
      expect(nextContact(reversed)).toEqual(nextContact(drawn));
    });
  });

  it('a course is over only after its last working day was used or paused away', () => {
    holds((drawn) => {
      if (nextContact(drawn).reason !== 'over') return;
      const free = (date: LocalDate) => drawn.isWorkingDay(date) && !isPaused(drawn.pauses, date);
      const after = drawn.lastContactOn ?? addDays(drawn.startedOn, -1);
      const lastWorking = lastDay(drawn);
      expect(lastWorking === null || lastWorking <= after || !free(lastWorking)).toBe(true);
    });
  });
});

/** Where nobody works within the floor, the first working day after it may fall into a pause. */
function pausedAtFirstChance(drawn: CadenceInput, anchor: LocalDate): boolean {
  let first = addDays(anchor, 1);
  while (!drawn.isWorkingDay(first)) first = addDays(first, 1);
  return anyDay(anchor, first, (date) => isPaused(drawn.pauses, date));
}

function lastDay({ startedOn, endsOn, isWorkingDay: works }: CadenceInput): LocalDate | null {
  for (let date = endsOn; date >= startedOn; date = addDays(date, -1)) if (works(date)) return date;
  return null;
}
