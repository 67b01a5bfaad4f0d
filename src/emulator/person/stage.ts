import type { Delivery, Transport } from '../delivery/delivery';
import type { Events } from '../delivery/events';
import { OperationFailed } from '../errors';
import { isObject, type JsonObject, objectsIn } from '../json';
import type { ResponseTarget } from '../state/response-urls';
import type { World } from '../state/world';

/** What a person's doings need of the emulator. */
export interface Stage {
  world: World;
  transport: Transport;
  events: Events;
  /** A new response_url for this target. */
  responseUrl(target: ResponseTarget): string;
}

/** Delivers something a person did and waits for the app's ack; notes a failure as Slack would show it. */
export async function deliver(stage: Stage, delivery: Delivery): Promise<JsonObject | undefined> {
  try {
    const answer = await stage.transport.send(delivery);
    return answerObject(answer);
  } catch (error) {
    if (error instanceof OperationFailed) {
      const { where, what } = subjectOf(delivery.payload);
      const detail = error.detail || 'the app gave no answer';
      stage.world.refuse(where, error.code, [what ? `${what}: ${detail}` : detail]);
    }
    throw error;
  }
}

/** What a person did, and to what: the id that a developer looks for. */
function subjectOf(payload: JsonObject): { where: string; what: string | undefined } {
  const [action] = objectsIn(payload.actions);
  const view = isObject(payload.view) ? payload.view : {};
  const what = action?.action_id ?? payload.action_id ?? payload.callback_id ?? view.callback_id;
  return { where: String(payload.type ?? payload.command), what: what ? String(what) : undefined };
}

/** An ack may be plain text: the text of an answer. */
function answerObject(answer: unknown): JsonObject | undefined {
  if (isObject(answer)) return answer;
  return typeof answer === 'string' && answer !== '' ? { text: answer } : undefined;
}

/** Notes what the app answered wrongly and fails as the person's client would. */
export function refuseAnswer(
  stage: Stage,
  where: string,
  code: string,
  details: readonly string[] = [],
): never {
  stage.world.refuse(where, code, details);
  throw new OperationFailed(code, details.join('; '));
}
