import { microsOf, tsOf } from '../ids';
import type { Message } from './records';

/** The messages of each channel, oldest first. */
export class Messages {
  #byChannel = new Map<string, Message[]>();
  #lastMicros = new Map<string, number>();

  /** A ts for this instant, unique and increasing in the channel. */
  nextTs(channelId: string, now: Date): string {
    const last = this.#lastMicros.get(channelId) ?? 0;
    const micros = Math.max(now.getTime() * 1000, last + 1);
    this.#lastMicros.set(channelId, micros);
    return tsOf(micros);
  }

  in(channelId: string): readonly Message[] {
    return this.#byChannel.get(channelId) ?? [];
  }

  find(channelId: string, ts: string): Message | undefined {
    return this.in(channelId).find((message) => message.ts === ts);
  }

  /** Adds a message; a reply counts in its parent. */
  add(channelId: string, message: Message): void {
    const messages = this.#byChannel.get(channelId);
    if (messages) messages.push(message);
    else this.#byChannel.set(channelId, [message]);
    this.#countReplies(channelId, message.thread_ts);
  }

  restore(channelId: string, messages: Message[]): void {
    this.#byChannel.set(channelId, messages);
    const last = Math.max(0, ...messages.map((message) => microsOf(message.ts)));
    this.#lastMicros.set(channelId, last);
  }

  remove(channelId: string, ts: string): void {
    const gone = this.find(channelId, ts);
    this.#byChannel.set(
      channelId,
      this.in(channelId).filter((message) => message.ts !== ts),
    );
    this.#countReplies(channelId, gone?.thread_ts);
  }

  /** The parent and its replies, oldest first; empty when there is no such message. */
  thread(channelId: string, threadTs: string): Message[] {
    return this.in(channelId).filter((message) => message.ts === threadTs || message.thread_ts === threadTs);
  }

  /** What the channel itself shows: no replies, unless they were broadcast. */
  topLevel(channelId: string): Message[] {
    return this.in(channelId).filter(
      (message) =>
        message.thread_ts === undefined ||
        message.thread_ts === message.ts ||
        message.subtype === 'thread_broadcast',
    );
  }

  #countReplies(channelId: string, threadTs: string | undefined): void {
    const parent = threadTs === undefined ? undefined : this.find(channelId, threadTs);
    if (!parent) return;
    const replies = this.thread(channelId, parent.ts).filter((message) => message.ts !== parent.ts);
    const users = [...new Set(replies.map((reply) => reply.user))];
    const latest = replies.at(-1);
    parent.reply_count = replies.length;
    parent.reply_users = users;
    parent.reply_users_count = users.length;
    if (latest) {
      parent.thread_ts = parent.ts;
      parent.latest_reply = latest.ts;
    } else {
      delete parent.thread_ts;
      delete parent.latest_reply;
    }
  }
}
