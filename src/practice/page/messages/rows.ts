import type { Ephemeral, Message } from '../../protocol';
import { dayWords, instantOf } from '../times';

/** What stands in a list of messages. */
export type Row =
  | { kind: 'day'; key: string; words: string }
  | { kind: 'unread'; key: string }
  | { kind: 'message'; key: string; message: Message }
  | { kind: 'ephemeral'; key: string; ephemeral: Ephemeral };

interface Input {
  messages: readonly Message[];
  ephemerals: readonly Ephemeral[];
  /** What I had read when I came here; null: nothing yet; undefined: no line is drawn. */
  lastReadTs: string | null | undefined;
  myId: string;
  locale: string;
  zone: string;
}

/** Messages and what only I see in the order of time, with a line per day and one where the unread begin. */
export function rowsOf({ messages, ephemerals, lastReadTs, myId, locale, zone }: Input): Row[] {
  const said: Row[] = [
    ...messages.map((message): Row => ({ kind: 'message', key: message.ts, message })),
    ...ephemerals.map((ephemeral): Row => ({ kind: 'ephemeral', key: `only-${ephemeral.ts}`, ephemeral })),
  ].sort((a, b) => Number(tsOf(a)) - Number(tsOf(b)));
  const firstUnread = messages.find(({ ts, user }) => isAfter(ts, lastReadTs) && user !== myId);
  let lastDay = '';
  return said.flatMap((row) => {
    const words = dayWords(instantOf(tsOf(row)), locale, zone);
    const day: Row[] = words === lastDay ? [] : [{ kind: 'day', key: `day-${tsOf(row)}`, words }];
    lastDay = words;
    const line: Row[] = row.key === firstUnread?.ts ? [{ kind: 'unread', key: 'unread' }] : [];
    return [...day, ...line, row];
  });
}

function isAfter(ts: string, lastReadTs: string | null | undefined): boolean {
  if (lastReadTs === undefined) return false;
  return lastReadTs === null || Number(ts) > Number(lastReadTs);
}

function tsOf(row: Row): string {
  if (row.kind === 'message') return row.message.ts;
  return row.kind === 'ephemeral' ? row.ephemeral.ts : '0';
}
