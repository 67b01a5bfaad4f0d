import type { Scene } from '../../protocol';
import { Composer } from '../messages/composer';
import { MessageList } from '../messages/message-list';
import { useMessages } from '../state/use-messages';
import type { Stream } from '../state/use-stream';
import { useWorkspace } from '../workspace';
import { useMine } from './conversation';
import { SmallButton } from './small-button';

interface ThreadProps {
  stream: Stream;
  scene: Scene;
  channel: string;
  ts: string;
  writable: boolean;
  close(): void;
}

/** A message and its replies, beside the conversation. */
export function Thread({ stream, scene, channel, ts, writable, close }: ThreadProps) {
  const { t, me } = useWorkspace();
  const list = useMessages(stream, { as: me.id, channel, threadTs: ts });
  const ephemerals = useMine(scene, channel, ts);
  return (
    <aside className="thread" aria-label={t.thread.name}>
      <header className="pane-head">
        <h2>{t.thread.name}</h2>
        <SmallButton label={t.thread.close} onClick={close}>
          ✕
        </SmallButton>
      </header>
      <MessageList
        channel={channel}
        name={t.conversation.messages(t.thread.name)}
        list={list}
        ephemerals={ephemerals}
        lastReadTs={undefined}
      />
      {writable && (
        <Composer key={`${me.id} ${channel} ${ts}`} channel={channel} label={t.thread.reply} threadTs={ts} />
      )}
    </aside>
  );
}
