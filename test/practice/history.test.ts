import { createCalendar } from '../../src/domain/calendar';
import { addDays, daysBetween, weekdayOf } from '../../src/domain/dates';
import { nextContactFor, type ProgramRules } from '../../src/domain/program-rules';
import { createDice } from '../../src/practice/sample/dice';
import { makeHistory } from '../../src/practice/sample/history';
import { daysMoved, sampleRoster } from '../../src/practice/sample/roster';
import { expectVariety, standingsOf } from './standings';

const rules: ProgramRules = {
  zone: 'Asia/Tokyo',
  calendar: createCalendar({ country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [] }),
  policies: [{ effectiveOn: '2020-01-01', contactsPerWeek: 2, floorDays: 7 }],
};

function historiesOn(today: string) {
  const past = { rules, today, from: addDays(today, -70) };
  return sampleRoster(today).rows.map(({ learner }) => ({ learner, ...makeHistory(learner, past) }));
}

describe("the sample's dates", () => {
  it.each([
    ['2026-11-23', 0],
    ['2026-11-29', 0],
    ['2026-11-30', 7],
    ['2026-11-22', -7],
    ['2028-02-29', 462],
  ])('on %s are moved by %i days', (today, days) => {
    expect(daysMoved(today)).toBe(days);
  });

  it('keep their weekday, and everybody as far in her course', () => {
    const written = sampleRoster('2026-11-24').rows;
    const moved = sampleRoster('2027-03-18').rows;
    expect(moved).toHaveLength(120);
    for (const [index, { learner }] of moved.entries()) {
      const before = written[index]?.learner;
      expect(weekdayOf(learner.startedOn)).toBe(weekdayOf(before?.startedOn ?? ''));
      expect(daysBetween(before?.startedOn ?? '', learner.startedOn)).toBe(112);
      expect(daysBetween(before?.endsOn ?? '', learner.endsOn)).toBe(112);
    }
  });
});

describe("a learner's made-up past", () => {
  it('is the same each time', () => {
    expect(historiesOn('2026-11-24')).toEqual(historiesOn('2026-11-24'));
  });

  it('lies inside the course and before today, one contact a day', () => {
    for (const { learner, contacts } of historiesOn('2026-11-25')) {
      const days = contacts.map(({ content }) => content.contactedOn);
      expect(days).toEqual([...new Set(days)].sort());
      for (const on of days) {
        expect(on >= learner.startedOn && on <= learner.endsOn && on < '2026-11-25').toBe(true);
      }
    }
  });

  it('ends in the unit that the roster names', () => {
    for (const { learner, contacts } of historiesOn('2026-11-25')) {
      const last = contacts.at(-1)?.content;
      if (last && last.contactedOn >= '2026-11-20') expect(last.unit).toBe(learner.unit);
    }
  });

  it('speaks of what the learner answered only when she did', () => {
    const all = historiesOn('2026-11-24').flatMap(({ contacts }) => contacts.map(({ content }) => content));
    const unanswered = all.filter(({ outcome }) => outcome === 'sent');
    expect(unanswered.length).toBeGreaterThan(200);
    for (const { learnerWords, motivation, concerns } of unanswered) {
      expect({ learnerWords, motivation, concerns }).toEqual({
        learnerWords: '',
        motivation: null,
        concerns: [],
      });
    }
  });
});

describe('the day of a start', () => {
  // Each weekday, before and after holidays, in several years.
  it.each(['2026-11-24', '2026-12-02', '2027-01-12', '2027-02-15', '2027-05-14', '2029-09-27', '2031-08-20'])(
    '%s has something of everything',
    (today) => {
      const standing = historiesOn(today)
        .filter(({ learner }) => learner.endsOn >= today)
        .map(({ learner, contacts, plan }) => {
          const lastContactOn = contacts.at(-1)?.content.contactedOn ?? null;
          const cadence = { ...learner, lastContactOn, plannedOn: plan?.on ?? null, pauses: [] };
          return nextContactFor(rules, cadence, today);
        });
      expectVariety(standingsOf(standing, today, rules));
    },
  );
});

describe('the dice', () => {
  it('fall the same for one seed, and otherwise for another', () => {
    const throwsOf = (seed: string) => {
      const dice = createDice(seed);
      return Array.from({ length: 20 }, () => dice.between(1, 6)).join('');
    };
    expect(throwsOf('大野 陽子')).toBe(throwsOf('大野 陽子'));
    expect(throwsOf('大野 陽子')).not.toBe(throwsOf('大野 彩'));
  });

  it('deal every card before one comes again, and none twice in a row', () => {
    const deal = createDice('deck').deck(['a', 'b', 'c', 'd']);
    const dealt = Array.from({ length: 40 }, deal);
    expect(new Set(dealt.slice(0, 4)).size).toBe(4);
    for (let at = 1; at < dealt.length; at += 1) expect(dealt[at]).not.toBe(dealt[at - 1]);
  });
});
