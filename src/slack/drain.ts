/** Counts work that has begun, so that a process can end without cutting it off. */
export interface Drain {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves once nothing runs. */
  idle(): Promise<void>;
}

export function createDrain(): Drain {
  const running = new Set<Promise<unknown>>();
  return {
    run: (work) => {
      const promise = work();
      running.add(promise);
      const done = () => running.delete(promise);
      promise.then(done, done);
      return promise;
    },
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
