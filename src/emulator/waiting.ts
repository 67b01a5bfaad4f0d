import type { Changes } from './state/changes';

const POLL_MS = 10;

/**
 * Waits until `find` gives something other than undefined and false. It looks after every change, and now
 * and then, as the condition may concern something outside the emulator.
 * @throws Error when it has not come about within `timeoutMs` of real time
 */
export function waitFor<T>(
  changes: Changes,
  find: () => T | undefined | false,
  timeoutMs: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = () => {
      try {
        const found = find();
        if (found !== undefined && found !== false) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const finish = (settle: () => void) => {
      clearInterval(poll);
      clearTimeout(limit);
      stop();
      settle();
    };
    const stop = changes.on(look);
    const poll = setInterval(look, POLL_MS);
    const limit = setTimeout(
      () => finish(() => reject(new Error(`it did not come about in ${timeoutMs} ms: ${find}`))),
      timeoutMs,
    );
    look();
  });
}
