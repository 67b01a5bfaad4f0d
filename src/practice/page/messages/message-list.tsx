import { useMemo } from 'react';
import type { Ephemeral } from '../../protocol';
import type { Messages } from '../state/use-messages';
import { useWorkspace } from '../workspace';
import { Message, OnlyForMe } from './message';
import { type Row, rowsOf } from './rows';
import { useScroll } from './use-scroll';
import './message-list.css';

interface MessageListProps {
  channel: string;
  /** Names the list for those who don't see it. */
  name: string;
  list: Messages;
  ephemerals: readonly Ephemeral[];
  /** See rowsOf. */
  lastReadTs: string | null | undefined;
  openThread?: (ts: string) => void;
  /** The newest message is in sight. */
  reachedNewest?: () => void;
}

/** The messages of a channel or thread: the newest in sight, older ones fetched on the way up. */
export function MessageList(props: MessageListProps) {
  const { channel, name, list, ephemerals, lastReadTs, openThread, reachedNewest } = props;
  const { t, me, locale } = useWorkspace();
  const { messages, hasOlder, state, loadOlder } = list;
  const rows = useMemo(
    () => rowsOf({ messages, ephemerals, lastReadTs, myId: me.id, locale, zone: me.tz }),
    [messages, ephemerals, lastReadTs, me.id, me.tz, locale],
  );
  const isNewestMine = isForMe(rows.at(-1), me.id);
  const { box, top, isNewestSeen, toEnd, onScroll } = useScroll({
    rows,
    isNewestMine,
    loadOlder,
    reachedNewest,
  });
  const isWaiting = state === 'waiting' && messages.length === 0;
  return (
    <div className="message-list">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse. */}
      <section ref={box} className="message-scroll" aria-label={name} tabIndex={0} onScroll={onScroll}>
        <div className="message-rows">
          <div ref={top} className="message-top">
            {hasOlder && t.conversation.older}
          </div>
          {isWaiting && <p className="message-hint">{t.conversation.loading}</p>}
          {state === 'loaded' && rows.length === 0 && <p className="message-hint">{t.conversation.empty}</p>}
          {rows.map((row) => (
            <RowView key={row.key} row={row} channel={channel} openThread={openThread} />
          ))}
        </div>
      </section>
      {!isNewestSeen && (
        <button type="button" className="quiet-button message-newest" onClick={toEnd}>
          {`↓ ${t.conversation.newest}`}
        </button>
      )}
    </div>
  );
}

function isForMe(row: Row | undefined, myId: string): boolean {
  return row?.kind === 'ephemeral' || (row?.kind === 'message' && row.message.user === myId);
}

interface RowViewProps {
  row: Row;
  channel: string;
  openThread: ((ts: string) => void) | undefined;
}

function RowView({ row, channel, openThread }: RowViewProps) {
  const { t } = useWorkspace();
  switch (row.kind) {
    case 'day':
      return (
        <h3 className="message-day">
          <span>{row.words}</span>
        </h3>
      );
    case 'unread':
      return (
        <p className="message-unread">
          <span>{t.conversation.unreadFrom}</span>
        </p>
      );
    case 'ephemeral':
      return <OnlyForMe ephemeral={row.ephemeral} />;
    case 'message':
      return <Message channel={channel} message={row.message} openThread={openThread} />;
  }
}
