import { ids, rowActions } from '../../../src/slack/ids';
import { answerWords, type Desk, fillQuestion, modalAfter, startDesk } from './desk';
import { wordsOf } from './lists';

const { blocks } = ids;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk({ at: '2026-11-23T23:00:00Z' });
});
afterEach(async () => {
  await desk.close();
  expect(desk.slack.refusals).toEqual([]);
});

/** The learner's name in all its forms. */
const name = { kanji: '佐藤 花子', kana: 'さとう はなこ' };
const forms = /佐藤|花子|さとう|はなこ|サトウ|ハナコ|ｻﾄｳ|ﾊﾅｺ|\bsatou?\b|\bsatoh\b|\bhanako\b|satō/i;

async function ask(userId: string, situation: string, hide: boolean) {
  await modalAfter(desk, userId, () => desk.slack.as(userId).command('/consult 佐藤', { channel: 'C0TEAM' }));
  await fillQuestion(desk, userId, {
    [blocks.consultSituation]: situation,
    [blocks.consultTried]: 'はなこさんへ短いメッセージ',
    [blocks.consultWants]: ['ideas'],
    ...(hide && { [blocks.consultHideName]: ['hide'] }),
  });
  await desk.slack.as(userId).submit();
  await answerWords(desk, userId);
  await desk.sweep();
}

/** All that Banso told Slack, but for the modals and answers that only those see who asked about her. */
function told(): string {
  const calls = desk.slack.calls.filter(
    ({ method }) => !method.startsWith('views.') && method !== 'chat.postEphemeral',
  );
  return JSON.stringify(calls);
}

describe('a question without the learner’s name', () => {
  it('gives it away in no byte that Slack was told: post, thread, notification, metadata, digest', async () => {
    const row = await desk.records.learner(desk.program, {
      ...{ name: name.kanji, reading: name.kana, slackUserId: 'U0HANAKO', dueOn: '2027-01-05' },
    });
    await desk.records.checkIn(row, { note: 'ﾊﾅｺさんは明るい声でした。Sato-sanの夜勤は来週まで。' });
    await ask('U0AOI', '佐藤花子さん（<@U0HANAKO>）の返事がありません。サトウさんは夜勤です。', true);
    await ask('U0MORI', '花子ちゃんの件、Hanako Satoさんの上司も心配しています。', false);
    desk.clock.set('2026-11-25T00:00:00Z');
    await desk.sweep();
    const [root] = desk.slack.messages('C0TEAM').filter((message) => wordsOf(message).includes('ほしい助け'));
    const words = root ? wordsOf(root) : '';
    expect(words).toContain('受講生のお名前は伏せています');
    expect(words).toContain('受講生の返事がありません。受講生は夜勤です。');
    expect(words).toContain('受講生は明るい声でした。受講生の夜勤は来週まで。');
    const thread = desk.slack
      .messages('C0TEAM', { threadTs: root?.ts ?? '' })
      .slice(1)
      .map(wordsOf);
    expect(thread.join('\n')).toContain('受講生の件、受講生の上司も心配しています。');
    expect(thread.join('\n')).toContain('お返事を待っています');
    expect(told()).toContain('お返事を待っている相談');
    expect(forms.exec(told())?.[0]).toBeUndefined();
    expect(told()).not.toContain('U0HANAKO');
    expect(told()).not.toContain(rowActions.card.idFor(row.id));
  });
});
