import { UserError } from '../../../src/errors';
import { messagesFor } from '../../../src/i18n';
import { errorMessage, errorText, plannedMessage } from '../../../src/slack/messages/answers';
import { checkInSavedMessage } from '../../../src/slack/messages/check-in-saved';
import { leadNoticeMessage } from '../../../src/slack/messages/lead-notice';
import { takenMessage } from '../../../src/slack/messages/taken';
import { messageFaults } from '../support/block-rules';
import { buttonsIn, wordsIn } from '../support/reading';
import { DAY, learnerId } from './lists';

const ja = messagesFor('ja');
const en = messagesFor('en');
const saved = {
  checkInId: learnerId(7),
  learnerName: '佐藤 陽子',
  contactedOn: DAY,
  counts: true,
  next: { dueOn: '2026-11-30', reason: 'rhythm' as const, watchedBecause: null },
  companionName: null,
  corrected: false,
};

describe('the answer to a saved check-in', () => {
  it('says who, when to be in touch next and why, and can be corrected', () => {
    const message = checkInSavedMessage(saved, ja);
    expect(messageFaults(message)).toEqual([]);
    expect(wordsIn(message.blocks)).toContain(
      '*佐藤 陽子* さんへの11/27(金)のご連絡を記録しました。\n次回のご連絡は *11/30(月)* です（いつものリズム）。',
    );
    expect(buttonsIn(message.blocks)).toMatchObject([{ value: learnerId(7) }]);
  });

  it('says who makes the next contact when it is somebody else', () => {
    const words = wordsIn(checkInSavedMessage({ ...saved, companionName: '<森>' }, ja).blocks);
    expect(words).toContain('（いつものリズム）。\n担当は&lt;森&gt;さんです。');
  });

  it('says so when the program doesn’t count it, and when the next contact is all the same', () => {
    const words = wordsIn(checkInSavedMessage({ ...saved, counts: false }, ja).blocks);
    expect(words).toContain(
      'このプログラムの最低頻度には数えません。次回のご連絡の予定日は *11/30(月)* です。',
    );
  });

  it('says that somebody is quietly watched over, until when and why', () => {
    const next = { dueOn: '2026-12-01', reason: 'planned' as const, watchedBecause: '<試験>' };
    const words = wordsIn(checkInSavedMessage({ ...saved, next }, ja).blocks);
    expect(words).toContain('*12/1(火)* まで静かに見守ります（&lt;試験&gt;）。');
    const unsaid = { ...next, watchedBecause: '' };
    expect(wordsIn(checkInSavedMessage({ ...saved, next: unsaid }, en).blocks)).toContain(
      'Quietly watching until *Tue 1 Dec*. The list of that day has them again.',
    );
  });

  it('says so when it was a correction, and when nothing more is due', () => {
    const next = { dueOn: null, reason: 'over' as const, watchedBecause: null };
    const words = wordsIn(checkInSavedMessage({ ...saved, next, corrected: true }, en).blocks);
    expect(words).toContain(
      'Corrected the check-in with *佐藤 陽子* of Fri 27 Nov.\nNo further contact is due',
    );
  });
});

describe('a lead notice', () => {
  it.each([
    ['U024BE7LH', 'account_inactive', '<@U024BE7LH>', ja.leadNotice.reasons.personGone],
    ['C024BE91L', 'not_in_channel', '<#C024BE91L>', ja.leadNotice.reasons.notInChannel],
    ['C024BE91L', 'is_archived', '<#C024BE91L>', ja.leadNotice.reasons.archived],
    ['C024BE91L', 'missing_scope', '<#C024BE91L>', ja.leadNotice.reasons.scope],
    ['C024BE91L', 'token_revoked', '<#C024BE91L>', ja.leadNotice.reasons.token],
    ['C024BE91L', 'odd_<!here>', '<#C024BE91L>', '「odd_&lt;!here&gt;」'],
  ])('says about %s and %s who it is and what to do', (subject, failure, mention, reason) => {
    const message = leadNoticeMessage({ subject, failure, programName: 'Web開発' }, ja);
    expect(messageFaults(message)).toEqual([]);
    expect(wordsIn(message.blocks)).toContain(mention);
    expect(wordsIn(message.blocks)).toContain(reason);
  });

  it('mentions nothing but an id', () => {
    const words = wordsIn(
      leadNoticeMessage({ subject: '!channel', failure: 'x', programName: null }, en).blocks,
    );
    expect(words).not.toContain('<!channel>');
  });
});

describe('answers', () => {
  it('words an error with its parameters', () => {
    const error = new UserError('contactBeforeCourse', { from: '2026-09-04' });
    expect(errorText(error, en)).toBe('That is long before the course. Choose 4 Sep 2026 or a later day.');
  });

  it.each([
    errorMessage(new UserError('alreadyTaken', { name: '<!channel>' }), ja),
    plannedMessage({ name: '<!channel>', next: { dueOn: DAY, watchedBecause: null }, returned: false }, ja),
    takenMessage(
      { learnerId: learnerId(7), learnerName: '<!channel>', forGood: false, mayBeKept: true, on: DAY },
      ja,
    ),
  ])('mention nobody, whatever a name says', (message) => {
    expect(messageFaults(message)).toEqual([]);
    expect(JSON.stringify(message)).not.toContain('<!channel>');
    expect(wordsIn(message.blocks)).toContain('&lt;!channel&gt;');
  });
});
