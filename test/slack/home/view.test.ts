import fc from 'fast-check';
import { addDays } from '../../../src/domain/dates';
import {
  type HomeDay,
  type HomeDue,
  type HomeModel,
  type HomeProgram,
  homeRows,
  homeUncovered,
} from '../../../src/domain/home';
import { type Messages, messagesFor } from '../../../src/i18n';
import { guestHome } from '../../../src/slack/home/guest';
import { homeView } from '../../../src/slack/home/view';
import { ids, rowActions } from '../../../src/slack/ids';
import { item, learnerId, ownPromise, reminderItem } from '../messages/lists';
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
  return {
    drawnAt: new Date('2026-11-24T00:00:00Z'),
    nextStep: null,
    due: { ...none, ...due },
    missed: { items: [], more: 0 },
    week: [day()],
    watchedBeyond: [],
    later: [],
    onBreak: [],
    promises: [],
    questions: { items: [], more: 0 },
    away: { absences: [], covers: [], remindersOn: true },
    leads: [],
    ...over,
  };
}

const days = { from: '2026-12-01', to: '2026-12-04' };

const program = (over: Partial<HomeProgram> = {}): HomeProgram => ({
  programId: learnerId(100),
  programName: 'Web開発',
  uncovered: { items: [], more: 0 },
  load: [],
  ...over,
});

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

  it.each([
    ['importRoster', rowActions.importRoster],
    ['addPeople', rowActions.people],
  ] as const)('names a lead’s next step, %s, with its button', (kind, action) => {
    const { blocks } = homeView(
      home({ nextStep: { kind, programId: learnerId(1), programName: '<!here> Web' } }),
      ja,
    );
    expect(buttonsIn(blocks)[3]).toMatchObject({
      action_id: action.idFor(learnerId(1)),
      value: learnerId(1),
    });
    expect(wordsIn(blocks)).toContain('*&lt;!here&gt; Web*');
    expect(homeFaults(homeView(home(), en))).toEqual([]);
  });

  it('tells a supporter without learners, and one before her first contact, what comes', () => {
    const at = (kind: 'awaitLearners' | 'awaitRoster' | 'firstCheckIn', t = en) =>
      words(home({ nextStep: { kind, programId: learnerId(1), programName: 'Web' } }), t);
    expect(at('awaitRoster')).toContain('Welcome to *Web*! Its lead is about to bring the learners in');
    expect(at('awaitLearners')).toContain('No learners are yours yet. Ask its lead');
    expect(at('awaitLearners')).toContain(en.digest.take);
    expect(at('awaitLearners', ja)).toContain('担当の受講生はまだいません。リーダーにご相談いただくか');
    expect(at('awaitLearners', ja)).toContain(ja.digest.take);
    expect(at('firstCheckIn')).toContain('After your first contact with a learner');
  });

  it('shows who is due as a reminder does, with its buttons', () => {
    const { blocks } = homeView(home({ due: { rows: [row({ floorOn: today })] } }), ja);
    expect(wordsIn(blocks)).toContain(
      '11/24(火) 今日ご連絡したい方\n1名の方がご連絡をお待ちです（予定日の早い順）\n' +
        '*佐藤 陽子* · 今日が予定日 · 最低頻度の期限は今日\n前回 11/24(火) 返信があった · 花田\n> 順調です\n単元：配列',
    );
    expect(buttonsIn(blocks).map(({ action_id }) => action_id)).toEqual([
      ids.actions.logCheckIn,
      ids.actions.newConsult,
      ids.actions.openCases,
      rowActions.checkIn.idFor(learnerId(1)),
      rowActions.plan.idFor(learnerId(1)),
      ids.actions.openAway,
      ids.actions.openSettings,
    ]);
  });

  it('judges each learner by the day of her program', () => {
    const rows = [row({ floorOn: '2026-11-25', today: '2026-11-25' })];
    expect(words(home({ due: { rows } }))).toContain('最低頻度の期限は今日');
    expect(words(home({ due: { rows: [row({ floorOn: '2026-11-25' })] } }))).not.toContain(
      '最低頻度の期限は今日',
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
    expect(words(home({ due: { rows: [row()] } }))).not.toMatch(/ほか\d/);
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
    const beyond = [{ name: '伊藤', startedOn: null, on: '2026-12-14', reason: '論文' }];
    expect(words(home({ watchedBeyond: beyond }))).toContain(
      'そのあとも見守り中：伊藤（12/14(月)まで・論文）',
    );
    expect(words(home({ week: both }))).toContain('*11/25(水)*\n佐藤\n見守り中：上田（11/25(水)まで）');
  });

  it.each([
    ['ja', 'そのあとのご予定：伊藤（12/8(火)）、佐藤（2026/10/5開始）（お休み明けの12/10(木)）'],
    ['en', 'After that: 伊藤 (Tue 8 Dec), 佐藤 (started 5 Oct 2026) (after a break, Thu 10 Dec)'],
  ] as const)('ends with who comes after it, below whoever is watched for longer (%s)', (locale, line) => {
    const t = messagesFor(locale);
    const later = [
      { name: '伊藤', startedOn: null, on: '2026-12-08', afterBreak: false },
      { name: '佐藤', startedOn: '2026-10-05', on: '2026-12-10', afterBreak: true },
    ];
    expect(words(home({ week, later }), t)).toContain(line);
    const watchedBeyond = [{ name: '上田', startedOn: null, on: '2026-12-14', reason: '' }];
    expect(words(home({ week, watchedBeyond, later }), t)).toMatch(
      new RegExp(`${t.home.watchingBeyond}.*上田.*\\n${t.home.later}伊藤`),
    );
    const onBreak = [
      { name: '江口', startedOn: null, since: '2026-11-02' },
      { name: '太田', startedOn: null, since: null },
    ];
    expect(words(home({ week, later, onBreak }), t)).toMatch(
      new RegExp(`\\n${t.home.onBreak}江口.*太田`.replace(/[()]/g, '\\$&')),
    );
    expect(words(home({ week }), t)).not.toContain(t.home.later);
  });

  it.each(languages)('counts whom what comes after it has no room for (%s)', (_, t) => {
    const one = { startedOn: null, on: '2026-12-08', afterBreak: false };
    const later = Array.from({ length: 240 }, (_, n) => ({ ...one, name: `#${n}. ${'あ'.repeat(30)}` }));
    const shown = words(home({ week, later }), t);
    const named = shown.match(/#\d+\./g) ?? [];
    expect(named.length).toBeGreaterThan(15);
    expect(shown).toContain(t.home.more(240 - named.length));
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

it.each(languages)(
  'shows her open promises, those due first, and nothing where there are none (%s)',
  (_, t) => {
    const promises = [
      ownPromise({ state: 'overdue' }),
      ownPromise({ promiseId: learnerId(2), state: 'ahead' }),
    ];
    const shown = words(home({ promises }), t);
    expect(shown).toMatch(new RegExp(`${t.promises.mine}\\n[^]*${t.promises.overdue}[^]*${t.promises.done}`));
    expect(words(home(), t)).not.toContain(t.promises.mine);
  },
);

describe('being away', () => {
  it.each(languages)('says when, who stands in and whom she covers (%s)', (locale, t) => {
    const absences = [
      { ...days, covers: [{ name: '森', status: 'accepted' as const }] },
      { from: '2027-01-04', to: '2027-01-04', covers: [{ name: '工藤', status: 'declined' as const }] },
    ];
    const covers = [
      { ...days, name: '青木', status: 'accepted' as const },
      { ...days, name: '相田', status: 'asked' as const },
    ];
    const text = words(home({ away: { absences, covers, remindersOn: false } }), t);
    const expected = {
      ja: [
        '• お休み：12/1(火)〜12/4(金)（✅ 森さんが代理）',
        '• お休み：1/4(月)（代理はまだ決まっていません）',
        '• 青木さんの代理：12/1(火)〜12/4(金)',
        '• 相田さんから代理のお願い：12/1(火)〜12/4(金)',
      ],
      en: [
        '• Away from Tue 1 Dec to Fri 4 Dec (✅ 森 stands in)',
        '• Away on Mon 4 Jan (nobody stands in yet)',
        '• You stand in for 青木 from Tue 1 Dec to Fri 4 Dec',
        '• 相田 asks whether you could stand in from Tue 1 Dec to Fri 4 Dec',
      ],
    }[locale];
    for (const line of [...expected, t.settings.remindersOff]) expect(text).toContain(line);
    expect(words(home(), t)).toContain(t.away.none);
  });
});

describe('a lead’s programs', () => {
  it('show who needs cover, with the button to take them, and how the learners are spread', () => {
    const uncovered = { items: [other({ name: '池田 誠', actor: null })], more: 3 };
    const load = [
      { name: null, learners: 4, due: 1, hard: null },
      { name: '青木', learners: 31, due: 3, hard: 2 },
    ];
    const model = home({ leads: [program({ uncovered, load })] });
    expect(words(model)).toContain(
      'Web開発 のチーム\n*担当も代理もいない方*\n*池田 誠* · 今日が予定日\n今日は私が引き受けます\nほか3件\n' +
        '*担当の人数*\n• 担当が決まっていない方：4名（予定日の来た方 1名）\n• 青木：31名（予定日の来た方 3名、気にかけたい方 2名）',
    );
    expect(buttonsIn(homeView(model, ja).blocks).map(({ action_id }) => action_id)).toContain(
      rowActions.take.idFor(learnerId(1)),
    );
  });

  it.each(languages)('say so when all is well, or nobody is there yet (%s)', (_, t) => {
    const text = words(home({ leads: [program()] }), t);
    expect(text).toContain(t.home.allCovered);
    expect(text).toContain(t.home.noLearners);
    expect(words(home({ leads: [program(), program(), program({ programName: '三つめ' })] }), t)).toContain(
      '三つめ',
    );
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
    const rows = Array.from({ length: homeRows.full }, (_, n) =>
      row({ ...worst, ...text, state, last, learnerId: learnerId(n) }),
    );
    const items = Array.from({ length: homeRows.named }, () => other({ ...worst, state }));
    const missed = Array.from({ length: 5 }, (_, n) => ({
      breachId: learnerId(n),
      name: worst.name,
      startedOn: today,
      floorOn: today,
      companionName: note,
    }));
    const view = homeView(
      home({
        due: { rows, severalPrograms: true, others: { items, more: 200 } },
        missed: { items: missed, more: 200 },
        week: weekOf(items, note),
        watchedBeyond: items.map((it) => ({ ...it, startedOn: today, on: today, reason: note })),
        later: items.map((it) => ({ ...it, startedOn: today, on: today, afterBreak: true })),
        onBreak: items.map((it) => ({ ...it, startedOn: today, since: today })),
        promises: Array.from({ length: 200 }, (_, n) =>
          ownPromise({ promiseId: learnerId(n), learnerName: note, startedOn: today, text: note }),
        ),
        questions: {
          items: Array(3).fill({ id: learnerId(1), learnerName: note, openedOn: today, answered: 99 }),
          more: 17,
        },
        away: {
          absences: Array.from({ length: 50 }, () => ({
            ...days,
            covers: [{ name: note, status: 'accepted' }],
          })),
          covers: Array.from({ length: 50 }, () => ({ ...days, name: note, status: 'asked' })),
          remindersOn: false,
        },
        leads: Array.from({ length: 5 }, () =>
          program({
            programName: note,
            uncovered: { items: items.slice(0, homeUncovered), more: 200 },
            load: Array.from({ length: 60 }, () => ({ name: note, learners: 240, due: 240, hard: 9 })),
          }),
        ),
      }),
      t,
    );
    expect(homeFaults(view)).toEqual([]);
    expect(buttonsIn(view.blocks)).toHaveLength(
      3 + 2 * homeRows.full + 5 + 2 + 2 * (homeUncovered + 1) + missed.length,
    );
  });

  it.each(languages)('names everybody and mentions nobody, whatever people wrote (%s)', (_, t) => {
    const sizes = fc.record({ full: fc.nat(homeRows.full), named: fc.nat(homeRows.named) });
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
        watchedBeyond: [{ name: hostile, startedOn: null, on: '2026-12-20', reason: hostile }],
        later: [{ name: hostile, startedOn: null, on: '2026-12-20', afterBreak: false }],
        onBreak: [{ name: hostile, startedOn: null, since: null }],
      }),
      ja,
    );
    expect(mrkdwnIn(view.blocks)).not.toMatch(forming);
    expect(wordsIn(view.blocks).match(/&lt;!channel&gt; &lt;@U1&gt;/g)?.length).toBeGreaterThanOrEqual(8);
  });
});
