import fc from 'fast-check';
import { addDays } from '../../../src/domain/dates';
import type { HomeDay, HomeDue, HomeModel } from '../../../src/domain/home';
import { type Messages, messagesFor } from '../../../src/i18n';
import { guestHome } from '../../../src/slack/home/guest';
import { homeView } from '../../../src/slack/home/view';
import { ids, rowActions } from '../../../src/slack/ids';
import { item, learnerId, reminderItem } from '../messages/lists';
import { wildItems, wildReminderItems } from '../messages/wild';
import { homeFaults } from '../support/block-rules';
import { buttonsIn, mrkdwnIn, wordsIn } from '../support/reading';

const today = '2026-11-24';
const ja = messagesFor('ja');
const en = messagesFor('en');
const languages = [
  ['ja', ja],
  ['en', en],
] as const;

/** Mentions and links that Slack would make; the view's own date is none. */
const forming = /<(?!!date\^\d+\^)[!@#a-z]|@(channel|here|everyone)|[\u202a-\u202e\u2066-\u2069]/i;

const row = (over: Partial<HomeDue['rows'][number]> = {}) => ({ ...reminderItem(), today, ...over });
const other = (over: Partial<HomeDue['others']['items'][number]> = {}) => ({ ...item(), today, ...over });
const day = (over: Partial<HomeDay> = {}): HomeDay => ({ on: '2026-11-25', due: [], watched: [], ...over });

function home({
  due,
  ...over
}: Partial<Omit<HomeModel, 'due'>> & { due?: Partial<HomeDue> } = {}): HomeModel {
  const none = { on: today, severalPrograms: false, rows: [], others: { items: [], more: 0 } };
  return { drawnAt: new Date('2026-11-24T00:00:00Z'), due: { ...none, ...due }, week: [day()], ...over };
}

const words = (model: HomeModel, t: Messages = ja) => wordsIn(homeView(model, t).blocks);

describe('Home', () => {
  it('begins with a button that logs a check-in with anybody', () => {
    const [first] = buttonsIn(homeView(home({ due: { rows: [row()] } }), ja).blocks);
    expect(first).toMatchObject({
      action_id: ids.actions.logCheckIn,
      text: { text: 'チェックインする' },
      style: 'primary',
    });
  });

  it('shows who is due as a reminder does, with its buttons', () => {
    const { blocks } = homeView(home({ due: { rows: [row({ floorOn: today })] } }), ja);
    expect(wordsIn(blocks)).toContain(
      '11/24(火) 今日ご連絡したい方\n1名の方がご連絡をお待ちです（予定日の早い順）\n' +
        '*佐藤 陽子* · 今日が予定日 · 最低頻度は今日まで\n前回 11/24(火) 返信があった · 花田\n> 順調です\n単元：配列',
    );
    expect(buttonsIn(blocks).map(({ action_id }) => action_id)).toEqual([
      ids.actions.logCheckIn,
      rowActions.checkIn.idFor(learnerId(1)),
      rowActions.postpone.idFor(learnerId(1)),
    ]);
  });

  it('judges each learner by the day of her program', () => {
    const rows = [row({ floorOn: '2026-11-25', today: '2026-11-25' })];
    expect(words(home({ due: { rows } }))).toContain('最低頻度は今日まで');
    expect(words(home({ due: { rows: [row({ floorOn: '2026-11-25' })] } }))).not.toContain(
      '最低頻度は今日まで',
    );
  });

  it('names the program where there are several, and only there', () => {
    const rows = [row({ programName: 'データ分析' })];
    expect(words(home({ due: { rows, severalPrograms: true } }))).toContain('今日が予定日 · データ分析');
    expect(words(home({ due: { rows } }))).not.toContain('データ分析');
  });

  it('counts all who are due, names those without a button, and says how to log for them', () => {
    const items = [
      other({ name: '伊藤', state: { kind: 'overdue', workingDays: 2 } }),
      other({ name: '佐藤', startedOn: '2026-10-05' }),
      other({ name: '上田', state: { kind: 'breached', workingDays: 5 } }),
    ];
    const due = { rows: [row()], others: { items, more: 4 } };
    expect(words(home({ due }))).toContain('8名の方がご連絡をお待ちです');
    expect(words(home({ due }))).toContain(
      '*ほか7名*\n伊藤（2日超過）、佐藤（2026/10/5開始）、上田（最低頻度割れ）、ほか4名\n上の「チェックインする」',
    );
    expect(words(home({ due }), en)).toContain('*And 7 more*\n伊藤 (2 days over), ');
    expect(words(home({ due }), en)).toContain(', and 4 more\nUse “Log a check-in” above');
  });

  it('says nothing of others where each has a button', () => {
    expect(words(home({ due: { rows: [row()] } }))).not.toContain('ほか');
  });

  it('lets her rest when nobody is due', () => {
    expect(words(home())).toContain(`今日ご連絡したい方\n${ja.home.nobodyDue}`);
    expect(words(home(), en)).toContain(en.home.nobodyDue);
  });

  it('says when it was drawn, in the reader’s own zone', () => {
    const token = '<!date^1795478400^{date_short_pretty} {time}|2026-11-24T00:00Z>';
    expect(words(home())).toContain(`${token} 現在。`);
    expect(words(home(), en)).toContain(`As of ${token}.`);
  });
});

describe('the week ahead', () => {
  const soon = { name: '佐藤', startedOn: null };
  const week = [
    day({ due: [soon, { name: '伊藤', startedOn: '2026-10-05' }] }),
    day({ on: '2026-11-26', watched: [{ name: '上田', startedOn: null, reason: '試験前' }] }),
    day({ on: '2026-11-27' }),
  ];

  it('tells day by day who is due, and whose quiet watch ends', () => {
    expect(words(home({ week }))).toContain(
      'これからの7日間\n*11/25(水)*\n佐藤、伊藤（2026/10/5開始）\n' +
        '*11/26(木)*\n見守り中：上田（11/26(木)まで・試験前）\n*11/27(金)*  予定の方はいらっしゃいません',
    );
    expect(words(home({ week }), en)).toContain(
      'My next seven days\n*Wed 25 Nov*\n佐藤, 伊藤 (started 5 Oct 2026)\n' +
        '*Thu 26 Nov*\nQuietly watching over: 上田 (until Thu 26 Nov, 試験前)\n*Fri 27 Nov*  nobody due',
    );
  });

  it('tells who is due before whom she watches, and needs no reason', () => {
    const both = [day({ due: [soon], watched: [{ name: '上田', startedOn: null, reason: ' ' }] })];
    expect(words(home({ week: both }))).toContain('*11/25(水)*\n佐藤\n見守り中：上田（11/25(水)まで）');
  });

  it.each([
    ['without a learner', [day(), day({ on: '2026-11-26' })]],
    ['without a day', []],
  ])('is one sentence %s', (_, quiet) => {
    expect(words(home({ week: quiet }))).toContain(`これからの7日間\n${ja.home.nobodyAhead}\n`);
    expect(words(home({ week: quiet }))).not.toContain('11/25');
  });

  it.each(languages)('counts whom a day has no room for, and drops nobody in silence (%s)', (_, t) => {
    const long = (n: number) => ({ name: `#${n}. ${'&'.repeat(90)}`, startedOn: today });
    const due = Array.from({ length: 240 }, (_, n) => long(n));
    const watched = Array.from({ length: 240 }, (_, n) => ({ ...long(n), reason: '<'.repeat(300) }));
    const view = homeView(home({ week: [day({ due, watched })] }), t);
    expect(homeFaults(view)).toEqual([]);
    const [, dueLine = '', watchLine = ''] =
      wordsIn(view.blocks).match(/\*[^\n]*25[^\n]*\*\n([^\n]+)\n([^\n]+)/) ?? [];
    for (const line of [dueLine, watchLine]) {
      const named = line.match(/#\d+\./g) ?? [];
      expect(named.length).toBeGreaterThan(0);
      expect(line).toContain(t.home.more(240 - named.length));
    }
  });
});

describe('the Home of somebody without a program', () => {
  it.each([
    ['ja', 'Bansoへようこそ', 'チームのリーダー'],
    ['en', 'Welcome to Banso', 'your team’s lead'],
  ] as const)('says what Banso is and whom to ask (%s)', (locale, title, whom) => {
    const view = guestHome(messagesFor(locale));
    expect(wordsIn(view.blocks)).toContain(title);
    expect(wordsIn(view.blocks)).toContain(whom);
    expect(buttonsIn(view.blocks)).toEqual([]);
    expect(homeFaults(view)).toEqual([]);
  });
});

describe('a full Home', () => {
  /** A week of nine days, of which each holds so many. */
  const weekOf = (learners: { name: string; startedOn: string | null }[], reason: string): HomeDay[] =>
    Array.from({ length: 9 }, (_, n) => ({
      on: addDays(today, n),
      due: learners,
      watched: learners.map((one) => ({ ...one, reason })),
    }));

  it.each(languages)('stays within Slack’s limits with 400 learners of the longest names (%s)', (_, t) => {
    const worst = { name: '&'.repeat(200), startedOn: today, floorOn: today };
    const state = { kind: 'overdue' as const, workingDays: 999 };
    const note = '<'.repeat(3000);
    const last = { contactedOn: today, outcome: 'replied' as const, note, authorName: note };
    const text = { unit: note, planReason: note, programName: note, reason: 'planned' as const };
    const rows = Array.from({ length: 20 }, (_, n) =>
      row({ ...worst, ...text, state, last, learnerId: learnerId(n) }),
    );
    const items = Array.from({ length: 180 }, () => other({ ...worst, state }));
    const view = homeView(
      home({
        due: { rows, severalPrograms: true, others: { items, more: 200 } },
        week: weekOf(items, note),
      }),
      t,
    );
    expect(homeFaults(view)).toEqual([]);
    expect(buttonsIn(view.blocks)).toHaveLength(1 + 2 * 20);
  });

  it.each(languages)('names everybody and mentions nobody, whatever people wrote (%s)', (_, t) => {
    const sizes = fc.record({ full: fc.nat(20), named: fc.nat(180) });
    const models = sizes.chain(({ full, named }) =>
      fc.record({ rows: wildReminderItems(full), all: wildItems(full + named), reason: fc.string() }),
    );
    fc.assert(
      fc.property(models, ({ rows, all, reason }) => {
        const items = all.slice(rows.length);
        const view = homeView(
          home({
            due: {
              rows: rows.map((one) => ({ ...one, today })),
              severalPrograms: true,
              others: { items: items.map((one) => ({ ...one, today })), more: 0 },
            },
            week: weekOf(all.slice(0, 5), reason),
          }),
          t,
        );
        expect(homeFaults(view)).toEqual([]);
        expect(mrkdwnIn(view.blocks)).not.toMatch(forming);
        const shown = wordsIn(view.blocks);
        expect(all.map((_, n) => `#${n}.`).filter((mark) => !shown.includes(mark))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('shows hostile names, notes and reasons as the words they are', () => {
    const hostile = '<!channel> <@U1> *x* \u202eevil <https://evil.example|ここ> @here';
    const last = { contactedOn: today, outcome: 'sent' as const, note: hostile, authorName: hostile };
    const view = homeView(
      home({
        due: {
          rows: [row({ name: hostile, unit: hostile, programName: hostile, last, planReason: hostile })],
          others: { items: [other({ name: hostile })], more: 0 },
        },
        week: [
          day({ due: [{ name: hostile, startedOn: null }] }),
          day({ watched: [{ name: hostile, startedOn: null, reason: hostile }] }),
        ],
      }),
      ja,
    );
    expect(mrkdwnIn(view.blocks)).not.toMatch(forming);
    expect(wordsIn(view.blocks).match(/&lt;!channel&gt; &lt;@U1&gt;/g)?.length).toBeGreaterThanOrEqual(7);
  });
});
