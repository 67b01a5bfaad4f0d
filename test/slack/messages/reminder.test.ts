import fc from 'fast-check';
import type { ReminderModel } from '../../../src/domain/due-list';
import { messagesFor } from '../../../src/i18n';
import { rowActions } from '../../../src/slack/ids';
import { reminderMessage } from '../../../src/slack/messages/reminder';
import { messageFaults } from '../support/block-rules';
import { buttonsIn, mrkdwnIn, objectsIn, wordsIn } from '../support/reading';
import { DAY, learnerId, ownPromise, reminder, reminderItem } from './lists';
import { wildReminderItems } from './wild';

const ja = messagesFor('ja');
const en = messagesFor('en');
const draw = (model: ReminderModel, t = ja) => reminderMessage(model, t);

describe('the reminder', () => {
  it('says who is due, why, and what was last said', () => {
    const items = [reminderItem({ state: { kind: 'overdue', workingDays: 2 }, floorOn: DAY })];
    const words = wordsIn(draw(reminder({ items })).blocks);
    expect(words).toContain(
      '*佐藤 陽子* · 2営業日超過 · 最低頻度の期限は今日\n前回 11/24(火) 返信があった · 花田\n> 順調です\n単元：配列',
    );
  });

  it('does not say that a missed minimum ends today, where the program is a day ahead of the list', () => {
    const items = [reminderItem({ state: { kind: 'breached', workingDays: 2 }, floorOn: DAY })];
    const words = wordsIn(draw(reminder({ items }), en).blocks);
    expect(words).toContain('client’s minimum missed · 2 working days over');
    expect(words).not.toContain('ends today');
  });

  it('gives each open learner two buttons and a menu that know the learner', () => {
    const buttons = buttonsIn(draw(reminder()).blocks);
    expect(buttons.map(({ action_id }) => action_id)).toEqual([
      rowActions.checkIn.idFor(learnerId(1)),
      rowActions.plan.idFor(learnerId(1)),
    ]);
    expect(buttons.map(({ value }) => value)).toEqual([learnerId(1), learnerId(1)]);
  });

  it('ticks off a contacted learner, in her place and without buttons', () => {
    const items = [
      reminderItem({ state: { kind: 'done' } }),
      reminderItem({ learnerId: learnerId(2), name: '伊藤' }),
    ];
    const { blocks } = draw(reminder({ items, open: 1 }));
    expect(wordsIn(blocks)).toMatch(/✅ \u200b~佐藤 陽子~[\s\S]*\*伊藤\*/);
    expect(buttonsIn(blocks)).toHaveLength(2);
    expect(wordsIn(blocks)).toContain('2名中、残り1名');
  });

  it('shows where a postponed learner went', () => {
    const items = [reminderItem({ state: { kind: 'postponed', dueOn: '2026-11-30' } })];
    const { blocks } = draw(reminder({ items, open: 0 }));
    expect(wordsIn(blocks)).toContain('佐藤 陽子 →11/30(月)');
    const watch = { until: '2026-11-30', reason: '帰省' };
    const watched = [reminderItem({ state: { kind: 'postponed', dueOn: '2026-11-30' }, watch })];
    expect(wordsIn(draw(reminder({ items: watched, open: 0 })).blocks)).toContain(
      '佐藤 陽子（11/30(月)まで見守り中・帰省）',
    );
    expect(buttonsIn(blocks)).toEqual([]);
  });

  it('says why she chose to wait, when a quiet watch ends', () => {
    const items = [reminderItem({ reason: 'planned', planReason: '試験のため' })];
    expect(wordsIn(draw(reminder({ items })).blocks)).toContain(
      '今日が予定日 · この日にした理由：試験のため',
    );
    const watch = { until: DAY, reason: '試験のため' };
    const watched = [reminderItem({ reason: 'planned', planReason: '試験のため', watch })];
    expect(wordsIn(draw(reminder({ items: watched }), en).blocks)).toContain('quiet watch ends: 試験のため');
    const own = [reminderItem({ reason: 'planned', planReason: '' })];
    expect(wordsIn(draw(reminder({ items: own })).blocks)).toContain('今日が予定日 · あらかじめ決めた予定日');
  });

  it('greets whoever starts or comes back', () => {
    const items = [reminderItem({ reason: 'first', last: null })];
    const words = wordsIn(draw(reminder({ items })).blocks);
    expect(words).toContain('初回のご連絡\nまだご連絡がありません');
  });

  it('tells people of one name apart, and programs where there are several', () => {
    const items = [
      reminderItem({ startedOn: '2026-09-04' }),
      reminderItem({ learnerId: learnerId(2), programName: 'データ分析' }),
    ];
    const words = wordsIn(draw(reminder({ items })).blocks);
    expect(words).toContain('*佐藤 陽子（2026/9/4開始）* · 今日が予定日 · Web開発');
    expect(words).toContain('*佐藤 陽子* · 今日が予定日 · データ分析');
    expect(wordsIn(draw(reminder()).blocks)).not.toContain('Web開発');
  });

  it('thanks her when all is done', () => {
    const items = [reminderItem({ state: { kind: 'done' } })];
    const message = draw(reminder({ items, open: 0 }));
    expect(wordsIn(message.blocks)).toContain(ja.reminder.allDone);
    expect(message.text).toBe('今日の1名へのご連絡がすべて終わりました。おつかれさまでした。');
  });

  it('numbers its pages and names no learner in the notification', () => {
    const second = draw(reminder({ page: 1, pages: 3, total: 45, open: 45 }));
    expect(second.text).toBe('11/27(金) 今日ご連絡したい方（2/3）');
    expect(wordsIn(draw(reminder({ pages: 3 })).blocks)).toContain(ja.reminder.moreInThread);
    expect(draw(reminder(), en).text).toBe('1 learner is waiting for your contact today.');
  });

  describe('with promises', () => {
    it('shows those that fall due at its foot, with their buttons', () => {
      const { blocks } = draw(reminder({ promises: [ownPromise()] }));
      expect(wordsIn(blocks)).toContain(
        '*今日のうちに果たしたい約束*\n*佐藤 陽子* – 記事を送る\n11/27(金)まで · 今日が期日\n果たしました',
      );
      expect(objectsIn(blocks).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))).toEqual(
        expect.arrayContaining([
          learnerId(900),
          `${learnerId(900)}:2026-11-30`,
          `${learnerId(900)}:2026-12-04`,
          `${learnerId(900)}:elsewhere`,
        ]),
      );
    });

    it('ticks off those that were kept, and says gently that a day has passed', () => {
      const promises = [ownPromise({ state: 'kept' }), ownPromise({ state: 'overdue' })];
      const words = wordsIn(draw(reminder({ promises }), en).blocks);
      expect(words).toContain('✅ \u200b~佐藤 陽子 – 記事を送る~');
      expect(words).toContain('by Fri 27 Nov · its day has passed');
    });

    it('speaks of them alone where nobody is due', () => {
      const message = draw(reminder({ items: [], promises: [ownPromise()] }));
      expect(message.text).toBe('今日のうちに果たしたい約束が1件あります。');
      expect(wordsIn(message.blocks)).toContain(ja.promises.nobodyDue);
      expect(wordsIn(message.blocks)).not.toMatch(/0名|ご連絡できました/);
    });
  });

  it('stays within Slack’s limits and mentions nobody, whatever people wrote', () => {
    const hostile = '<!channel> & \u202e👩‍👩‍👧'.repeat(200);
    const promises = Array.from({ length: 200 }, (_, n) =>
      ownPromise({ promiseId: learnerId(n), learnerName: hostile, text: hostile }),
    );
    fc.assert(
      fc.property(fc.nat(20).chain(wildReminderItems), fc.constantFrom(ja, en), (items, t) => {
        const message = draw(reminder({ items, pages: 2, promises }), t);
        expect(wordsIn(message.blocks)).toMatch(/(ほか|and )\d+/);
        expect(messageFaults(message)).toEqual([]);
        expect(mrkdwnIn(message.blocks)).not.toMatch(/<[!@#]|@(channel|here|everyone)/);
      }),
      { numRuns: 60 },
    );
  });
});
