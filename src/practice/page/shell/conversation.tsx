import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import type { Conversation as ConversationShown, Scene } from '../../protocol';
import { Composer } from '../messages/composer';
import { MessageList } from '../messages/message-list';
import { useMessages } from '../state/use-messages';
import type { Stream } from '../state/use-stream';
import { useWorkspace } from '../workspace';
import { channelName } from './sidebar';
import './conversation.css';

interface ConversationProps {
  stream: Stream;
  scene: Scene;
  conversation: ConversationShown;
  openThread(ts: string): void;
}

/** A channel, or the direct messages with the app. */
export function Conversation({ stream, scene, conversation, openThread }: ConversationProps) {
  const { t, me } = useWorkspace();
  const { id, members, kind, writable } = conversation;
  const name = conversationName(conversation, scene.app.name);
  const list = useMessages(stream, { as: me.id, channel: id, threadTs: null });
  const ephemerals = useMine(scene, id, null);
  const { lastReadTs, read } = useReading(conversation, list.messages.at(-1)?.ts);
  return (
    <main className="conversation">
      <header className="pane-head">
        <h1>{name}</h1>
        {kind !== 'im' && <small>{t.conversation.members(members.length)}</small>}
      </header>
      <MessageList
        channel={id}
        name={t.conversation.messages(name)}
        list={list}
        ephemerals={ephemerals}
        lastReadTs={lastReadTs}
        openThread={openThread}
        reachedNewest={read}
      />
      {writable ? (
        <Composer key={`${me.id} ${id}`} channel={id} label={t.composer.to(name)} threadTs={null} />
      ) : (
        <p className="conversation-read-only">{t.conversation.readOnly(scene.app.name)}</p>
      )}
    </main>
  );
}

function conversationName(conversation: ConversationShown, appName: string): string {
  return conversation.kind === 'im' ? appName : channelName(conversation);
}

const none: Scene['ephemerals'] = [];

/** What only I see in a channel or a thread; the same list as long as nothing of it changes. */
export function useMine(scene: Scene, channel: string, threadTs: string | null): Scene['ephemerals'] {
  const kept = useRef(none);
  const mine = scene.ephemerals.filter(
    (one) => one.channel === channel && (one.thread_ts ?? null) === threadTs,
  );
  const isSame = mine.length === kept.current.length && mine.every((one, at) => one === kept.current[at]);
  if (!isSame) kept.current = mine;
  return kept.current;
}

interface Reading {
  /** What had been read when the conversation was opened. */
  lastReadTs: string | null;
  /** The newest message is in sight; another function whenever that may mean something new. */
  read(): void;
}

/** Marks a conversation as read while the page is looked at. */
function useReading({ id, unread, lastReadTs }: ConversationShown, newest: string | undefined): Reading {
  const { perform } = useWorkspace();
  const [atFirst] = useState(lastReadTs);
  const isLookedAt = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');
  const read = useCallback(() => {
    if (unread === 0 || newest === undefined || !isLookedAt) return;
    void perform({ kind: 'read', channel: id, ts: newest });
  }, [unread, newest, id, isLookedAt, perform]);
  return { lastReadTs: atFirst, read };
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
