import { SlackError } from '../errors';
import { imIdOf } from '../ids';
import type { Channel } from './records';

/** Public and private channels, and the bot's direct conversations. */
export class Channels {
  #byId = new Map<string, Channel>();

  constructor(private readonly botUserId: string) {}

  add(channel: Channel): void {
    this.#byId.set(channel.id, channel);
  }

  all(): Channel[] {
    return [...this.#byId.values()];
  }

  find(id: string): Channel | undefined {
    return this.#byId.get(id);
  }

  /** The bot's direct conversation with a person; made on first use. */
  openIm(userId: string): Channel {
    const id = imIdOf(userId);
    const existing = this.#byId.get(id);
    if (existing) return existing;
    const members = [userId, this.botUserId];
    const channel: Channel = { id, name: 'directmessage', kind: 'im', archived: false, members };
    this.add(channel);
    return channel;
  }

  hasBot(channel: Channel): boolean {
    return channel.members.includes(this.botUserId);
  }

  /**
   * A channel the bot can see: a private one only as a member.
   * @throws SlackError `channel_not_found`
   */
  visible(id: string): Channel {
    const channel = this.#byId.get(id);
    if (!channel || (channel.kind !== 'public' && !this.hasBot(channel))) {
      throw new SlackError('channel_not_found');
    }
    return channel;
  }

  /** @throws SlackError `channel_not_found`, `not_in_channel` */
  joined(id: string): Channel {
    const channel = this.visible(id);
    if (!this.hasBot(channel)) throw new SlackError('not_in_channel');
    return channel;
  }
}
