import type { KnownBlock, SectionBlock } from '@slack/types';
import type { Cut, DigestExtras, DueItem } from '../../domain/due-list';
import type { Messages } from '../../i18n';
import { section } from '../block-kit';
import { bold, line, linked, quote } from '../mrkdwn';
import { cutList } from './fold';
import { longestName } from './message';
import { promiseList, promiseRows } from './promise-rows';
import { nameOf, watchWords } from './state-words';

const longestText = 150;

/** Blocks that the parts beside the due list need at the least: a section for each that isn't empty, seven at most. */
export function extrasNeeds(extras: DigestExtras): number {
  return Object.values(extras).filter(({ items, more }) => items.length + more > 0).length;
}

/** What the team should see beside the due list. Promises get buttons as far as the blocks reach. */
export function extrasBlocks(extras: DigestExtras, t: Messages, room: number): KnownBlock[] {
  const { floorsToday, floorsNext, awaitingReply, watchesEnding, promises, wins, unanswered } = extras;
  return [
    ...part(t.digest.floorsToday, floorsToday, (item) => floorLine(item, t), t),
    ...part(t.digest.floorsNext, floorsNext, (item) => floorLine(item, t), t),
    ...part(t.digest.awaitingReply, awaitingReply, (item) => awaitingLine(item, t), t),
    ...part(t.digest.watchesEnding, watchesEnding, (item) => watchLine(item, t), t),
    ...part(t.consult.unanswered, unanswered, (item) => unansweredLine(item, t), t),
    ...promisePart(promises, t, room - extrasNeeds(extras) + 1),
    ...part(t.digest.wins, wins, (item) => winLines(item, t), t),
  ];
}

type Entry<K extends keyof DigestExtras> = DigestExtras[K]['items'][number];

function part<T>(
  title: string,
  { items, more }: Cut<T>,
  words: (item: T) => string,
  t: Messages,
): SectionBlock[] {
  if (items.length === 0 && more === 0) return [];
  return [section(cutList(bold(title), { items: items.map(words), more }, t.lists.more))];
}

function floorLine(item: DueItem, t: Messages): string {
  const watched = item.state.kind === 'upcoming' ? watchWords(item, t) : [];
  const why = watched.length === 0 ? '' : ` – ${watched.join(t.lists.separator)}`;
  return bullet(nameOf(item, t) + companion(item.actor?.name ?? null, t) + why);
}

function awaitingLine({ name, since, companionName }: Entry<'awaitingReply'>, t: Messages): string {
  return bullet(`${line(name, longestName)} ${t.digest.since(since)}${companion(companionName, t)}`);
}

function watchLine({ name, reason, companionName }: Entry<'watchesEnding'>, t: Messages): string {
  const why = reason.trim() === '' ? '' : ` – ${line(reason, longestText)}`;
  return bullet(line(name, longestName) + companion(companionName, t) + why);
}

/** The title takes a block of its own where there are buttons, which take two for a promise. */
function promisePart({ items, more }: DigestExtras['promises'], t: Messages, room: number): KnownBlock[] {
  if (items.length === 0) return [];
  const title = bold(t.digest.promises);
  const hasButtons = room >= 4 && items.some(({ state }) => state !== 'kept');
  if (!hasButtons) return [promiseList(title, { items, more }, t)];
  return [section(title), ...promiseRows(items, t, { room: room - 1, rest: t.promises.restOfTeam, more })];
}

function winLines({ learnerName, words, authorName }: Entry<'wins'>, t: Messages): string {
  const who = t.digest.winBy({
    learner: line(learnerName, longestName),
    author: line(authorName, longestName),
  });
  return `${quote(line(words, longestText))}\n${who}`;
}

function unansweredLine(
  { authorName, learnerName, openedOn: on, permalink }: Entry<'unanswered'>,
  t: Messages,
): string {
  const name = learnerName === null ? null : line(learnerName, longestName);
  const words = t.consult.unansweredLine({ author: line(authorName, longestName), name, on });
  return bullet(linked(words, permalink));
}

function companion(name: string | null, t: Messages): string {
  return name === null ? '' : t.lists.aside(t.lists.companion(line(name, longestName)));
}

function bullet(text: string): string {
  return `• ${text}`;
}
