/** By person and channel: the ts of the last message that was read. */
export type KeptReadMarks = Record<string, Record<string, string>>;

/** How far everybody has read. */
export class ReadMarks {
  readonly #marks: Map<string, Map<string, string>>;
  readonly #listeners = new Set<() => void>();

  constructor(kept: KeptReadMarks = {}) {
    const people = Object.entries(kept);
    this.#marks = new Map(people.map(([userId, marks]) => [userId, new Map(Object.entries(marks))]));
  }

  /** Null: nothing was read yet. */
  of(userId: string, channelId: string): string | null {
    return this.#marks.get(userId)?.get(channelId) ?? null;
  }

  /** Has it read up to this message; never less than before. */
  advance(userId: string, channelId: string, ts: string): void {
    const before = this.of(userId, channelId);
    if (before !== null && ts <= before) return;
    const marks = this.#marks.get(userId) ?? new Map<string, string>();
    this.#marks.set(userId, marks.set(channelId, ts));
    for (const listener of this.#listeners) listener();
  }

  /** Calls it whenever somebody has read on. @returns stops that */
  on(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  toJSON(): KeptReadMarks {
    const people = [...this.#marks].map(([userId, marks]) => [userId, Object.fromEntries(marks)]);
    return Object.fromEntries(people);
  }
}
