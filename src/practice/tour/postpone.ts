import { ids, learnersBlock, rowActions } from '../../slack/ids';
import { readAloud } from '../reading';
import { supporter } from './cast';
import type { Lists } from './morning';
import { conversationWith, latestSaying, type Scene } from './scene';

const reason = '明日が試験とのこと。終わってからお声がけします';

/** "Postpone" in the reminder: somebody is left in peace for a day, with a reason. */
export async function postpone({ guide, slack, cast }: Scene, before: Lists): Promise<void> {
  const { id, name } = cast.postponed;
  guide.chapter(
    '静かに見守りたい方は、予定日を延ばせます',
    'Somebody who is better left in peace is postponed',
  );
  const person = slack.as(supporter.userId);
  const place = conversationWith(slack, supporter);
  const { ts } = before.reminder;
  await person.click({ channel: place.channelId, ts }, rowActions.plan.idFor(id));
  const modal = await guide.sees('the postpone modal', () => {
    const open = person.modal();
    return open?.callback_id === ids.views.plan && open;
  });
  guide.show(`${modal.title.text} / modal`, modal);
  const submission = await person.submit({ [learnersBlock(ids.blocks.planReason, id)]: reason });
  guide.insist(
    submission.errors === undefined,
    `${name} postponed, not ${JSON.stringify(submission.errors)}`,
  );
  const answer = await guide.sees('the answer that she is postponed', () =>
    [...slack.ephemerals(supporter.userId), ...slack.dm(supporter.userId)].find((shown) =>
      /見守ります/.test(shown.text + readAloud(shown)),
    ),
  );
  guide.say(answer.text, `The reason "${reason}" will be there when the day comes.`);
  const reminder = await guide.sees(`${name} postponed in the reminder`, () =>
    latestSaying(slack, place, `${name}（`),
  );
  guide.showChanges(place.heading, before.reminder, reminder);
}
