import type { ActionsBlock } from '@slack/types';
import type { ClosedConsultation } from '../../domain/closing';
import type { Messages } from '../../i18n';
import { button, context, section } from '../block-kit';
import { rowActions } from '../ids';
import { longest } from '../modals/limits';
import { bold, line } from '../mrkdwn';
import { answer } from './answers';
import { cutRun } from './fold';
import { longestName, type Message } from './message';

/** Most characters that the names of those who are thanked take, escaped. */
const longestThanks = 1000;

/** Tells the thread that its consultation was closed: thanks whoever answered, by name and without a ping. */
export function closedNoteMessage(closed: ClosedConsultation, t: Messages): Message {
  const { consultationId, title, reopenableUntil: on } = closed;
  const words = t.closing.note;
  return {
    text: words.notification,
    blocks: [
      section([headLine(closed, t), ...thanksLines(closed, t)].join('\n')),
      section(`${words.case({ title: bold(line(title, longest.caseTitle)) })}\n${words.find}`),
      ...followUpLines(closed, t).map((text) => context(text)),
      ...(closed.closed === null ? [context(words.reopened)] : []),
      ...(on === null ? [] : [context(words.reopenable({ on })), reopenButton(consultationId, t)]),
    ],
  };
}

function headLine({ closed, outcome: key }: ClosedConsultation, t: Messages): string {
  const outcome = bold(t.closing.outcomes[key]);
  if (closed === null) return t.closing.note.headAgain({ outcome });
  return t.closing.note.head({ name: line(closed.byName, longestName), outcome });
}

function thanksLines({ helpers }: ClosedConsultation, t: Messages): string[] {
  if (helpers.length === 0) return [];
  const helped = helpers.filter((helper) => helper.helped);
  const words = t.closing.note;
  return [
    words.thanks({ names: namesOf(helpers, t) }),
    ...(helped.length === 0 || helped.length === helpers.length
      ? []
      : [words.helped({ names: namesOf(helped, t) })]),
  ];
}

function namesOf(people: readonly { name: string }[], t: Messages): string {
  const entries = people.map(({ name }) => t.closing.note.person({ name: line(name, longestName) }));
  return cutRun({ entries, separator: t.lists.separator }, t.lists.more, longestThanks);
}

function followUpLines({ followUp }: ClosedConsultation, t: Messages): string[] {
  if (!followUp) return [];
  const said = line(followUp.line, longest.followUpLine);
  return [
    t.closing.note.followUp({
      answer: bold(t.closing.followUps[followUp.answer]),
      line: followUp.line.trim() === '' ? '' : said,
    }),
  ];
}

function reopenButton(consultationId: string, t: Messages): ActionsBlock {
  const actionId = rowActions.reopenConsultation.idFor(consultationId);
  return {
    type: 'actions',
    elements: [button({ actionId, text: t.consult.reopen, value: consultationId })],
  };
}

/** Tells the thread that its consultation was opened again. */
export function reopenedNoteMessage(byName: string, t: Messages): Message {
  const { notification, head } = t.closing.reopened;
  return { text: notification, blocks: [section(head({ name: line(byName, longestName) }))] };
}

/** Tells whoever has closed it. */
export function closedMessage(title: string, t: Messages): Message {
  const text = t.closing.done({ title: bold(line(title, longest.caseTitle)) });
  return { ...answer(text), text: t.closing.doneNotification };
}
