import type { KnownBlock } from '@slack/types';
import type { HomeDay } from '../../domain/home';
import type { Messages } from '../../i18n';
import { header, section } from '../block-kit';
import { cutRun } from '../messages/fold';
import { nameOf } from '../messages/state-words';
import { bold, line, longestSection } from '../mrkdwn';

const longestReason = 100;

/** What a day's watches may take of its text, and a little for its title. In characters. */
const watchesRoom = 1100;
const titleRoom = 100;

/** The days ahead, a section each: who is due, and whose quiet watch ends. */
export function weekPart(week: readonly HomeDay[], t: Messages): KnownBlock[] {
  const quiet = week.every(({ due, watched }) => due.length + watched.length === 0);
  const days = quiet ? [section(t.home.nobodyAhead)] : week.map((day) => section(dayText(day, t)));
  return [header(t.home.week), ...days];
}

function dayText({ on, due, watched }: HomeDay, t: Messages): string {
  const title = bold(t.dates.day(on));
  if (due.length + watched.length === 0) return `${title}  ${t.home.nobodyOnDay}`;
  const { separator } = t.lists;
  const { more } = t.home;
  const names = due.map((learner) => nameOf(learner, t));
  const watches = watched.map(
    (learner) =>
      nameOf(learner, t) + t.lists.aside(t.home.watchedUntil({ on, reason: reasonOf(learner.reason) })),
  );
  const lines = [
    title,
    ...(names.length > 0
      ? [cutRun({ entries: names, separator }, more, longestSection - watchesRoom - titleRoom)]
      : []),
    ...(watches.length > 0
      ? [`${t.home.watching}${cutRun({ entries: watches, separator }, more, watchesRoom)}`]
      : []),
  ];
  return lines.join('\n');
}

function reasonOf(reason: string): string | null {
  return reason.trim() === '' ? null : line(reason, longestReason);
}
