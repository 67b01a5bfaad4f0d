/** Work that is never begun twice at once: whoever asks while it is under way waits for the same answer. */
export function singleFlight<A extends unknown[], T>(
  work: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  let underWay: Promise<T> | null = null;
  return (...args) => {
    underWay ??= work(...args).finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
