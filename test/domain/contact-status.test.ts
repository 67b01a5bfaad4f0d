import { contactStatus } from '../../src/domain/cadence';
import { createCalendar } from '../../src/domain/calendar';

const { isWorkingDay } = createCalendar({
  country: 'JP',
  weekdays: [1, 2, 3, 4, 5],
  closures: ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04'],
});

function status(today: string, dueOn: string | null, floorOn: string | null) {
  return contactStatus({ today, next: { dueOn, floorOn }, isWorkingDay });
}

describe('contactStatus', () => {
  it.each([
    ['the day before', '2026-11-18', { kind: 'upcoming' }],
    ['on the day', '2026-11-19', { kind: 'due' }],
    ['the day after', '2026-11-20', { kind: 'overdue', workingDays: 1 }],
    ['on the weekend', '2026-11-22', { kind: 'overdue', workingDays: 1 }],
    ['on a holiday that is the floor', '2026-11-23', { kind: 'overdue', workingDays: 1 }],
    ['after the floor', '2026-11-24', { kind: 'breached', workingDays: 2 }],
  ])('%s', (_, today, expected) => {
    expect(status(today, '2026-11-19', '2026-11-23')).toEqual(expected);
  });

  it('counts no working day on the first weekend', () => {
    expect(status('2026-11-21', '2026-11-20', '2026-11-25')).toEqual({ kind: 'overdue', workingDays: 0 });
  });

  it('counts across the winter closure', () => {
    expect(status('2027-01-04', '2026-12-28', '2027-01-08')).toEqual({ kind: 'overdue', workingDays: 0 });
    expect(status('2027-01-06', '2026-12-28', '2027-01-08')).toEqual({ kind: 'overdue', workingDays: 2 });
  });

  it('is none when nothing more is due', () => {
    expect(status('2026-11-19', null, null)).toEqual({ kind: 'none' });
    expect(status('2026-11-19', null, '2026-11-01')).toEqual({ kind: 'none' });
  });

  it('is breached before the due day when the floor fell into a closure', () => {
    expect(status('2026-12-31', '2027-01-05', '2026-12-30')).toEqual({ kind: 'breached', workingDays: 0 });
    expect(status('2027-01-05', '2027-01-05', '2026-12-30')).toEqual({ kind: 'breached', workingDays: 0 });
  });

  it('is never breached without a floor', () => {
    expect(status('2026-11-24', '2026-11-19', null)).toEqual({ kind: 'overdue', workingDays: 2 });
  });
});
