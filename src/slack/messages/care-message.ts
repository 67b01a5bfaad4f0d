import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { CareFlagItem, CareMessageModel } from '../../domain/care-message';
import type { Messages } from '../../i18n';
import { button, context, header, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, line, quote } from '../mrkdwn';
import { longestName, type Message } from './message';
import { nameOf } from './state-words';

/** Together with names and facts they stay within one section, however much escaping lengthens them. */
const longestNote = 240;
const longestWords = 120;

/**
 * What was flagged for somebody of a care team, with what she may do. At most 20 flags (domain/care), so 2 + 40 blocks.
 */
export function careMessage({ on, urgent, flags }: CareMessageModel, t: Messages): Message {
  const { message: words } = t.care;
  return {
    text: urgent ? words.urgentNotification : words.notification({ n: flags.length }),
    blocks: [
      header(urgent ? words.urgentTitle : words.title({ on })),
      context(flags.length === 0 ? words.nothing : words.intro),
      ...flags.flatMap((flag, n) => flagBlocks(flag, flags[n + 1]?.learnerId !== flag.learnerId, t)),
    ],
  };
}

/** One flag; below a learner's last one, her own contact can be logged. */
function flagBlocks(flag: CareFlagItem, isLast: boolean, t: Messages): KnownBlock[] {
  const text = section(flagText(flag, t));
  return flag.present ? [text, buttons(flag, isLast, t)] : [text];
}

function flagText(flag: CareFlagItem, t: Messages): string {
  const { present, authorName, contactedOn, motivation, concerns, note, learnerWords, answeredOn } = flag;
  const { message: words } = t.care;
  const facts = [
    t.dates.day(contactedOn),
    words.by({ name: line(authorName, longestName) }),
    ...(motivation === null ? [] : [t.checkIn.motivationShort(motivation)]),
    ...(present ? [] : [t.states.closed]),
  ];
  const list = concerns.map((concern) => t.concerns[concern]).join(t.lists.separator);
  return [
    `${bold(nameOf(flag, t))} · ${facts.join(' · ')}`,
    ...(list === '' ? [] : [words.concerns({ list })]),
    ...(note.trim() === '' ? [] : [quote(line(note, longestNote))]),
    ...(learnerWords.trim() === '' ? [] : [words.words({ words: line(learnerWords, longestWords) })]),
    ...(answeredOn === null ? [] : [words.answered({ on: answeredOn })]),
  ].join('\n');
}

function buttons({ checkInId, learnerId }: CareFlagItem, isLast: boolean, t: Messages): ActionsBlock {
  const { answer, logContact } = t.care.message;
  const answering = button({
    actionId: rowActions.answer.idFor(checkInId),
    text: answer,
    value: checkInId,
    primary: true,
  });
  const logging = button({
    actionId: rowActions.checkIn.idFor(learnerId),
    text: logContact,
    value: learnerId,
  });
  return { type: 'actions', elements: isLast ? [answering, logging] : [answering] };
}
