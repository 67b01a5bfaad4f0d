import type { JsonObject } from '../json';

/** One thing that Slack tells the app. */
export interface Delivery {
  kind: 'slash_commands' | 'interactive' | 'events_api';
  payload: JsonObject;
  retry?: Retry;
}

/** Why and how often Slack repeats an event. */
export interface Retry {
  num: number;
  reason: string;
}

/** A way to the app. Resolves with its answer (undefined: an empty one), or throws OperationFailed. */
export interface Transport {
  send(delivery: Delivery): Promise<unknown>;
}
