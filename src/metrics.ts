import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

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
    sweepSeconds: new Histogram({
      name: 'banso_sweep_seconds',
      help: 'How long one sweep takes.',
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
  };
}
