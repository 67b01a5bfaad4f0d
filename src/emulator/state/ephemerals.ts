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

  find(userId: string, ts: string): Ephemeral | undefined {
    return this.of(userId).find((ephemeral) => ephemeral.ts === ts);
  }

  remove(userId: string, ts: string): void {
    this.#byUser.set(
      userId,
      this.of(userId).filter((ephemeral) => ephemeral.ts !== ts),
    );
  }
}
