import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { HomeAway } from '../../domain/home';
import type { Messages } from '../../i18n';
import { button, header, section } from '../block-kit';
import { ids } from '../ids';
import { cutList, cutRun } from '../messages/fold';
import { longestName } from '../messages/message';
import { line } from '../mrkdwn';

/** What the people asked for one absence may take of its line. In characters. */
const peopleRoom = 600;

/** Her time away and whom she stands in for, with the way to change it and her settings: four blocks at most. */
export function awayPart(away: HomeAway, t: Messages): KnownBlock[] {
  const lines = [...absenceLines(away, t), ...coverLines(away, t)];
  const text = cutList(lines[0] ?? t.away.none, { items: lines.slice(1), more: 0 }, t.lists.more);
  const reminders = away.remindersOn ? [] : [section(t.settings.remindersOff)];
  return [header(t.home.away), section(text), ...reminders, buttons(t)];
}

function absenceLines({ absences }: HomeAway, t: Messages): string[] {
  return absences.map(({ from, to, covers }) => {
    const people = covers
      .filter(({ status }) => status === 'asked' || status === 'accepted')
      .map(({ name, status }) => t.away.status[status]({ name: line(name, longestName) }));
    const who =
      people.length === 0
        ? t.home.nobodyCovers
        : cutRun({ entries: people, separator: t.lists.separator }, t.lists.more, peopleRoom);
    return `• ${t.home.awayOn({ from, to })}${t.lists.aside(who)}`;
  });
}

function coverLines({ covers }: HomeAway, t: Messages): string[] {
  return covers.map(({ name, from, to, status }) => {
    const words = status === 'asked' ? t.home.askedToCover : t.home.covering;
    return `• ${words({ name: line(name, longestName), from, to })}`;
  });
}

function buttons(t: Messages): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      button({ actionId: ids.actions.openAway, text: t.home.openAway }),
      button({ actionId: ids.actions.openSettings, text: t.home.openSettings }),
    ],
  };
}
