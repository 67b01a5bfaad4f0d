import { ids } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import { answerWords, type Desk, modalAfter, startDesk } from './desk';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

describe('/checkin by somebody who is no supporter', () => {
  it.each([
    [
      'where no program lives',
      'U0MENT',
      'C0OTHER',
      'まだどのプログラムにも参加していません。チームのリーダーに追加をご依頼ください。ご自身のチームで始めるには、チームのチャンネルで /banso setup と入力してください。',
    ],
    [
      'in a program’s channel',
      'U0MENT',
      'C0TEAM',
      'このプログラムのメンバーではないため、受講生の情報は表示できません。リーダーに追加をご依頼ください。',
    ],
    [
      'in a program’s channel, a guest in English',
      'U0GUEST',
      'C0TEAM',
      'You are not on this program’s team, so its learners stay private. Ask a lead to add you.',
    ],
    [
      'where no program lives, a guest in English',
      'U0GUEST',
      'C0OTHER',
      'You are not in any program yet. Ask your team’s lead to add you. To begin with a team of your own, type /banso setup in its channel.',
    ],
  ])('says what to do %s', async (_, userId, channel, words) => {
    await desk.slack.as(userId).command('/checkin 佐藤', { channel });
    expect(await answerWords(desk, userId)).toBe(words);
    expect(desk.slack.as(userId).modal()).toBeUndefined();
  });

  it('says it in a direct message where Banso is no member', async () => {
    desk.slack.removeBotFrom('C0OTHER');
    await desk.slack.as('U0GUEST').command('/checkin', { channel: 'C0OTHER' });
    await desk.slack.until(() => desk.slack.dm('U0GUEST').length > 0);
    expect(wordsIn(desk.slack.dm('U0GUEST')[0]?.blocks)).toMatch(/^You are not in any program yet/);
  });
});

describe('the global shortcut by somebody who is no supporter', () => {
  it.each([
    ['U0GUEST', 'You are not in any program yet. Ask a lead to add you as a supporter, then try again.'],
    [
      'U0MENT',
      'まだどのプログラムにも参加していません。リーダーにサポーターとしての追加をご依頼のうえ、もう一度お試しください。',
    ],
  ])('opens a notice in the language of %s', async (userId, words) => {
    const person = desk.slack.as(userId);
    const notice = await modalAfter(desk, userId, () => person.globalShortcut(ids.shortcuts.checkInGlobal));
    expect(notice).toMatchObject({ callback_id: ids.views.notice, submit: null });
    expect(wordsIn(notice.blocks)).toBe(words);
  });
});

describe('the message shortcut by somebody who is no supporter', () => {
  it('is answered beside the message', async () => {
    const guest = desk.slack.as('U0GUEST');
    const { ts } = await guest.post('C0TEAM', 'hello');
    await guest.messageShortcut(ids.shortcuts.checkInMessage, { channel: 'C0TEAM', ts });
    expect(await answerWords(desk, 'U0GUEST')).toMatch(/^You are not on this program’s team/);
  });
});
