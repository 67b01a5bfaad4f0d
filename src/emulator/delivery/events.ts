import { NotPossible, OperationFailed } from '../errors';
import { newId } from '../ids';
import { copy, isObject, type JsonObject } from '../json';
import { subscribesTo } from '../manifest';
import { APP_ID, BOT_USER_ID } from '../state/bot';
import { remember } from '../state/memory';
import type { World } from '../state/world';
import type { Retry, Transport } from './delivery';

/** Slack repeats an event three times: at about 0, 1 and 5 minutes. */
const MOST_RETRIES = 3;

/** An event and each attempt to deliver it. */
export interface DeliveredEvent {
  readonly id: string;
  readonly payload: JsonObject;
  readonly attempts: { retryNum: number; acked: boolean }[];
}

/** What an event needs in the manifest. */
export interface EventKind {
  subscription: string;
  scope?: string;
}

/** Sends events to the app and remembers them, so that a test can repeat one. */
export class Events {
  readonly delivered: DeliveredEvent[] = [];
  #underWay = new Set<Promise<void>>();

  constructor(
    private readonly world: World,
    private readonly transport: Transport,
  ) {}

  /** Sends an event if the app subscribed to it and holds its scope. Resolves when it was acked or given up. */
  async emit(kind: EventKind, event: JsonObject): Promise<void> {
    const { manifest, scopes } = this.world;
    if (!subscribesTo(manifest, kind.subscription)) return;
    if (kind.scope && !scopes.includes(kind.scope)) return;
    const delivered: DeliveredEvent = { ...this.#wrap(event), attempts: [] };
    remember(this.delivered, delivered, this.world.remembered);
    await this.#track(this.#attempt(delivered));
  }

  /**
   * Repeats an event with Slack's retry headers, the next number in turn.
   * @throws NotPossible for an unknown event or a fourth retry
   */
  async redeliver(eventId: string, reason = 'http_timeout'): Promise<void> {
    const delivered = this.delivered.find((event) => event.id === eventId);
    if (!delivered) throw new NotPossible(`no event ${eventId} was delivered`);
    const num = delivered.attempts.length;
    if (num > MOST_RETRIES) throw new NotPossible(`Slack repeats an event ${MOST_RETRIES} times at most`);
    await this.#track(this.#attempt(delivered, { num, reason }));
  }

  /** Resolves when no delivery is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #track(work: Promise<void>): Promise<void> {
    this.#underWay.add(work);
    return work.finally(() => this.#underWay.delete(work));
  }

  async #attempt(delivered: DeliveredEvent, retry?: Retry): Promise<void> {
    const attempt = { retryNum: retry?.num ?? 0, acked: false };
    delivered.attempts.push(attempt);
    const delivery = { kind: 'events_api' as const, payload: copy(delivered.payload) };
    try {
      await this.transport.send(retry ? { ...delivery, retry } : delivery);
      attempt.acked = true;
    } catch (error) {
      const detail = error instanceof OperationFailed ? error.detail : String(error);
      const { event } = delivered.payload;
      const where = isObject(event) ? String(event.type) : 'event';
      this.world.refuse(where, 'not_acked', [`${delivered.id}: ${detail}`]);
    }
  }

  #wrap(event: JsonObject): { id: string; payload: JsonObject } {
    const { team, clock } = this.world;
    const id = newId('Ev');
    const payload = {
      token: 'verification-token',
      team_id: team.id,
      api_app_id: APP_ID,
      event: copy(event),
      type: 'event_callback',
      event_id: id,
      event_time: Math.floor(clock.now().getTime() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: team.id,
          user_id: BOT_USER_ID,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
    };
    return { id, payload };
  }
}
