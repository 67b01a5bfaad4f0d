/**
 * Prints what the domain answers around clock changes, for zones.test.ts to compare between machines of
 * different time zones. The first line is the machine's own zone, the second the answers.
 */
import { contactStatus, nextContact } from '../../src/domain/cadence';
import { createCalendar } from '../../src/domain/calendar';
import { addDays, daysBetween, instantAt, localDateAt, localTimeAt, weekdayOf } from '../../src/domain/dates';
import { daySlot } from '../../src/domain/schedule';

const ZONES = ['Asia/Tokyo', 'America/Los_Angeles', 'Europe/Paris', 'Australia/Sydney', 'UTC'];
/** A fortnight around each clock change of 2026 in those zones, and the turn of the year. */
const STARTS = ['2026-03-01', '2026-03-22', '2026-04-01', '2026-09-28', '2026-10-20', '2026-12-25'];
const DAYS = STARTS.flatMap((start) => Array.from({ length: 14 }, (_, days) => addDays(start, days)));

function answersFor(country: string): unknown[] {
  const { isWorkingDay } = createCalendar({
    country,
    weekdays: [1, 2, 3, 4, 5],
    closures: ['2026-12-29', '2027-01-04'],
  });
  return DAYS.map((today) => {
    const next = nextContact({
      startedOn: '2026-01-05',
      endsOn: '2027-01-20',
      lastContactOn: today,
      rhythm: { kind: 'perWeek', times: 2 },
      floorDays: 7,
      plannedOn: null,
      pauses: [{ from: '2026-03-28', to: '2026-03-30' }],
      isWorkingDay,
    });
    const status = contactStatus({ today: addDays(today, 5), next, isWorkingDay });
    return [today, isWorkingDay(today), next, status];
  });
}

function instantsIn(zone: string): unknown[] {
  const { isWorkingDay } = createCalendar({ country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [] });
  return DAYS.map((on) => {
    const now = instantAt(on, '02:30', zone);
    const slot = daySlot({ now, zone, at: '02:30', isWorkingDay });
    return [
      on,
      weekdayOf(on),
      daysBetween('2026-01-01', on),
      now,
      localDateAt(now, zone),
      localTimeAt(now, zone),
      slot,
    ];
  });
}

const answers = { calendars: ['JP', 'US', 'SA'].map(answersFor), zones: ZONES.map(instantsIn) };
process.stdout.write(`${new Date(2026, 0, 1).getTimezoneOffset()}\n${JSON.stringify(answers)}`);
