import type { Message, StreamEvent } from '../../protocol';

/** The messages of a channel or a thread as far as they were fetched, oldest first. */
export interface MessageList {
  messages: readonly Message[];
  hasOlder: boolean;
  /**
   * `waiting`: the newest page is on its way; what the stream brings meanwhile is joined with it. `stale`: the stream
   * broke off meanwhile, so that the newest page has to be fetched again.
   */
  state: 'waiting' | 'loaded' | 'stale';
  /** What the stream changed or deleted since the newest page was asked for: newer than any page. */
  touched: readonly string[];
}

export type Lists = Readonly<Record<string, MessageList>>;

const empty: MessageList = { messages: [], hasOlder: false, state: 'waiting', touched: [] };

/** The key of a channel's list, or of a thread's. */
export function listKey(channel: string, threadTs: string | null): string {
  return threadTs === null ? channel : `${channel}/${threadTs}`;
}

/** The newest page of this list is being asked for. */
export function beginList(lists: Lists, key: string): Lists {
  return { ...lists, [key]: { ...(lists[key] ?? empty), state: 'waiting', touched: [] } };
}

/**
 * Joins a fetched page with what is there. The newest page (`before` is null) replaces what stood there before it was
 * asked for; an older one counts only where it still joins the oldest message that is there.
 */
export function joinPage(
  lists: Lists,
  key: string,
  page: { messages: readonly Message[]; hasOlder: boolean },
  before: string | null,
): Lists {
  const list = lists[key];
  if (!list) return lists;
  if (before !== null && (list.state !== 'loaded' || list.messages[0]?.ts !== before)) return lists;
  const touched = new Set(list.touched);
  const kept = list.state === 'loaded' ? list.messages : list.messages.filter(({ ts }) => touched.has(ts));
  const known = new Set([...kept.map(({ ts }) => ts), ...touched]);
  const added = page.messages.filter(({ ts }) => !known.has(ts));
  const messages = sorted([...added, ...kept]);
  return { ...lists, [key]: { ...list, messages, hasOlder: page.hasOlder, state: 'loaded' } };
}

/** What an event of the stream changes in the lists; the same object when it changes nothing. */
export function applyToLists(lists: Lists, event: StreamEvent): Lists {
  switch (event.kind) {
    case 'scene':
      return Object.fromEntries(
        Object.entries(lists).map(([key, list]) => [key, { ...list, state: 'stale' }]),
      );
    case 'message':
      return changeLists(lists, keysOf(event.channel, event.message), (list) => withMessage(list, event));
    case 'message_deleted':
      return changeLists(lists, [event.channel, listKey(event.channel, event.threadTs ?? event.ts)], (list) =>
        withoutMessage(list, event.ts),
      );
    default:
      return lists;
  }
}

/** The lists a message belongs to: a reply to its thread, a parent to its channel and its own thread. */
function keysOf(channel: string, { ts, thread_ts: threadTs, subtype }: Message): string[] {
  const thread = listKey(channel, threadTs ?? ts);
  const isReply = threadTs !== undefined && threadTs !== ts;
  return isReply && subtype !== 'thread_broadcast' ? [thread] : [channel, thread];
}

function changeLists(lists: Lists, keys: string[], change: (list: MessageList) => MessageList): Lists {
  const changed = keys.flatMap((key) => {
    const list = lists[key];
    return list ? [[key, change(list)] as const] : [];
  });
  return changed.length === 0 ? lists : { ...lists, ...Object.fromEntries(changed) };
}

function withMessage(
  list: MessageList,
  { message, isNew }: { message: Message; isNew: boolean },
): MessageList {
  const known = list.messages.some(({ ts }) => ts === message.ts);
  // A change of something older than what was fetched comes with its page.
  if (!known && !isNew && list.state === 'loaded') return list;
  const messages = known
    ? list.messages.map((one) => (one.ts === message.ts ? message : one))
    : sorted([...list.messages, message]);
  return { ...list, messages, touched: [...list.touched, message.ts] };
}

function withoutMessage(list: MessageList, ts: string): MessageList {
  const messages = list.messages.filter((one) => one.ts !== ts);
  return { ...list, messages, touched: [...list.touched, ts] };
}

function sorted(messages: Message[]): Message[] {
  return messages.sort((a, b) => Number(a.ts) - Number(b.ts));
}
