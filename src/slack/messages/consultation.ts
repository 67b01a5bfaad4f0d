import type { ActionsBlock, KnownBlock } from '@slack/types';
import { withoutNames } from '../../domain/anonymise/without-names';
import type { ConsultationPost, JoinedQuestion, ShownCheckIn } from '../../domain/consultation-post';
import { barLine } from '../../domain/learner-card';
import type { Messages } from '../../i18n';
import { button, context, header, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, line, mention, quote } from '../mrkdwn';
import { written } from '../written';
import { longestName, type Message } from './message';

const longestUnit = 60;
const longestNote = 200;

/** The root of a consultation's thread, in which the team answers. */
export function consultationMessage(post: ConsultationPost, t: Messages): Message {
  return {
    text: t.consult.notification,
    blocks: [
      header(t.consult.heading),
      section([headLine(post, t), wantsLine(post, t)].join('\n')),
      context(factsLine(post, t)),
      ...question(post, t),
      ...checkIns(post, t),
      context(standing(post, t)),
      buttons(post, t),
    ],
  };
}

/** What somebody else asks in the same thread. */
export function joinedMessage(joined: JoinedQuestion, t: Messages): Message {
  const author = line(joined.authorName, longestName);
  return {
    text: t.consult.joinedNotification,
    blocks: [
      section([t.consult.joinedBy({ author }), wantsLine(joined, t)].join('\n')),
      ...question(joined, t),
    ],
  };
}

/** Asks one person by name for a word, in the thread. */
export function nudgeMessage(
  { askedId, authorName, experienced }: { askedId: string; authorName: string; experienced: boolean },
  t: Messages,
): Message {
  const words = experienced ? t.consult.nudgeExperienced : t.consult.nudge;
  const text = words({ person: mention(askedId), author: line(authorName, longestName) });
  return { text: t.consult.nudgeNotification, blocks: [section(text)] };
}

function headLine({ authorName, learner, startedOn }: ConsultationPost, t: Messages): string {
  const author = line(authorName, longestName);
  if (learner === null) return t.consult.askedHidden({ author });
  const apart = startedOn === null ? '' : t.lists.aside(t.lists.startedOn(startedOn));
  return t.consult.asked({ author, name: bold(line(learner.name, longestName)) + apart });
}

function wantsLine({ wants }: Pick<ConsultationPost, 'wants'>, t: Messages): string {
  return `${bold(t.consult.wanted)}  ${wants.map((want) => t.consult.wants[want]).join(t.lists.separator)}`;
}

function factsLine({ course, unit, trend }: ConsultationPost, t: Messages): string {
  const { week, weeks } = course;
  const motivation = trend.map((point) => point.motivation);
  const known = motivation.filter((value) => value !== null);
  const parts = [
    ...(week === null ? [] : [t.card.week({ n: week, total: weeks })]),
    ...(unit.trim() === '' ? [] : [line(unit, longestUnit)]),
    ...(known.length === 0
      ? []
      : [`${t.card.motivation} ${barLine(motivation, { min: 1, max: 5 })} ${known.join(' → ')}`]),
  ];
  return parts.length === 0 ? t.checkIn.noneYet : parts.join(' · ');
}

function question(
  { situation, tried, hidden }: Pick<ConsultationPost, 'situation' | 'tried' | 'hidden'>,
  t: Messages,
): KnownBlock[] {
  const safe = (text: string) => withoutNames(text, hidden, t.consult.people);
  return [
    section(bold(t.consult.situation)),
    ...written(safe(situation)),
    ...(tried.trim() === '' ? [] : [section(bold(t.consult.tried)), ...written(safe(tried))]),
  ];
}

function checkIns({ shown, hidden }: ConsultationPost, t: Messages): KnownBlock[] {
  if (shown.length === 0) return [];
  const safe = (checkIn: ShownCheckIn) => ({
    ...checkIn,
    note: withoutNames(checkIn.note, hidden, t.consult.people),
  });
  return [
    section([bold(t.checkIn.recent), ...shown.map((checkIn) => checkInLines(safe(checkIn), t))].join('\n')),
  ];
}

function checkInLines({ contactedOn, outcome, motivation, note }: ShownCheckIn, t: Messages): string {
  const facts = [
    t.dates.day(contactedOn),
    t.outcomes[outcome],
    ...(motivation === null ? [] : [t.checkIn.motivationShort(motivation)]),
  ].join(' · ');
  return note.trim() === '' ? facts : `${facts}\n${quote(line(note, longestNote))}`;
}

function standing(
  { status, answered, joined, closedOn, closedByName, outcome }: ConsultationPost,
  t: Messages,
): string {
  const answers = answered === 0 ? [] : [t.consult.answered({ n: answered })];
  if (status === 'closed' && closedOn !== null) {
    const closed = t.consult.closed({ on: closedOn, name: line(closedByName ?? '', longestName) });
    return [closed, ...(outcome === null ? [] : [t.closing.outcomes[outcome]]), ...answers].join(' · ');
  }
  return [
    ...(answered === 0 ? [t.consult.noAnswerYet] : answers),
    ...(joined === 0 ? [] : [t.consult.joined({ n: joined })]),
    t.consult.answerHere,
  ].join(' · ');
}

function buttons({ id, learner, status }: ConsultationPost, t: Messages): ActionsBlock {
  const action = status === 'open' ? rowActions.closeConsultation : rowActions.reopenConsultation;
  const text = status === 'open' ? t.consult.close : t.consult.reopen;
  return {
    type: 'actions',
    elements: [
      button({ actionId: action.idFor(id), text, value: id }),
      ...(learner === null
        ? []
        : [button({ actionId: rowActions.card.idFor(learner.id), text: t.more.card, value: learner.id })]),
    ],
  };
}
