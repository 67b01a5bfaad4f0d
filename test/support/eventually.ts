import { setTimeout as pause } from 'node:timers/promises';

const everyMs = 10;
const atMostMs = 15_000;

/** Reads something again and again until it holds, for 15 seconds at most; then gives what was read last. */
export async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const end = Date.now() + atMostMs;
  let value = await read();
  while (!holds(value) && Date.now() < end) {
    await pause(everyMs);
    value = await read();
  }
  return value;
}
