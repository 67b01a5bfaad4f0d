import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { FollowUpQuestion } from '../../domain/closing';
import { followUpAnswers } from '../../domain/consultation';
import type { Messages } from '../../i18n';
import { button, context, header, section } from '../block-kit';
import { rowActions } from '../ids';
import { longest } from '../modals/limits';
import { bold, line } from '../mrkdwn';
import { longestName, type Message } from './message';

/** Asks how it went on, two weeks after a consultation was closed; once that is answered, it says how. */
export function followUpMessage(question: FollowUpQuestion, t: Messages): Message {
  const words = t.closing.followUp;
  return {
    text: words.notification,
    blocks: [header(words.head), section(about(question, t)), ...foot(question, t)],
  };
}

function about({ learnerName, title: of, closedOn: on }: FollowUpQuestion, t: Messages): string {
  const name = learnerName === null ? null : bold(line(learnerName, longestName));
  return t.closing.followUp.about({ name, title: bold(line(of, longest.caseTitle)), on });
}

function foot(question: FollowUpQuestion, t: Messages): KnownBlock[] {
  const { consultationId, closedOn, followUp } = question;
  const words = t.closing.followUp;
  if (closedOn === null) return [context(words.reopened)];
  if (!followUp) return [context(words.why), buttons(consultationId, t)];
  const said = followUp.line.trim() === '' ? '' : line(followUp.line, longest.followUpLine);
  return [section(words.answered({ answer: bold(t.closing.followUps[followUp.answer]), line: said }))];
}

function buttons(consultationId: string, t: Messages): ActionsBlock {
  return {
    type: 'actions',
    elements: followUpAnswers.map((answer) => {
      const value = `${answer}/${consultationId}`;
      return button({ actionId: rowActions.followUp.idFor(value), text: t.closing.followUps[answer], value });
    }),
  };
}
