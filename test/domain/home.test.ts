import { createCalendar } from '../../src/domain/calendar';
import { daysAhead, homeDaysAhead } from '../../src/domain/home';

const weekdays = [1, 2, 3, 4, 5];
const { isWorkingDay: inJapan } = createCalendar({ country: 'JP', weekdays, closures: [] });
const { isWorkingDay: inAmerica } = createCalendar({ country: 'US', weekdays, closures: [] });
const never = () => false;
const always = () => true;

describe('the week ahead', () => {
  it('begins tomorrow and ends on the seventh day', () => {
    const days = daysAhead([{ today: '2026-11-24', isWorkingDay: always }], []);
    expect(days).toHaveLength(homeDaysAhead);
    expect([days[0], days.at(-1)]).toEqual(['2026-11-25', '2026-12-01']);
  });

  it('holds the working days alone', () => {
    expect(daysAhead([{ today: '2026-11-24', isWorkingDay: inJapan }], [])).toEqual([
      ...['2026-11-25', '2026-11-26', '2026-11-27'],
      ...['2026-11-30', '2026-12-01'],
    ]);
  });

  it('leaves out public holidays and the program’s own closures', () => {
    const closures = ['2026-11-25'];
    const { isWorkingDay } = createCalendar({ country: 'JP', weekdays, closures });
    // Monday, 23 November, is Labour Thanksgiving Day.
    expect(daysAhead([{ today: '2026-11-20', isWorkingDay }], [])).toEqual([
      ...['2026-11-24', '2026-11-26', '2026-11-27'],
    ]);
  });

  it('holds each day on which one of several programs works, once and in order', () => {
    const america = { today: '2026-11-20', isWorkingDay: inAmerica };
    const japan = { today: '2026-11-20', isWorkingDay: inJapan };
    // Thanksgiving is the 26th in America, Labour Thanksgiving Day the 23rd in Japan.
    const all = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
    expect(daysAhead([america], [])).toEqual(all.filter((on) => on !== '2026-11-26'));
    expect(daysAhead([japan], [])).toEqual(all.filter((on) => on !== '2026-11-23'));
    expect(daysAhead([japan, america], [])).toEqual(all);
  });

  it('counts seven days after the today of each program, where it is a day later in one', () => {
    const losAngeles = { today: '2026-11-24', isWorkingDay: always };
    const tokyo = { today: '2026-11-25', isWorkingDay: always };
    const days = daysAhead([tokyo, losAngeles], []);
    expect(days).toHaveLength(homeDaysAhead + 1);
    expect([days[0], days.at(-1)]).toEqual(['2026-11-25', '2026-12-02']);
  });

  it('shows a day on which somebody is due though nobody works', () => {
    const days = daysAhead([{ today: '2026-11-26', isWorkingDay: inJapan }], ['2026-11-28', '2026-11-27']);
    expect(days).toEqual([
      ...['2026-11-27', '2026-11-28', '2026-11-30'],
      ...['2026-12-01', '2026-12-02', '2026-12-03'],
    ]);
  });

  it('is empty where nobody works and nobody is due', () => {
    expect(daysAhead([{ today: '2026-12-28', isWorkingDay: never }], [])).toEqual([]);
    expect(daysAhead([], [])).toEqual([]);
  });
});
