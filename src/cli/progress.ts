import type { CliWorld } from './world';

export interface Progress {
  /** `total`: null while nobody knows. */
  at(done: number, total: number | null): void;
  /** Leaves the line of the counter, also after a failure. */
  end(): void;
}

/** How many lines the whole way gives when no person watches. */
const LINES = 10;
const LINE_PER_ROWS = 100_000;

/** Shows how far long work is: one counter for a person, a few plain lines for a log. */
export function showProgress({ err }: CliWorld, what: string): Progress {
  return err.isTTY ? counter(err, what) : lines(err, what);
}

function counter(err: CliWorld['err'], what: string): Progress {
  let shown = false;
  return {
    at(done, total) {
      shown = true;
      err.write(`\r\u001b[K${text(what, done, total)}`);
    },
    end() {
      if (shown) err.write('\n');
      shown = false;
    },
  };
}

function lines(err: CliWorld['err'], what: string): Progress {
  let told = -1;
  return {
    at(done, total) {
      const step = total === null ? Math.floor(done / LINE_PER_ROWS) : Math.floor((LINES * done) / total);
      if (step <= told) return;
      told = step;
      err.write(`${text(what, done, total)}\n`);
    },
    end: () => undefined,
  };
}

function text(what: string, done: number, total: number | null): string {
  const count = done.toLocaleString('en-US');
  return total === null ? `${what}: ${count}` : `${what}: ${count} of ${total.toLocaleString('en-US')}`;
}
