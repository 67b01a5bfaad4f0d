import { performance } from 'node:perf_hooks';

const INTERVAL_MS = 1000;

/** One message per second and channel, in real time; off until switched on. */
export class RateLimit {
  #lastAt = new Map<string, number>();

  constructor(private on: boolean) {}

  switch(on: boolean): void {
    this.on = on;
    this.#lastAt.clear();
  }

  /** Seconds to wait before the next message, or 0 when this one may pass. */
  take(channelId: string): number {
    if (!this.on) return 0;
    const now = performance.now();
    const last = this.#lastAt.get(channelId) ?? Number.NEGATIVE_INFINITY;
    const left = last + INTERVAL_MS - now;
    if (left > 0) return Math.ceil(left / 1000);
    this.#lastAt.set(channelId, now);
    return 0;
  }
}
