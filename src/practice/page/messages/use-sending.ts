import { type Dispatch, type SetStateAction, useState } from 'react';
import type { Doing } from '../../protocol';
import { useDraft } from '../state/use-draft';
import { useWorkspace } from '../workspace';

interface Sending {
  text: string;
  setText: Dispatch<SetStateAction<string>>;
  isSending: boolean;
  /** What there is to say about what is written; null: nothing. */
  note: string | null;
  send(): Promise<void>;
}

/** What is written to a channel or thread. It stays until it was sent; Slack takes no commands in threads. */
export function useSending(channel: string, threadTs: string | null): Sending {
  const { t, perform } = useWorkspace();
  const [text, setText] = useDraft(threadTs === null ? channel : `${channel}/${threadTs}`);
  const [isSending, setSending] = useState(false);
  const [note, setNote] = useState<string | null>(null);

  const send = async () => {
    const line = text.trim();
    if (line === '' || isSending) return;
    const isCommand = line.startsWith('/');
    const isMisplaced = isCommand && threadTs !== null;
    setNote(isMisplaced ? t.composer.noCommandsInThreads : null);
    if (isMisplaced) return;
    setSending(true);
    const outcome = await perform(
      isCommand ? { kind: 'command', channel, line } : saying(channel, threadTs, line),
    );
    setSending(false);
    // Whatever was typed on meanwhile stays.
    if (outcome.ok) setText((now) => (now.trim() === line ? '' : now));
  };
  return { text, setText, isSending, note, send };
}

function saying(channel: string, threadTs: string | null, text: string): Doing {
  return { kind: 'say', channel, text, ...(threadTs === null ? {} : { threadTs }) };
}
