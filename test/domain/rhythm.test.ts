import fc from 'fast-check';
import type { Rhythm } from '../../src/domain/cadence';
import { formatRhythm, parseRhythm } from '../../src/domain/rhythm';

const perWeek = (times: number): Rhythm => ({ kind: 'perWeek', times });
const everyDays = (days: number): Rhythm => ({ kind: 'everyDays', days });
const weekdays = (...listed: number[]): Rhythm => ({ kind: 'weekdays', weekdays: listed });

describe('parseRhythm', () => {
  it.each<[string, Rhythm]>([
    ['2/week', perWeek(2)],
    ['1/week', perWeek(1)],
    ['7 / week', perWeek(7)],
    ['２／ｗｅｅｋ', perWeek(2)],
    ['週2回', perWeek(2)],
    ['週２回', perWeek(2)],
    ['週に 3 回', perWeek(3)],
    ['every 3 days', everyDays(3)],
    ['Every 60 Days', everyDays(60)],
    ['every day', everyDays(1)],
    ['毎日', everyDays(1)],
    ['3日ごと', everyDays(3)],
    ['１０日毎', everyDays(10)],
    ['mon,thu', weekdays(1, 4)],
    ['Monday, Thursday', weekdays(1, 4)],
    ['ＭＯＮ，ＴＨＵ', weekdays(1, 4)],
    ['thu,mon,thu', weekdays(1, 4)],
    ['sun', weekdays(7)],
    ['月・木', weekdays(1, 4)],
    ['月･木', weekdays(1, 4)],
    ['月,木', weekdays(1, 4)],
    ['月、木', weekdays(1, 4)],
    ['月木', weekdays(1, 4)],
    ['火曜・金曜', weekdays(2, 5)],
    ['火曜日 金曜日', weekdays(2, 5)],
    [' 土日 ', weekdays(6, 7)],
  ])('reads %j', (text, rhythm) => {
    expect(parseRhythm(text)).toEqual(rhythm);
  });

  it.each([
    'sometimes',
    '9/week',
    '0/week',
    '週8回',
    '-2/week',
    '2.5/week',
    'every 0 days',
    'every 61 days',
    '61日ごと',
    'mon,someday',
    'mon,',
    '月・祝',
    '曜',
    '',
    '2',
  ])('refuses %j', (text) => {
    expect(parseRhythm(text)).toBeNull();
  });
});

describe('formatRhythm', () => {
  it.each<[Rhythm, string]>([
    [perWeek(2), '2/week'],
    [everyDays(1), 'every day'],
    [everyDays(3), 'every 3 days'],
    [weekdays(4, 1), 'mon,thu'],
  ])('%j', (rhythm, text) => {
    expect(formatRhythm(rhythm)).toBe(text);
  });

  it('writes what parseRhythm reads back', () => {
    const listed = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    const rhythm = fc.oneof(
      fc.integer({ min: 1, max: 7 }).map(perWeek),
      fc.integer({ min: 1, max: 60 }).map(everyDays),
      listed.map((days) => weekdays(...days.toSorted())),
    );
    fc.assert(fc.property(rhythm, (any) => expect(parseRhythm(formatRhythm(any))).toEqual(any)));
  });
});
