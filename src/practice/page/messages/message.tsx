import { memo, type ReactNode, useState } from 'react';
import type { Ephemeral, Message as SlackMessage } from '../../protocol';
import { MessageBlocks } from '../blocks/message-blocks';
import { Mrkdwn } from '../blocks/mrkdwn';
import { Avatar } from '../shell/avatar';
import { clockWords, instantOf, timeWords } from '../times';
import { useWorkspace } from '../workspace';
import { EditBox } from './edit-box';
import { MessageMenu } from './message-menu';
import './message.css';

interface MessageProps {
  channel: string;
  message: SlackMessage;
  /** Opens the message's thread; missing inside of a thread. */
  openThread?: ((ts: string) => void) | undefined;
}

/** A message with its author, what it says, its thread and its menu. Drawn anew only when it changes. */
export const Message = memo(function Message({ channel, message, openThread }: MessageProps) {
  const { t, me } = useWorkspace();
  const [isEdited, edit] = useState(false);
  const { ts, user, text, blocks, edited, bot_id: bot, subtype } = message;
  const isMine = user === me.id;
  const replies = <Replies message={message} openThread={openThread} />;
  if (subtype === 'tombstone') return <Deleted>{replies}</Deleted>;
  return (
    <Frame author={user} ts={ts}>
      {isEdited ? (
        <EditBox channel={channel} ts={ts} text={text} done={() => edit(false)} />
      ) : (
        <Body channel={channel} ts={ts} text={text} blocks={blocks} />
      )}
      {edited && !bot && <small className="message-note">{t.message.edited}</small>}
      {replies}
      <MessageMenu
        place={{ channel, ts }}
        isMine={isMine}
        edit={() => edit(true)}
        openThread={openThread && (() => openThread(ts))}
      />
    </Frame>
  );
});

/** How many replies a message has, where its thread can be opened. */
function Replies({ message: { ts, reply_count: count = 0 }, openThread }: Omit<MessageProps, 'channel'>) {
  const { t } = useWorkspace();
  if (!openThread || count === 0) return null;
  return (
    <button type="button" className="message-replies" onClick={() => openThread(ts)}>
      {t.message.replies(count)}
    </button>
  );
}

/** What stands for a message that is gone while its thread is still there. */
function Deleted({ children }: { children: ReactNode }) {
  const { t } = useWorkspace();
  return (
    <article className="message" aria-label={t.message.deleted}>
      <div className="message-main">
        <p className="message-note">{t.message.deleted}</p>
        {children}
      </div>
    </article>
  );
}

/** A message that only I see. */
export const OnlyForMe = memo(function OnlyForMe({ ephemeral }: { ephemeral: Ephemeral }) {
  const { t, perform } = useWorkspace();
  const { channel, ts, text, blocks } = ephemeral;
  return (
    <Frame author={null} ts={ts}>
      <p className="message-note">
        {`👁 ${t.message.onlyYou} · `}
        <button type="button" className="link-button" onClick={() => void perform({ kind: 'dismiss', ts })}>
          {t.message.dismiss}
        </button>
      </p>
      <Body channel={channel} ts={ts} text={text} blocks={blocks} />
    </Frame>
  );
});

function Frame({ author, ts, children }: { author: string | null; ts: string; children: ReactNode }) {
  const { t, people, locale, me } = useWorkspace();
  const person = people.find(({ id, isBot }) => (author === null ? isBot : id === author));
  const name = person?.name ?? author ?? '';
  const at = instantOf(ts);
  const time = timeWords(at, locale, me.tz);
  return (
    <article
      className={author === null ? 'message message-only-me' : 'message'}
      aria-label={`${name} ${time}`}
    >
      <Avatar person={person} name={name} />
      <div className="message-main">
        <p className="message-head">
          <strong>{name}</strong>
          {person?.isBot && <span className="message-app">{t.message.app}</span>}
          <time dateTime={at.toISOString()} title={clockWords(at, locale, me.tz)}>
            {time}
          </time>
        </p>
        {children}
      </div>
    </article>
  );
}

interface BodyProps {
  channel: string;
  ts: string;
  text: string;
  blocks: SlackMessage['blocks'] | undefined;
}

function Body({ channel, ts, text, blocks }: BodyProps) {
  if (!blocks || blocks.length === 0) return <Mrkdwn text={text} />;
  return <MessageBlocks blocks={blocks} target={{ channel, ts }} surface="message" />;
}
