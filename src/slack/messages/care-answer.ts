import type { CareAnswerModel } from '../../domain/care-message';
import type { Messages } from '../../i18n';
import { button, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, line } from '../mrkdwn';
import { written } from '../written';
import { longestName, type Message } from './message';

/** What the mentor or advisor answered, in full, with the next step beside it. */
export function careAnswerMessage(answer: CareAnswerModel, t: Messages): Message {
  const { learnerId, learnerName, authorName, role, contactedOn: on, text } = answer;
  const name = bold(line(learnerName, longestName));
  const head = { name, author: line(authorName, longestName), role: t.care.roles[role], on };
  return {
    text: t.care.answered.notification,
    blocks: [
      section(t.care.answered.head(head)),
      ...written(text),
      {
        type: 'actions',
        elements: [
          button({
            actionId: rowActions.checkIn.idFor(learnerId),
            text: t.reminder.checkIn,
            value: learnerId,
          }),
        ],
      },
    ],
  };
}

/** Tells the mentor or advisor that her answer is kept, and who hears of it. */
export function answerKeptMessage(
  { name, told }: { name: string; told: string | null },
  t: Messages,
): Message {
  const text = t.care.answer.done({
    name: bold(line(name, longestName)),
    told: told === null ? null : line(told, longestName),
  });
  return { text: t.saved.notification, blocks: [section(text)] };
}
