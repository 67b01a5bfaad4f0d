import { planDigests } from '../../usecases/plan-digests';
import { planReminders } from '../../usecases/plan-reminders';
import { queueUnfinished } from '../../usecases/queue-unfinished';
import type { JobDeps } from './deps';

/** How many programs, people or deliveries one transaction takes. */
const batch = { programs: 50, people: 200, deliveries: 1000 };

/** Plans what has come due, then queues again whatever is unfinished. Costs three index reads when idle. */
export async function sweep({ context, metrics }: JobDeps): Promise<void> {
  const done = metrics.sweepSeconds.startTimer();
  while ((await planDigests(context(), batch.programs)) === batch.programs);
  while ((await planReminders(context(), batch.people)) === batch.people);
  await queueUnfinished(context(), batch.deliveries);
  done();
}
