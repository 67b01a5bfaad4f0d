import type { Channel, User } from '../../emulator';
import type { ClockShown, Conversation, PersonShown, Scene } from '../protocol';
import { sampleProgram, teamOfUser } from '../sample/workspace';
import type { PageContext } from './context';
import { RequestRefused } from './refused';

/** How many refusals are shown to whoever comes: the newest ones. */
const refusalsShown = 50;

/** All that a person sees at this moment, but the messages. */
export function sceneFor(context: PageContext, me: PersonShown): Scene {
  const { slack } = context.practice;
  return {
    me,
    people: peopleShown(context),
    botId: slack.botUserId,
    conversations: conversationsOf(context, me.id),
    ephemerals: slack.ephemerals(me.id),
    modals: slack.as(me.id).modals(),
    home: slack.home(me.id) ?? null,
    app: context.app.shown,
    refusals: slack.refusals.slice(-refusalsShown),
    clock: clockShown(context),
  };
}

/** Everybody, the bot included. */
export function peopleShown({ practice }: PageContext): PersonShown[] {
  return practice.slack.users().map(personShown);
}

/** @throws {RequestRefused} 404 for whom one can't be: somebody unknown or deactivated, or the bot */
export function requirePerson(context: PageContext, userId: string): PersonShown {
  const person = peopleShown(context).find(({ id }) => id === userId);
  if (person && !person.deleted && !person.isBot) return person;
  throw new RequestRefused(404, `as: nobody here is ${userId}`);
}

/** The channels that a person is in, her team's first, then her direct messages with the bot. */
export function conversationsOf(context: PageContext, userId: string): Conversation[] {
  const { slack } = context.practice;
  const mine = slack.channels().filter(({ members }) => members.includes(userId));
  const home = teamOfUser(userId)?.channelId;
  const rankOf = ({ id, kind }: Channel) => (kind === 'im' ? 2 : id === home ? 0 : 1);
  return mine
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((channel) => conversationShown(context, userId, channel));
}

export function clockShown({ practice, mover }: PageContext): ClockShown {
  return {
    now: practice.clock.now().toISOString(),
    zone: sampleProgram.zone,
    movingTo: mover.movingTo()?.toISOString() ?? null,
  };
}

function personShown(user: User): PersonShown {
  const team = teamOfUser(user.id);
  return { ...user, role: user.isBot ? 'bot' : (team?.role ?? 'guest'), teamLocale: team?.locale ?? null };
}

function conversationShown(
  { practice, postings, app }: PageContext,
  userId: string,
  { id, name, kind, archived, members }: Channel,
): Conversation {
  const lastReadTs = practice.readMarks.of(userId, id);
  const unread = postings.countFor(userId, id, lastReadTs);
  const writable = !archived && !(kind === 'im' && app.directMessagesReadOnly);
  return { id, name, kind, archived, members, unread, lastReadTs, writable };
}
