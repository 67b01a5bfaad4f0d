import type { ServerResponse } from 'node:http';
import type { Change, Message } from '../../emulator';
import type { PersonShown, StreamEvent } from '../protocol';
import type { PageContext } from './context';
import { clockShown, conversationsOf, peopleShown, sceneFor } from './scene';
import { Stream } from './stream';

/** All open pages. */
export interface Streams {
  /** Begins with the whole scene; what changes follows. */
  open(person: PersonShown, response: ServerResponse): void;
  close(): void;
}

export function openStreams(context: PageContext, pingMs: number): Streams {
  const streams = new Set<Stream>();
  const { practice, postings, mover } = context;
  const toAll = (event: StreamEvent) => {
    for (const stream of streams) stream.send(event);
  };
  const tellConversations = () => {
    for (const stream of streams) stream.send(conversationsEvent(context, stream.userId));
  };
  const stopListening = practice.slack.on((change) => {
    postings.note(change);
    for (const stream of streams) {
      for (const event of eventsOf(context, stream.userId, change)) stream.send(event);
    }
    if (movesConversations.has(change.kind)) tellConversations();
  });
  const stopWatching = mover.on(() => toAll({ kind: 'clock', clock: clockShown(context) }));
  const stopMarking = practice.readMarks.on(tellConversations);
  const pings = setInterval(() => {
    for (const stream of streams) stream.ping();
  }, pingMs);
  return {
    open: (person, response) => {
      const stream = new Stream(person.id, response);
      streams.add(stream);
      response.on('close', () => streams.delete(stream));
      stream.send({ kind: 'scene', scene: sceneFor(context, person) });
    },
    close: () => {
      clearInterval(pings);
      stopListening();
      stopWatching();
      stopMarking();
      for (const stream of streams) stream.end();
    },
  };
}

const movesConversations: ReadonlySet<string> = new Set(['message', 'message_deleted', 'channel']);

function conversationsEvent(context: PageContext, userId: string): StreamEvent {
  return { kind: 'conversations', conversations: conversationsOf(context, userId) };
}

/** What a change means to this person; nothing when she doesn't see it. */
function eventsOf(context: PageContext, userId: string, change: Change): StreamEvent[] {
  switch (change.kind) {
    case 'message':
    case 'message_deleted':
      return isMember(context, userId, change.channel) ? messageEvents(context, change) : [];
    case 'ephemeral':
      return change.ephemeral.user === userId ? [{ kind: 'ephemeral', ephemeral: change.ephemeral }] : [];
    case 'ephemeral_deleted':
      return change.user === userId ? [{ kind: 'ephemeral_deleted', ts: change.ts }] : [];
    case 'view': {
      const modals = () => context.practice.slack.as(userId).modals();
      return change.user === userId ? [{ kind: 'modals', modals: modals() }] : [];
    }
    case 'home':
      return change.user === userId ? [{ kind: 'home', home: change.view }] : [];
    case 'user':
      return [{ kind: 'people', people: peopleShown(context) }];
    case 'refusal':
      return [{ kind: 'refusal', refusal: change.refusal }];
    default:
      return [];
  }
}

type MessageChange = Extract<Change, { kind: 'message' | 'message_deleted' }>;

/** The message itself and, for a reply, the message that counts it. */
function messageEvents(context: PageContext, change: MessageChange): StreamEvent[] {
  const { channel, message } = change;
  const { ts, thread_ts: threadTs = null } = message;
  const own: StreamEvent =
    change.kind === 'message'
      ? { kind: 'message', channel, message, isNew: !change.previous }
      : { kind: 'message_deleted', channel, ts, threadTs };
  const parent = threadTs === null || threadTs === ts ? undefined : parentOf(context, channel, threadTs);
  return parent ? [own, { kind: 'message', channel, message: parent, isNew: false }] : [own];
}

function parentOf({ practice }: PageContext, channel: string, threadTs: string): Message | undefined {
  return practice.slack.messages(channel, { threadTs }).find(({ ts }) => ts === threadTs);
}

function isMember({ practice }: PageContext, userId: string, channelId: string): boolean {
  return practice.slack.channels().some(({ id, members }) => id === channelId && members.includes(userId));
}
