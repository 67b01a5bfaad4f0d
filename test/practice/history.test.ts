import { createCalendar } from '../../src/domain/calendar';
import { addDays, daysBetween, weekdayOf } from '../../src/domain/dates';
import { nextContactFor, type ProgramRules } from '../../src/domain/program-rules';
import { createDice } from '../../src/practice/sample/dice';
import { makeHistory } from '../../src/practice/sample/history';
import { daysMoved, type RosterFile, sampleRoster } from '../../src/practice/sample/roster';
import { englishWords } from '../../src/practice/sample/words/en';
import { japaneseWords } from '../../src/practice/sample/words/ja';
import { lifeOf, type Words } from '../../src/practice/sample/words/words';
import { englishBounds, expectVariety, japaneseBounds, standingsOf } from './standings';

const rules: ProgramRules = {
  zone: 'Asia/Tokyo',
  calendar: createCalendar({ country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [] }),
  policies: [{ effectiveOn: '2020-01-01', contactsPerWeek: 2, floorDays: 7 }],
};

interface Sample {
  roster: RosterFile;
  words: Words;
  winShare: number;
}

const japanese: Sample = { roster: 'roster-ja-sjis.csv', words: japaneseWords, winShare: 0.25 };
const english: Sample = { roster: 'roster-en.csv', words: englishWords, winShare: 0.5 };
const samples: [name: string, sample: Sample][] = [
  ['Japanese', japanese],
  ['English', english],
];

function historiesOn(today: string, { roster, ...tone }: Sample) {
  const past = { rules, today, from: addDays(today, -70), ...tone };
  return sampleRoster(roster, today).rows.map(({ learner }) => ({ learner, ...makeHistory(learner, past) }));
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

  it.each([
    [japanese.roster, 120],
    [english.roster, 48],
  ])('keep their weekday, and everybody as far in her course: %s', (roster, count) => {
    const written = sampleRoster(roster, '2026-11-24').rows;
    const moved = sampleRoster(roster, '2027-03-18').rows;
    expect(moved).toHaveLength(count);
    for (const [index, { learner }] of moved.entries()) {
      const before = written[index]?.learner;
      expect(weekdayOf(learner.startedOn)).toBe(weekdayOf(before?.startedOn ?? ''));
      expect(daysBetween(before?.startedOn ?? '', learner.startedOn)).toBe(112);
      expect(daysBetween(before?.endsOn ?? '', learner.endsOn)).toBe(112);
    }
  });
});

describe.each(samples)("a learner's made-up past, in the %s sample", (_name, sample) => {
  it('is the same each time', () => {
    expect(historiesOn('2026-11-24', sample)).toEqual(historiesOn('2026-11-24', sample));
  });

  it('lies inside the course and before today, one contact a day', () => {
    for (const { learner, contacts } of historiesOn('2026-11-25', sample)) {
      const days = contacts.map(({ content }) => content.contactedOn);
      expect(days).toEqual([...new Set(days)].sort());
      for (const on of days) {
        expect(on >= learner.startedOn && on <= learner.endsOn && on < '2026-11-25').toBe(true);
      }
    }
  });

  it('ends in the unit that the roster names', () => {
    for (const { learner, contacts } of historiesOn('2026-11-25', sample)) {
      const last = contacts.at(-1)?.content;
      if (last && last.contactedOn >= '2026-11-20') expect(last.unit).toBe(learner.unit);
    }
  });

  it('speaks of what the learner answered only when she did', () => {
    const all = historiesOn('2026-11-24', sample).flatMap(({ contacts }) =>
      contacts.map(({ content }) => content),
    );
    const unanswered = all.filter(({ outcome }) => outcome === 'sent');
    expect(unanswered.length).toBeGreaterThan(all.length / 6);
    for (const { learnerWords, motivation, concerns } of unanswered) {
      expect({ learnerWords, motivation, concerns }).toEqual({
        learnerWords: '',
        motivation: null,
        concerns: [],
      });
    }
  });
});

/** Each weekday, before and after holidays, in several years. */
const days = [
  '2026-11-24',
  '2026-12-02',
  '2027-01-12',
  '2027-02-15',
  '2027-05-14',
  '2029-09-27',
  '2031-08-20',
];

/** How everybody in a sample stands whose course is not over. */
function standingsOn(today: string, sample: Sample) {
  return historiesOn(today, sample)
    .filter(({ learner }) => learner.endsOn >= today)
    .map(({ learner, contacts, plan }) => {
      const lastContactOn = contacts.at(-1)?.content.contactedOn ?? null;
      const cadence = { ...learner, lastContactOn, plannedOn: plan?.on ?? null, pauses: [] };
      return { companionId: learner.companionId, ...nextContactFor(rules, cadence, today) };
    });
}

describe('the day of a start', () => {
  it.each(days)('%s has something of everything', (today) => {
    expectVariety(standingsOf(standingsOn(today, japanese), today, rules), japaneseBounds);
    expectVariety(standingsOf(standingsOn(today, english), today, rules), englishBounds);
  });

  it.each(days)('%s has somebody due for everybody on the English team, and somebody uncovered', (today) => {
    const due = standingsOn(today, english).filter(({ dueOn }) => dueOn !== null && dueOn <= today);
    const companions = new Set(due.map(({ companionId }) => companionId));
    expect(companions).toEqual(new Set(['U0LEAD3', 'U0MAYA', 'U0NADIA', 'U0OWEN', 'U0RUTH', null]));
  });
});

describe('the English words', () => {
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}　-】！-｠]/u;

  it('have nothing Japanese in them', () => {
    expect(JSON.stringify(japaneseWords)).toMatch(kana);
    expect(JSON.stringify(englishWords)).not.toMatch(kana);
  });

  it('know every background and unit of the roster', () => {
    for (const { learner } of sampleRoster(english.roster, '2026-11-24').rows) {
      expect(lifeOf(englishWords, learner.background)).not.toBe(englishWords.anyLife);
      expect(englishWords.course.map(({ unit }) => unit)).toContain(learner.unit);
    }
  });

  it('make notes of spaced sentences, which a reminder nearly always shows whole', () => {
    const notes = historiesOn('2026-11-24', english).flatMap(({ contacts }) =>
      contacts.map(({ content }) => content.note),
    );
    expect(notes.filter((note) => /[.!?][A-Z]/.test(note))).toEqual([]);
    expect(notes.filter((note) => note.length > 150).length).toBeLessThan(notes.length / 10);
  });
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
