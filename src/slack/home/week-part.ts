import type { KnownBlock } from '@slack/types';
import type { HomeDay, HomeModel } from '../../domain/home';
import type { Messages } from '../../i18n';
import { header, section } from '../block-kit';
import { cutRun } from '../messages/fold';
import { nameOf } from '../messages/state-words';
import { bold, line, longestSection } from '../mrkdwn';

const longestReason = 100;

/** What a day's watches may take of its text, and a little for its title. In characters. */
const watchesRoom = 1100;
const titleRoom = 100;
/** What comes after the week stands in one section: its watches, the others, and those on a break. */
const beyondRoom = longestSection / 3 - titleRoom;

type Beyond = Pick<HomeModel, 'watchedBeyond' | 'later' | 'onBreak'>;

/** The days ahead, a section each: who is due, and whose quiet watch ends; then whose watch lasts longer, who else comes later, and who is on a break. */
export function weekPart(week: readonly HomeDay[], beyond: Beyond, t: Messages): KnownBlock[] {
  const quiet = week.every(({ due, watched }) => due.length + watched.length === 0);
  const days = quiet ? [section(t.home.nobodyAhead)] : week.map((day) => section(dayText(day, t)));
  return [header(t.home.week), ...days, ...beyondPart(beyond, t)];
}

function beyondPart({ watchedBeyond, later, onBreak }: Beyond, t: Messages): KnownBlock[] {
  const run = (title: string, entries: string[]) =>
    entries.length === 0
      ? []
      : [title + cutRun({ entries, separator: t.lists.separator }, t.home.more, beyondRoom)];
  const watches = watchedBeyond.map((learner) => watchText(learner, t));
  const others = later.map((learner) => laterText(learner, t));
  const resting = onBreak.map((learner) => restingText(learner, t));
  const lines = [
    ...run(t.home.watchingBeyond, watches),
    ...run(t.home.later, others),
    ...run(t.home.onBreak, resting),
  ];
  return lines.length === 0 ? [] : [section(lines.join('\n'))];
}

function laterText(learner: Beyond['later'][number], t: Messages): string {
  const { on, afterBreak } = learner;
  return nameOf(learner, t) + t.lists.aside(afterBreak ? t.home.afterBreak({ on }) : t.dates.day(on));
}

function restingText(learner: Beyond['onBreak'][number], t: Messages): string {
  const { since: on } = learner;
  return nameOf(learner, t) + (on === null ? '' : t.lists.aside(t.home.onBreakSince({ on })));
}

function watchText(learner: HomeModel['watchedBeyond'][number], t: Messages): string {
  const { on, reason } = learner;
  return nameOf(learner, t) + t.lists.aside(t.home.watchedUntil({ on, reason: reasonOf(reason) }));
}

function dayText({ on, due, watched }: HomeDay, t: Messages): string {
  const title = bold(t.dates.day(on));
  if (due.length + watched.length === 0) return `${title}  ${t.home.nobodyOnDay}`;
  const { separator } = t.lists;
  const { more } = t.home;
  const names = due.map((learner) => nameOf(learner, t));
  const watches = watched.map((learner) => watchText({ ...learner, on }, t));
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
