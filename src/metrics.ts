import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** How long a process answers for what its last sweep saw, in milliseconds: three sweeps may be others'. */
const answersForMs = 120_000;

export type Metrics = ReturnType<typeof createMetrics>;

/** What an operator can watch. Labels are kinds and outcomes, never a name or a text. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    deliveries: new Counter({
      name: 'banso_deliveries_total',
      help: 'Deliveries by kind and by what became of them.',
      labelNames: ['kind', 'outcome'] as const,
      registers,
    }),
    checkIns: new Counter({
      name: 'banso_check_ins_total',
      help: 'Check-ins that were logged.',
      registers,
    }),
    errors: new Counter({
      name: 'banso_errors_total',
      help: 'Unexpected errors that people were told of with a reference.',
      registers,
    }),
    socketConnected: new Gauge({
      name: 'banso_socket_connected',
      help: "1 while Slack's socket is there; 0 as well where none is needed.",
      registers,
    }),
    oldestDueDelivery: oldestDueDelivery(registry),
    sweepSeconds: new Histogram({
      name: 'banso_sweep_seconds',
      help: 'How long one sweep takes.',
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
  };
}

function oldestDueDelivery(registry: Registry) {
  let seenAt = 0;
  const gauge = new Gauge({
    name: 'banso_oldest_due_delivery_seconds',
    help: 'How long the oldest delivery that is due has been waiting, as this process saw it last.',
    registers: [registry],
    collect() {
      // Another worker sweeps by now: what this one saw long ago is no longer so.
      if (Date.now() - seenAt > answersForMs) this.set(0);
    },
  });
  return {
    set(seconds: number) {
      seenAt = Date.now();
      gauge.set(seconds);
    },
  };
}
