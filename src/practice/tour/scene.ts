import type { LocalDate } from '../../domain/dates';
import type { Emulator, Message } from '../../emulator';
import { messagesFor } from '../../i18n';
import { readAloud } from '../reading';
import { sampleProgram, teamChannel } from '../sample/workspace';
import type { Practice } from '../start';
import type { Cast } from './cast';
import type { Guide } from './guide';

/** What each step of the tour works with. */
export interface Scene {
  practice: Practice;
  slack: Emulator;
  guide: Guide;
  cast: Cast;
  /** The day that the tour goes through, and the working day after it. */
  today: LocalDate;
  tomorrow: LocalDate;
}

/** A conversation in which Banso posts lists: the team's channel, or somebody's with the app. */
export interface Place {
  heading: string;
  channelId: string;
}

export const team: Place = { heading: `#${teamChannel.name}`, channelId: teamChannel.id };

export function conversationWith(slack: Emulator, { userId, name }: { userId: string; name: string }): Place {
  const channel = slack.channels().find(({ kind, members }) => kind === 'im' && members.includes(userId));
  return { heading: `Banso → ${name}`, channelId: channel?.id ?? '' };
}

/** How the lists of a day are headed, in Japanese. */
export function titlesOn(on: LocalDate): Record<'digest' | 'reminder', string> {
  const { digest, reminder } = messagesFor('ja');
  return { digest: digest.title({ on, program: sampleProgram.name }), reminder: reminder.title(on) };
}

/** The newest message there, once it says all of this. */
export function latestSaying(slack: Emulator, place: Place, ...words: string[]): Message | undefined {
  const message = slack.messages(place.channelId).at(-1);
  const text = message ? readAloud(message) : '';
  return words.every((word) => text.includes(word)) ? message : undefined;
}

/** A list's first page and, in its thread, the further ones. */
export function pagesOf(slack: Emulator, { channelId }: Place, { ts }: Message): Message[] {
  return slack.messages(channelId, { threadTs: ts });
}
