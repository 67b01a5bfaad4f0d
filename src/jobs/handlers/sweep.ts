import { withoutPrivateText } from '../../log';
import { planDigests } from '../../usecases/plan-digests';
import { planReminders } from '../../usecases/plan-reminders';
import { queueUnfinished } from '../../usecases/queue-unfinished';
import type { JobDeps } from './deps';

/** How many programs, people or deliveries one transaction takes. */
const batch = { programs: 50, people: 200, deliveries: 1000 };

/** Plans what has come due, then queues again whatever is unfinished. Costs five index reads when idle. */
export async function sweep({ context, metrics }: JobDeps): Promise<void> {
  const done = metrics.sweepSeconds.startTimer();
  await runAll([
    async () => {
      while ((await planDigests(context(), batch.programs)) === batch.programs);
    },
    async () => {
      while ((await planReminders(context(), batch.people)) === batch.people);
    },
    async () => {
      const { now } = context();
      const oldest = await queueUnfinished(context(), batch.deliveries);
      metrics.oldestDueDelivery.set(oldest ? (now.getTime() - oldest.getTime()) / 1000 : 0);
    },
  ]);
  // Only a sweep that went well counts: an operator is woken when there are none.
  done();
}

/**
 * Runs each step though another one fails: a list that can't be planned keeps no other from being posted.
 * @throws afterwards the error, or all of them as one
 */
async function runAll(steps: readonly (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => errors.push(error));
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) {
    throw new AggregateError(errors, errors.map((error) => withoutPrivateText(error).message).join('; '));
  }
}
