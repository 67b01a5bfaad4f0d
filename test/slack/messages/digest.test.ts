import fc from 'fast-check';
import type { DigestModel } from '../../../src/domain/due-list';
import { messagesFor } from '../../../src/i18n';
import { ids, rowActions } from '../../../src/slack/ids';
import { digestMessage } from '../../../src/slack/messages/digest';
import { messageFaults } from '../support/block-rules';
import { buttonsIn, mrkdwnIn, wordsIn } from '../support/reading';
import { DAY, digest, extras, item, learnerId, teamPromise } from './lists';
import { supporterName, wildExtras, wildItems } from './wild';

const ja = messagesFor('ja');
const en = messagesFor('en');
const draw = (model: DigestModel, t = ja) => digestMessage(model, t);
const hanada = { userId: 'U1', name: '花田' };

describe('the digest', () => {
  it('lists learners under their supporter, whom it does not ping', () => {
    const items = [
      item({ state: { kind: 'overdue', workingDays: 2 } }),
      item({ name: '伊藤 健', floorOn: DAY }),
      item({ name: '上田 薫', state: { kind: 'breached', workingDays: 3 } }),
    ];
    const message = draw(digest({ groups: [{ actor: hanada, continued: false, items }] }));
    expect(wordsIn(message.blocks)).toContain(
      '*花田*\n佐藤 陽子（2日超過）、伊藤 健（最低頻度の期限は今日）、上田 薫（最低頻度割れ）',
    );
    expect(JSON.stringify(message)).not.toContain('<@');
    expect(wordsIn(message.blocks)).toContain('全3名 ・ 連絡済み0名 ・ 超過2名');
  });

  it('ticks off whoever has been contacted, shows new dates and strikes who left', () => {
    const items = [
      item({ state: { kind: 'done' } }),
      item({ name: '伊藤 健', state: { kind: 'postponed', dueOn: '2026-11-30' } }),
      item({ name: '上田 薫', state: { kind: 'closed' } }),
      item({
        name: '加藤 緑',
        state: { kind: 'postponed', dueOn: '2026-11-30' },
        watch: { until: '2026-11-30', reason: '帰省' },
      }),
    ];
    const words = wordsIn(draw(digest({ groups: [{ actor: hanada, continued: false, items }] })).blocks);
    expect(words).toContain('~佐藤 陽子~ ✅');
    expect(words).toContain('伊藤 健 →11/30(月)');
    expect(words).toContain('~上田 薫~ （お休み・終了）');
    expect(words).toContain('加藤 緑（11/30(月)まで見守り中・帰省）');
  });

  it('offers those whom nobody covers with a button that knows the learner', () => {
    const { blocks } = draw(digest({ groups: [], uncovered: [item({ actor: null })] }));
    const [take] = buttonsIn(blocks);
    expect(take?.action_id).toMatch(rowActions.take.pattern);
    expect(take?.value).toBe(learnerId(1));
  });

  it('offers nobody for taking over who has been contacted', () => {
    const done = item({ actor: null, state: { kind: 'done' } });
    const { blocks } = draw(digest({ groups: [], uncovered: [done] }));
    expect(wordsIn(blocks)).toContain('~佐藤 陽子~ ✅');
    expect(buttonsIn(blocks).map(({ action_id }) => action_id)).toEqual([
      ids.actions.logCheckIn,
      ids.actions.newPlan,
      ids.actions.newConsult,
    ]);
  });

  it('is friendly when nobody is due, and still shows the rest', () => {
    const wins = { items: [{ learnerName: '佐藤', words: 'できた！', authorName: '花田' }], more: 2 };
    const message = draw(digest({ groups: [], extras: extras({ wins }) }));
    expect(message.text).toBe('今日が予定日の受講生はいません。');
    expect(wordsIn(message.blocks)).toContain(ja.digest.nobodyDue);
    expect(wordsIn(message.blocks)).toContain('> できた！\n佐藤さん（聞き手：花田さん）\nほか2件');
    expect(messageFaults(message)).toEqual([]);
  });

  it('thanks everybody when all is done', () => {
    const items = [item({ state: { kind: 'done' } })];
    const message = draw(digest({ open: 0, groups: [{ actor: hanada, continued: false, items }] }));
    expect(wordsIn(message.blocks)).toContain(ja.digest.allDone);
  });

  it('says on which page one is, and that there is more', () => {
    const first = draw(digest({ pages: 3, total: 240, open: 200 }));
    const second = draw(digest({ page: 1, pages: 3, total: 240, open: 200 }));
    expect(wordsIn(first.blocks)).toContain(ja.digest.moreInThread);
    expect(second.text).toContain('（2/3）');
    expect(buttonsIn(second.blocks)).toEqual([]);
  });

  it('says where a supporter’s learners go on', () => {
    const many = Array.from({ length: 100 }, (_, n) =>
      item({ name: `佐藤 陽子 ${'い'.repeat(50)}`, learnerId: learnerId(n) }),
    );
    const words = wordsIn(
      draw(digest({ groups: [{ actor: hanada, continued: false, items: many }] })).blocks,
    );
    expect(words).toContain('*花田* （つづき）\n');
    const continued = { actor: hanada, items: [item()], continued: true };
    expect(wordsIn(draw(digest({ page: 1, pages: 2, groups: [continued] })).blocks)).toContain(
      '*花田* （つづき）\n佐藤',
    );
  });

  it('names no learner in its notification', () => {
    expect(draw(digest({ open: 1 })).text).toBe('今日の連絡リスト：1名中、残り1名です。');
    expect(draw(digest({ open: 1 }), en).text).toBe('Today’s contacts: 1 of 1 learner still open.');
  });

  it('shows floors, replies, watches and promises', () => {
    const more = 0;
    const { blocks } = draw(
      digest({
        extras: extras({
          floorsToday: { items: [item()], more },
          awaitingReply: {
            items: [{ learnerId: learnerId(2), name: '伊藤', since: '2026-11-20', companionName: null }],
            more,
          },
          watchesEnding: {
            items: [{ learnerId: learnerId(3), name: '上田', reason: '試験', companionName: '花田' }],
            more,
          },
          promises: {
            items: [teamPromise({ learnerName: '江口', text: '記事', state: 'kept' })],
            more,
          },
        }),
      }),
    );
    const words = wordsIn(blocks);
    expect(words).toContain('*今日が最低頻度の期限の方*\n• 佐藤 陽子（担当：花田）');
    expect(words).toContain('• 伊藤 11/20(金)から');
    expect(words).toContain('• 上田（担当：花田） – 試験');
    expect(words).toContain('• \u200b~江口 – 記事~ ✅（花田さん・11/27(金)まで）');
  });

  it('has buttons for promises as far as there is room, and names who promised', () => {
    const promises = {
      items: [1, 2, 3, 4, 5, 6, 7].map((n) => teamPromise({ promiseId: learnerId(n) })),
      more: 2,
    };
    const { blocks } = draw(digest({ extras: extras({ promises }) }));
    const keeps = buttonsIn(blocks).filter(({ action_id }) =>
      rowActions.keepPromise.pattern.test(String(action_id)),
    );
    expect(keeps.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5].map(learnerId));
    expect(wordsIn(blocks)).toContain('*佐藤 陽子* – 記事を送る\n花田さん・11/27(金)まで');
    expect(wordsIn(blocks)).toMatch(
      /\*ほか4件\*\n• 佐藤 陽子 – 記事を送る（花田さん・11\/27\(金\)まで）[\s\S]*ほか2件/,
    );
  });
});

