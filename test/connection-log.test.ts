import pino from 'pino';
import { createConnectionLog } from '../src/connection-log';

let now = 0;
let lines: string[];
let log: ReturnType<typeof createConnectionLog>;

beforeEach(() => {
  lines = [];
  const write = (line: string) => {
    const { msg, reason } = JSON.parse(line);
    lines.push([msg, reason].filter(Boolean).join(', '));
  };
  log = createConnectionLog(pino({}, { write }), 'queue', () => now);
});

/** As many losses as a client reports that tries twice a second. */
function lostFor(seconds: number): void {
  for (let half = 0; half < seconds * 2; half += 1) {
    log.lost(new Error('refused'));
    now += 500;
  }
}

const lost = 'queue: connection lost, refused';

test('an outage is told at its begin and at its end', () => {
  log.back();
  lostFor(20);
  log.back();
  log.back();
  expect(lines).toEqual([lost, 'queue: connected again']);
});

test('a long outage is told once a minute', () => {
  lostFor(150);
  expect(lines).toEqual([lost, lost, lost]);
});

test('a connection that comes and goes is told no more often', () => {
  for (let second = 0; second < 59; second += 1) {
    lostFor(1);
    log.back();
  }
  expect(lines).toEqual([lost, 'queue: connected again']);
});
