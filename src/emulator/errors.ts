import type { JsonObject } from './json';

/** A refusal of the Web API: becomes `{ ok: false, error: code, ...extra }`. */
export class SlackError extends Error {
  constructor(
    readonly code: string,
    readonly extra: JsonObject = {},
    /** For a developer: one fault each, with its JSON path. */
    readonly details: readonly string[] = [],
  ) {
    super(code);
    this.name = 'SlackError';
  }
}

/**
 * What a person would see go wrong in their Slack client: the app did not answer in time
 * (`operation_timeout`), could not be reached (`dispatch_failed`), or answered something Slack refuses.
 */
export class OperationFailed extends Error {
  constructor(
    readonly code: string,
    readonly detail = '',
  ) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'OperationFailed';
  }
}

/** The app did not answer in time. */
export function missedAck(withinMs: number): OperationFailed {
  return new OperationFailed('operation_timeout', `no ack within ${withinMs} ms`);
}

/** A test or a page asked a person to do what Slack's client would not let them do. */
export class NotPossible extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'NotPossible';
  }
}