describe('a full page of the digest', () => {
  /** Pages as domain/paging cuts them, or as they become when supporters leave afterwards. */
  const page = fc
    .record({
      uncoveredCount: fc.nat(100),
      coveredCount: fc.nat(100),
      supporters: fc.integer({ min: 1, max: 50 }),
      name: supporterName,
      withExtras: fc.boolean(),
    })
    .map((size) => ({ ...size, coveredCount: Math.min(size.coveredCount, 100 - size.uncoveredCount) }))
    .chain((size) =>
      fc.record({
        size: fc.constant(size),
        items: wildItems(size.uncoveredCount + size.coveredCount),
        extras: size.withExtras ? wildExtras : fc.constant(null),
      }),
    )
    .map(({ size, items, extras }) => {
      const covered = items.slice(size.uncoveredCount);
      const groups = Array.from({ length: size.supporters }, (_, s) => ({
        actor: { userId: `U${s}`, name: size.name },
        continued: s % 2 === 1,
        items: covered.filter((_, n) => n % size.supporters === s),
      })).filter((group) => group.items.length > 0);
      return digest({ groups, uncovered: items.slice(0, size.uncoveredCount), extras });
    });

  it.each([
    ['ja', ja],
    ['en', en],
  ] as const)('stays within Slack’s limits, drops nobody and mentions nobody (%s)', (_, t) => {
    fc.assert(
      fc.property(page, (model) => {
        const message = draw(model, t);
        expect(messageFaults(message)).toEqual([]);
        expect(mrkdwnIn(message.blocks)).not.toMatch(/<[!@#]|@(channel|here|everyone)/);
        const words = wordsIn(message.blocks);
        const missing = Array.from({ length: model.total }, (_, n) => `#${n}.`).filter(
          (mark) => !words.includes(mark),
        );
        expect(missing).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    { uncovered: 39, covered: 0, supporters: 1 },
    { uncovered: 37, covered: 5, supporters: 5 },
    { uncovered: 38, covered: 2, supporters: 2 },
    { uncovered: 20, covered: 47, supporters: 47 },
    { uncovered: 0, covered: 97, supporters: 50 },
  ])('gives each of $uncovered uncovered learners a button beside $covered others', (size) => {
    const name = '&'.repeat(100);
    const all = Array.from({ length: size.uncovered + size.covered }, (_, n) =>
      item({ learnerId: learnerId(n), name, startedOn: DAY, state: { kind: 'overdue', workingDays: 999 } }),
    );
    const covered = all.slice(size.uncovered);
    const groups = Array.from({ length: size.supporters }, (_, s) => ({
      actor: { userId: `U${s}`, name },
      continued: false,
      items: covered.filter((_, n) => n % size.supporters === s),
    })).filter(({ items }) => items.length > 0);
    const full = { items: [item()], more: 9 };
    const win = { items: [{ learnerName: name, words: name, authorName: name }], more: 0 };
    const waiting = { items: [{ learnerId: '', name, since: DAY, companionName: name }], more: 0 };
    const watch = { items: [{ learnerId: '', name, reason: name, companionName: name }], more: 0 };
    const promise = {
      items: [teamPromise({ learnerName: name, text: name, madeByName: name })],
      more: 0,
    };
    const message = draw(
      digest({
        pages: 2,
        groups,
        uncovered: all.slice(0, size.uncovered),
        extras: {
          floorsToday: full,
          floorsNext: full,
          awaitingReply: waiting,
          watchesEnding: watch,
          promises: promise,
          wins: win,
          unanswered: {
            items: Array(10).fill({ id: learnerId(1), authorName: name, learnerName: name, openedOn: DAY }),
            more: 190,
          },
        },
      }),
    );
    expect(messageFaults(message)).toEqual([]);
    const takes = buttonsIn(message.blocks).filter(({ action_id }) =>
      rowActions.take.pattern.test(String(action_id)),
    );
    expect(takes).toHaveLength(size.uncovered);
  });
});
