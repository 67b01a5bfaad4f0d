import type { Change, Emulator, Message } from '../../emulator';

type Posting = Pick<Message, 'ts' | 'user'>;

/** Who posted when in each channel, without replies: enough to count what somebody hasn't read. */
export class Postings {
  readonly #byChannel: Map<string, Posting[]>;

  constructor(slack: Emulator) {
    const channels = slack.channels();
    this.#byChannel = new Map(channels.map(({ id }) => [id, slack.messages(id).map(posting)]));
  }

  note(change: Change): void {
    if (change.kind === 'message' && !change.previous && isTopLevel(change.message)) {
      const others = this.#byChannel.get(change.channel) ?? [];
      this.#byChannel.set(change.channel, [...others, posting(change.message)]);
    }
    if (change.kind === 'message_deleted') {
      const left = this.#byChannel.get(change.channel)?.filter(({ ts }) => ts !== change.message.ts);
      this.#byChannel.set(change.channel, left ?? []);
    }
  }

  /** How many of others came after a ts; null: ever. */
  countFor(userId: string, channelId: string, after: string | null): number {
    const postings = this.#byChannel.get(channelId) ?? [];
    return postings.filter(({ ts, user }) => user !== userId && ts > (after ?? '')).length;
  }
}

function posting({ ts, user }: Message): Posting {
  return { ts, user };
}

function isTopLevel({ ts, thread_ts: threadTs, subtype }: Message): boolean {
  return threadTs === undefined || threadTs === ts || subtype === 'thread_broadcast';
}
