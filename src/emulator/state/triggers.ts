import { SlackError } from '../errors';
import { newId } from '../ids';

const LIFETIME_MS = 3000;

/** Long after its end a trigger is still told apart from one that never was; then it is forgotten. */
const FORGOTTEN_AFTER_MS = 10 * 60_000;

interface Trigger {
  userId: string;
  issuedAt: number;
  exchanged: boolean;
  /** The view the person was in, if any: what views.push lays another view upon. */
  viewId: string | undefined;
}

/** Trigger ids: three seconds, one use (SLACK.md, Deadlines and limits). */
export class Triggers {
  #byId = new Map<string, Trigger>();

  issue(userId: string, now: Date, viewId?: string): string {
    const id = `${now.getTime()}.${newId('')}`;
    this.#forgetBefore(now.getTime() - FORGOTTEN_AFTER_MS);
    this.#byId.set(id, { userId, issuedAt: now.getTime(), exchanged: false, viewId });
    return id;
  }

  /** @throws SlackError `invalid_trigger_id`, `expired_trigger_id`, `exchanged_trigger_id` */
  check(id: unknown, now: Date): Trigger {
    const trigger = typeof id === 'string' ? this.#byId.get(id) : undefined;
    if (!trigger) throw new SlackError('invalid_trigger_id');
    if (trigger.exchanged) throw new SlackError('exchanged_trigger_id');
    if (now.getTime() - trigger.issuedAt > LIFETIME_MS) throw new SlackError('expired_trigger_id');
    return trigger;
  }

  exchange(trigger: Trigger): void {
    trigger.exchanged = true;
  }

  #forgetBefore(instant: number): void {
    for (const [id, { issuedAt }] of this.#byId) if (issuedAt < instant) this.#byId.delete(id);
  }
}
