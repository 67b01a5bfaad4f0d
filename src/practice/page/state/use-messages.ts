import { useCallback, useEffect, useRef } from 'react';
import type { MessagePage } from '../../protocol';
import { readMessages, readThread } from '../api';
import { listKey, type MessageList } from './lists';
import type { Stream } from './use-stream';

export interface Messages extends MessageList {
  /** Fetches what is older, if there is something and it isn't on its way. */
  loadOlder(): void;
}

const none: MessageList = { messages: [], hasOlder: false, state: 'waiting', touched: [] };

interface Place {
  as: string;
  channel: string;
  threadTs: string | null;
}

/** The messages of a channel or thread: the newest are fetched, older ones on demand, what happens comes by the stream. */
export function useMessages(stream: Stream, { as, channel, threadTs }: Place): Messages {
  const { lists, beginList, joinPage } = stream;
  const key = listKey(channel, threadTs);
  const list = lists[key];
  const isMissing = stream.live && stream.scene !== null && (list === undefined || list.state === 'stale');

  useEffect(() => {
    if (!isMissing) return;
    beginList(key);
    const page =
      threadTs === null
        ? readMessages(as, channel)
        : readThread(as, channel, threadTs).then(({ messages }) => ({ messages, hasOlder: false }));
    // Without an answer the stream is gone too; the scene it begins with makes all lists stale.
    page.then((found) => joinPage(key, found, null)).catch(() => undefined);
  }, [isMissing, as, channel, threadTs, key, beginList, joinPage]);

  const loadOlder = useLoadOlder({ as, channel, list, join: (page, before) => joinPage(key, page, before) });
  return { ...(list ?? none), loadOlder };
}

interface Older {
  as: string;
  channel: string;
  list: MessageList | undefined;
  join(page: MessagePage, before: string): void;
}

function useLoadOlder(older: Older): () => void {
  const latest = useRef(older);
  latest.current = older;
  const underWay = useRef<string | null>(null);
  return useCallback(() => {
    const { as, channel, list, join } = latest.current;
    const before = list?.messages[0]?.ts;
    if (!list?.hasOlder || before === undefined || underWay.current === before) return;
    underWay.current = before;
    readMessages(as, channel, before)
      .then((page) => join(page, before))
      // Without an answer the stream is gone too, and what follows it begins anew.
      .catch(() => undefined)
      .finally(() => {
        underWay.current = null;
      });
  }, []);
}
