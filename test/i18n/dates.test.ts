import { addDays } from '../../src/domain/dates';
import { formatDate, formatFullDate } from '../../src/i18n/dates';

describe('dates in words', () => {
  it('names the day and its weekday in Japanese and in English', () => {
    expect(formatDate('ja', '2026-11-27')).toBe('11/27(金)');
    expect(formatDate('en', '2026-11-27')).toBe('Fri 27 Nov');
    expect(formatDate('en', '2028-02-29')).toBe('Tue 29 Feb');
  });

  it('adds the year where a day may lie long ago', () => {
    expect(formatFullDate('ja', '2026-09-04')).toBe('2026/9/4');
    expect(formatFullDate('en', '2026-09-04')).toBe('4 Sep 2026');
  });

  it('knows seven weekdays', () => {
    const week = Array.from({ length: 7 }, (_, n) => formatDate('ja', addDays('2026-11-23', n)).at(-2));
    expect(week.join('')).toBe('月火水木金土日');
  });

  it('refuses a day that does not exist', () => {
    expect(() => formatDate('ja', '2026-02-30')).toThrow(RangeError);
  });
});
