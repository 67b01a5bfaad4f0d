import fc from 'fast-check';
import { flagsPerMessage } from '../../../src/domain/care';
import type { CareFlagItem } from '../../../src/domain/care-message';
import { concerns } from '../../../src/domain/check-in';
import { messagesFor } from '../../../src/i18n';
import { careAnswerMessage } from '../../../src/slack/messages/care-answer';
import { careMessage } from '../../../src/slack/messages/care-message';
import { writtenText } from '../../../src/slack/mrkdwn';
import { messageFaults } from '../support/block-rules';
import { buttonsIn, mrkdwnIn, wordsIn } from '../support/reading';
import { DAY, learnerId } from './lists';
import { wildText } from './wild';

const [ja, en] = [messagesFor('ja'), messagesFor('en')];

function flag(n: number, given: Partial<CareFlagItem> = {}): CareFlagItem {
  return {
    checkInId: learnerId(n),
    learnerId: learnerId(500),
    name: '佐藤 陽子',
    startedOn: null,
    present: true,
    authorName: '森',
    contactedOn: DAY,
    motivation: 2,
    concerns: [...concerns],
    note: '',
    learnerWords: '',
    answeredOn: null,
    ...given,
  };
}

const nasty = /<[!@#]|@(channel|here|everyone)/;

describe('a message to somebody of a care team', () => {
  it('is one that Slack takes when it is full, whatever people wrote, and mentions nobody', () => {
    fc.assert(
      fc.property(wildText(100), wildText(3000), (name, words) => {
        const flags = Array.from({ length: flagsPerMessage }, (_, n) =>
          flag(n, {
            name,
            authorName: name,
            note: words,
            learnerWords: words,
            startedOn: DAY,
            answeredOn: DAY,
          }),
        );
        for (const t of [ja, en]) {
          const message = careMessage({ on: DAY, urgent: false, flags }, t);
          expect(messageFaults(message)).toEqual([]);
          expect(mrkdwnIn(message.blocks)).not.toMatch(nasty);
          // A name of one letter would stand in any text.
          const ofOthers = flags.map((it) => ({ ...it, name: '佐藤 陽子', authorName: '森' }));
          expect(message.text).toBe(careMessage({ on: DAY, urgent: false, flags: ofOthers }, t).text);
          expect(message.text).not.toMatch(/佐藤|陽子|森/);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lets each check-in be answered, and the learner’s contact be logged once', () => {
    const { blocks } = careMessage({ on: DAY, urgent: true, flags: [flag(1), flag(2)] }, ja);
    expect(buttonsIn(blocks).map(({ value }) => value)).toEqual([learnerId(1), learnerId(2), learnerId(500)]);
  });

  it('has nothing to press for somebody who has left, and says so where nothing is left', () => {
    const gone = careMessage({ on: DAY, urgent: false, flags: [flag(1, { present: false })] }, ja);
    expect(buttonsIn(gone.blocks)).toEqual([]);
    expect(wordsIn(gone.blocks)).toContain('お休み・終了');
    const empty = careMessage({ on: DAY, urgent: false, flags: [] }, en);
    expect(messageFaults(empty)).toEqual([]);
    expect(wordsIn(empty.blocks)).toContain('Nothing in this message concerns you any more.');
  });
});

it('an answer is one that Slack takes, in full, whatever it says', () => {
  fc.assert(
    fc.property(wildText(100), wildText(3000), (name, text) => {
      const answer = { learnerId: learnerId(1), learnerName: name, authorName: name, contactedOn: DAY, text };
      for (const t of [ja, en]) {
        const message = careAnswerMessage({ ...answer, role: 'advisor' }, t);
        expect(messageFaults(message)).toEqual([]);
        expect(wordsIn(message.blocks)).toContain(writtenText(text));
        expect(mrkdwnIn(message.blocks)).not.toMatch(nasty);
      }
    }),
    { numRuns: 40 },
  );
});
