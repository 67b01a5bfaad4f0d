import type { Channel, Ephemeral, Message, User, View } from './records';

/** A Web API call that was answered, with its decoded arguments. */
export interface ApiCall {
  method: string;
  args: Record<string, unknown>;
  result: Record<string, unknown> & { ok: boolean };
  at: Date;
}

/** Something the emulator refused as Slack would, for a developer to see. */
export interface Refusal {
  /** Where: a Web API method, or what a person did (for example `view_submission`). */
  where: string;
  /** Slack's code, for example `invalid_blocks`. */
  rule: string;
  /** The JSON paths and what was expected. */
  details: string[];
  at: Date;
}

/** One thing that changed; a page can draw the workspace from these. */
export type Change =
  /** A new message, or with `previous` a changed one. */
  | { kind: 'message'; channel: string; message: Message; previous?: Message }
  | { kind: 'message_deleted'; channel: string; message: Message }
  /** New, or with the ts of one that it replaces. */
  | { kind: 'ephemeral'; ephemeral: Ephemeral }
  | { kind: 'ephemeral_deleted'; user: string; ts: string }
  /** Somebody's stack of modals is another; `view` is the one that came or changed, or what is on top now. */
  | { kind: 'view'; user: string; view: View | undefined }
  | { kind: 'home'; user: string; view: View }
  | { kind: 'user'; user: User }
  /** Who is in it, or whether it is archived; `by` did it. */
  | { kind: 'channel'; channel: Channel; previous: Channel; by: string }
  | { kind: 'call'; call: ApiCall }
  | { kind: 'refusal'; refusal: Refusal };

/** Tells everybody who listens. */
export class Changes {
  #listeners = new Set<(change: Change) => void>();

  on(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
