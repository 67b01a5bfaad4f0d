import type { JsonObject } from './json';

/** What goes wrong. A time-out leaves the connection hanging or drops it, before or after the effect. */
export type FaultKind =
  | { kind: 'error'; error: string }
  | { kind: 'rate_limited'; retryAfterSeconds: number }
  | { kind: 'slow'; ms: number }
  | { kind: 'http'; status: number }
  | { kind: 'timeout'; effect: 'before' | 'after'; connection?: 'hang' | 'drop' };

/** A fault of one Web API method (`*`: of all; `url_private`: of files' contents, which know a status or a wait), for `times` calls (default: until cleared). */
export type Fault = FaultKind & {
  method: string;
  times?: number;
  /** Only calls with these arguments. */
  when?: (args: JsonObject) => boolean;
};

/** The faults that are switched on; each matching call takes the first one that is left. */
export class Faults {
  #active: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#active.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#active = [];
  }

  take(method: string, args: JsonObject): Fault | undefined {
    const entry = this.#active.find(({ fault, left }) => left > 0 && concerns(fault, method, args));
    if (!entry) return undefined;
    entry.left -= 1;
    return entry.fault;
  }
}

function concerns(fault: Fault, method: string, args: JsonObject): boolean {
  return (fault.method === '*' || fault.method === method) && (fault.when?.(args) ?? true);
}
