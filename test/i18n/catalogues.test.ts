import { messagesFor } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { ja } from '../../src/i18n/ja';

/** Every text of a catalogue by its path; functions are asked with one sample for each parameter there is. */
function wordsOf(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [[path, String(node(sampleFor(path)))]];
  return Object.entries(node as object).flatMap(([key, child]) => wordsOf(child, `${path}.${key}`));
}

const DAY = '2026-11-27';
/** Parameters that are counted, and those that are days, by their names. All others are words. */
const counts = /^(n|page|pages|open|total|done|overdue|max|row|times|count|.*(Days|Count))$/;
const onDays = /^(on|from|to|until|.*(On|Until))$/;

/** Named parameters, whatever their names. Used as a whole, as by a text that takes no object, it shows. */
const sample = new Proxy(
  {},
  {
    get: (_, key) => {
      if (typeof key === 'symbol') return undefined;
      if (key === 'toString') return () => '[object]';
      if (key === 'min') return 0;
      if (key === 'join') return (separator: string) => `x${separator}y`;
      if (counts.test(key)) return 3;
      return onDays.test(key) ? DAY : 'x';
    },
  },
);
const numbers = /\.(overdue|overdueShort|more|motivationShort|count|others)$/;
const days =
  /\.(day|startedOn|upcoming|postponed|until|since)$|^\.reminder\.(title|secondTitle)$|\.cards\.next$/;
const words = /\.(expectation|aside|companion|watched|unit|taken|other|asOf|unknown)$/;

function sampleFor(path: string): unknown {
  if (numbers.test(path)) return 3;
  if (days.test(path)) return DAY;
  if (words.test(path)) return 'x';
  return sample;
}

describe('message catalogues', () => {
  it.each([
    ['en', en],
    ['ja', ja],
  ] as const)('leaves nothing unsaid and no parameter unworded (%s)', (_, catalogue) => {
    const faults = wordsOf(catalogue).filter(
      ([, text]) => text.trim() === '' || /undefined|null|NaN|\[object/.test(text),
    );
    expect(faults).toEqual([]);
  });

  it('says everything in Japanese that it says in English', () => {
    const same = wordsOf(ja).filter(([path, text]) => new Map(wordsOf(en)).get(path) === text);
    expect(same.map(([path]) => path)).toEqual(['.notice.title']);
  });

  it('speaks of one as of one', () => {
    expect(en.states.overdue(1)).toBe('1 working day over');
    expect(en.states.overdue(2)).toBe('2 working days over');
    expect(en.reminder.notification({ open: 1, total: 3 })).toContain('1 learner is waiting');
  });

  it('keeps titles of modals within Slack’s 24 characters', () => {
    for (const t of [messagesFor('ja'), messagesFor('en')]) {
      const covering = [t.away.title, t.away.ask.title, t.handover.title, t.settings.title];
      const titles = [t.checkIn.title, t.checkIn.correctTitle, t.plan.title, t.notice.title, ...covering];
      const { title, policyForm, closureForm, settingsForm } = t.program;
      titles.push(title, policyForm.title, closureForm.title, settingsForm.title);
      titles.push(t.care.answer.title, t.consult.title);
      titles.push(
        ...[t.card.title, t.card.find.title, t.timeline.title, t.breaks.form.title],
        ...Object.values(t.breaks.finish.title),
        ...Object.values(t.profile.title),
      );
      expect(Math.max(...titles.map((title) => title.length))).toBeLessThanOrEqual(24);
    }
  });

  it('says in every error what to do next', () => {
    const day = { from: DAY, floorOn: DAY, endsOn: DAY };
    expect(ja.errors.planPastFloor(day)).toBe('最低頻度を守れる11/27(金)までの日付をお選びください。');
    const endings = wordsOf(ja.errors).filter(([, text]) => !/(ください|お願いします)(。|：)/.test(text));
    expect(endings).toEqual([]);
  });
});
