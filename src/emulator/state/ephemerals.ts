import type { Ephemeral } from './records';

/** Messages that only one person sees, oldest first. */
export class Ephemerals {
  #byUser = new Map<string, Ephemeral[]>();

  of(userId: string): Ephemeral[] {
    return this.#byUser.get(userId) ?? [];
  }

  add(ephemeral: Ephemeral): void {
    this.#byUser.set(ephemeral.user, [...this.of(ephemeral.user), ephemeral]);
  }

  /** `channel`: another channel may have a message of the same `ts`. */
  find(userId: string, ts: string, channel?: string): Ephemeral | undefined {
    return this.of(userId).find(
      (ephemeral) => ephemeral.ts === ts && (channel === undefined || ephemeral.channel === channel),
    );
  }

  remove(userId: string, ts: string): void {
    this.#byUser.set(
      userId,
      this.of(userId).filter((ephemeral) => ephemeral.ts !== ts),
    );
  }
}
