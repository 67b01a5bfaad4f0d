import type { SectionBlock } from '@slack/types';
import type { Cut, DigestExtras, DueItem } from '../../domain/due-list';
import type { Messages } from '../../i18n';
import { section } from '../block-kit';
import { bold, line, quote } from '../mrkdwn';
import { cutList } from './fold';
import { longestName } from './message';
import { nameOf } from './state-words';

const longestText = 150;

/** What the team should see beside the due list: a section per part that isn't empty, six at most. */
export function extrasBlocks(extras: DigestExtras, t: Messages): SectionBlock[] {
  const { floorsToday, floorsNext, awaitingReply, watchesEnding, promises, wins } = extras;
  return [
    ...part(t.digest.floorsToday, floorsToday, (item) => floorLine(item, t), t),
    ...part(t.digest.floorsNext, floorsNext, (item) => floorLine(item, t), t),
    ...part(t.digest.awaitingReply, awaitingReply, (item) => awaitingLine(item, t), t),
    ...part(t.digest.watchesEnding, watchesEnding, (item) => watchLine(item, t), t),
    ...part(t.digest.promises, promises, (item) => promiseLine(item, t), t),
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
  return bullet(nameOf(item, t) + companion(item.companion?.name ?? null, t));
}

function awaitingLine({ name, since, companionName }: Entry<'awaitingReply'>, t: Messages): string {
  return bullet(`${line(name, longestName)} ${t.digest.since(since)}${companion(companionName, t)}`);
}

function watchLine({ name, reason, companionName }: Entry<'watchesEnding'>, t: Messages): string {
  const why = reason.trim() === '' ? '' : ` – ${line(reason, longestText)}`;
  return bullet(line(name, longestName) + companion(companionName, t) + why);
}

function promiseLine({ learnerName, text, dueOn, madeByName }: Entry<'promises'>, t: Messages): string {
  const who = t.digest.promisedBy({ name: line(madeByName, longestName), on: dueOn });
  return bullet(`${line(learnerName, longestName)} – ${line(text, longestText)}${t.lists.aside(who)}`);
}

function winLines({ learnerName, words, authorName }: Entry<'wins'>, t: Messages): string {
  const who = t.digest.winBy({
    learner: line(learnerName, longestName),
    author: line(authorName, longestName),
  });
  return `${quote(line(words, longestText))}\n${who}`;
}

function companion(name: string | null, t: Messages): string {
  return name === null ? '' : t.lists.aside(t.lists.companion(line(name, longestName)));
}

function bullet(text: string): string {
  return `• ${text}`;
}
