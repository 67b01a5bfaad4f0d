import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { LocalDate } from '../../domain/dates';
import type { ReminderItem } from '../../domain/due-list';
import type { Messages } from '../../i18n';
import { button, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, line, quote, strike } from '../mrkdwn';
import { rowMenu } from '../row-menu';
import { longestName } from './message';
import { coverWords, isOpen, nameOf, planWords, stateWords, watchWords } from './state-words';

const longestNote = 150;
const longestUnit = 60;

interface Place {
  /** The list's day. */
  on: LocalDate;
  severalPrograms: boolean;
}

/** One learner in a reminder: what to know and what to press, or how it was settled. */
export function reminderRow(item: ReminderItem, t: Messages, place: Place): KnownBlock[] {
  if (!isOpen(item.state)) return [section(settledLine(item, t, place.on))];
  return [section(openText(item, t, place)), buttons(item, t)];
}

function settledLine(item: ReminderItem, t: Messages, on: LocalDate): string {
  const name = nameOf(item, t);
  if (item.state.kind === 'done') return `✅ ${strike(name)}`;
  const watched = watchWords(item, t);
  if (watched.length > 0) return name + t.lists.aside(watched.join(t.lists.separator));
  return [name, ...stateWords(item, on, t)].join(' ');
}

function openText(item: ReminderItem, t: Messages, { on, severalPrograms }: Place): string {
  const facts = [
    ...stateWords(item, on, t),
    ...whyThen(item, t),
    ...coverWords(item, t),
    ...(severalPrograms ? [line(item.programName, longestName)] : []),
  ];
  const lines = [
    `${bold(nameOf(item, t))} · ${facts.join(' · ')}`,
    ...lastContact(item.last, t),
    ...(item.unit.trim() === '' ? [] : [t.reminder.unit(line(item.unit, longestUnit))]),
  ];
  return lines.join('\n');
}

/** Why she is due on this very day, where a supporter chose it. */
function whyThen(item: ReminderItem, t: Messages): string[] {
  if (item.reason !== 'planned') return [];
  return item.watch ? watchWords(item, t) : [planWords(item.planReason, t)];
}

function lastContact(last: ReminderItem['last'], t: Messages): string[] {
  if (last === null) return [t.reminder.neverContacted];
  const { contactedOn, outcome, note, authorName } = last;
  const facts = [t.outcomes[outcome], line(authorName, longestName)].join(' · ');
  const head = `${t.reminder.last} ${t.dates.day(contactedOn)} ${facts}`;
  return note.trim() === '' ? [head] : [head, quote(line(note, longestNote))];
}

function buttons({ learnerId }: ReminderItem, t: Messages): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      button({
        actionId: rowActions.checkIn.idFor(learnerId),
        text: t.reminder.checkIn,
        value: learnerId,
        primary: true,
      }),
      button({ actionId: rowActions.plan.idFor(learnerId), text: t.reminder.postpone, value: learnerId }),
      rowMenu(learnerId, t),
    ],
  };
}
