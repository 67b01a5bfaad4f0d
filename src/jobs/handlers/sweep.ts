import type { Logger } from 'pino';
import { describeError, withoutPrivateText } from '../../log';
import { planFollowUps } from '../../usecases/consultation/plan-follow-ups';
import { planNudges } from '../../usecases/consultation/plan-nudges';
import { PutOff } from '../../usecases/plan-batch';
import { planDigests } from '../../usecases/plan-digests';
import { planEscalations } from '../../usecases/plan-escalations';
import { planReminders } from '../../usecases/plan-reminders';
import { planSecondLooks } from '../../usecases/plan-second-looks';
import { queueUnfinished } from '../../usecases/queue-unfinished';
import { startRestatements } from '../../usecases/restate-program';
import type { JobDeps } from './deps';

/** How many programs, people, consultations or deliveries one transaction takes. */
const batch = { programs: 50, people: 200, consultations: 50, deliveries: 1000 };

/** Plans what has come due, then queues again whatever is unfinished. Costs twelve index reads when idle. */
export async function sweep({ context, metrics, logger }: JobDeps): Promise<void> {
  const done = metrics.sweepSeconds.startTimer();
  await runAll(logger, [
    async () => {
      while ((await startRestatements(context(), batch.programs)) === batch.programs);
    },
    async () => {
      while ((await planDigests(context(), batch.programs)) === batch.programs);
    },
    async () => {
      while ((await planReminders(context(), batch.people)) === batch.people);
    },
    async () => {
      while ((await planSecondLooks(context(), batch.people)) === batch.people);
    },
    async () => {
      while ((await planEscalations(context(), batch.programs)) === batch.programs);
    },
    async () => {
      while ((await planNudges(context(), batch.consultations)) === batch.consultations);
    },
    async () => {
      while ((await planFollowUps(context(), batch.consultations)) === batch.consultations);
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
async function runAll(logger: Logger, steps: readonly (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const step of steps) {
    await step().catch((error: unknown) => {
      errors.push(...(error instanceof AggregateError ? error.errors : [error]));
    });
  }
  for (const error of errors) {
    if (error instanceof PutOff) logger.error({ ...describeError(error.reason) }, error.message);
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) {
    throw new AggregateError(errors, errors.map((error) => withoutPrivateText(error).message).join('; '));
  }
}
