import type { KnownBlock } from '@slack/types';
import type { RequestStory } from '../../domain/cover';
import type { CoverCard } from '../../domain/cover-card';
import type { LocalDate } from '../../domain/dates';
import { barLine, courseWeek } from '../../domain/learner-card';
import { truncate } from '../../domain/text';
import type { Messages } from '../../i18n';
import { button, context, header, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, line, longestSection, quote } from '../mrkdwn';
import { longestName, type Message } from './message';
import { reasonOf } from './state-words';

export interface CoverCardsModel {
  /** The request that was accepted: a cover or a handover; null: a learner who was simply taken. */
  story: RequestStory | null;
  page: number;
  pages: number;
  /** All pages together. */
  total: number;
  cards: { card: CoverCard; today: LocalDate; moved: boolean }[];
}

const longest = { goal: 150, note: 200, text: 300, promise: 150 };
const mostPromises = 3;

/** What to know of learners who are taken over: a text each (domain/paging), further pages in its thread. */
export function coverCardsMessage(model: CoverCardsModel, t: Messages): Message {
  const { page, pages, total, cards } = model;
  const title = t.cover.cards.title({ count: total });
  const head: KnownBlock[] =
    page === 0
      ? [header(title), section(occasionWords(model, t))]
      : [header(title + t.lists.page({ page: page + 1, pages }))];
  const more = page === 0 && pages > 1 ? [context(t.cover.cards.moreInThread)] : [];
  return {
    text: page === 0 ? t.cover.cards.notification : title,
    blocks: [...head, ...cards.flatMap((entry) => cardBlocks(entry, t)), ...more],
  };
}

function occasionWords({ story }: CoverCardsModel, { cover: { cards } }: Messages): string {
  if (story === null) return cards.takenTitle;
  const name = line(story.fromName, longestName);
  return story.absence ? cards.coverTitle({ name, until: story.absence.to }) : cards.handoverTitle({ name });
}

function cardBlocks({ card, today, moved }: CoverCardsModel['cards'][number], t: Messages): KnownBlock[] {
  const name = bold(line(card.name, longestName));
  if (moved) return [{ type: 'divider' }, section(name + t.lists.aside(t.cover.cards.moved))];
  const accessory = button({
    actionId: rowActions.checkIn.idFor(card.learnerId),
    text: t.reminder.checkIn,
    value: card.learnerId,
  });
  const text = [`${name} · ${facts(card, today, t)}`, ...howTo(card, t), ...notes(card, t)].join('\n');
  // Escaping may make any text several times as long: what Slack would refuse is cut.
  return [{ type: 'divider' }, { ...section(truncate(text, longestSection)), accessory }];
}

function facts(card: CoverCard, today: LocalDate, t: Messages): string {
  const { cards } = t.cover;
  const { week: n, weeks: total } = courseWeek(card, today);
  return [
    ...(n === null ? [] : [cards.week({ n, total })]),
    ...(card.unit.trim() === '' ? [] : [t.reminder.unit(line(card.unit, longestName))]),
    ...next(card, today, t),
  ].join(' · ');
}

/** When the next contact is due, or that whoever stands in is to leave her in peace until then, and why. */
function next({ dueOn: on, watchedBecause }: CoverCard, today: LocalDate, t: Messages): string[] {
  if (on === null) return [];
  const day = t.cover.cards.next(on);
  if (watchedBecause === null) return [day];
  const reason = reasonOf(watchedBecause);
  return on > today ? [t.watch.lasting({ on, reason })] : [day, t.watch.ended({ reason })];
}

function howTo({ goal, tone, avoid, motivations, team, promises }: CoverCard, t: Messages): string[] {
  const { cards } = t.cover;
  const people = team.map(({ role, name }) => `${t.audiences[role]} ${line(name, longestName)}`);
  return [
    ...(goal.trim() === '' ? [] : [cards.goal({ text: line(goal, longest.goal) })]),
    ...(tone.trim() === '' ? [] : [cards.tone({ text: line(tone, longest.text) })]),
    ...(avoid.trim() === '' ? [] : [cards.avoid({ text: line(avoid, longest.text) })]),
    ...promises
      .slice(0, mostPromises)
      .map(({ text, dueOn: on }) => cards.promise({ text: line(text, longest.promise), on })),
    ...(motivations.length === 0
      ? []
      : [cards.trend({ text: `${barLine(motivations, { min: 1, max: 5 })} ${motivations.at(-1)}` })]),
    ...(people.length === 0 ? [] : [cards.team({ text: people.join(t.lists.separator) })]),
  ];
}

function notes({ recent }: CoverCard, t: Messages): string[] {
  if (recent.length === 0) return [t.cover.cards.noNotes];
  return recent.flatMap(({ contactedOn, outcome, note, authorName }) => {
    const head = [t.dates.day(contactedOn), t.outcomes[outcome], line(authorName, longestName)].join(' · ');
    return note.trim() === '' ? [head] : [head, quote(line(note, longest.note))];
  });
}
