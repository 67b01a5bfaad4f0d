import { SlackError } from '../errors';
import { isObject, type JsonObject } from '../json';
import type { View } from '../state/records';
import { assertView, changedView, newView } from '../state/view-building';
import { showView } from '../state/view-showing';
import { refuseAnswer, type Stage } from './stage';
import type { Submission } from './submission';

const WHERE = 'view_submission';

/** Carries out what the app answered to a view_submission. */
export function applyResponse(
  stage: Stage,
  userId: string,
  viewId: string,
  answer: JsonObject | undefined,
): Submission {
  const { world } = stage;
  const view = world.views.stack(userId).find((one) => one.id === viewId);
  if (!answer?.response_action) return closeSubmitted(stage, userId, viewId, answer);
  const { response_action: action } = answer;
  if (action === 'errors') return showErrors(stage, view, answer.errors);
  if (action === 'clear') {
    world.views.clear(userId);
    world.changes.emit({ kind: 'view', user: userId, view: undefined });
    return { sent: true, response_action: action };
  }
  if (action !== 'update' && action !== 'push') {
    return refuseAnswer(stage, WHERE, 'invalid_response_action', [
      `/response_action: must be one of: errors, update, push, clear; got ${String(action)}`,
    ]);
  }
  // A second press of submit finds the view gone: its answer has nothing to change.
  if (view) replaceOrPush(stage, { userId, view, action, source: answer.view });
  return { sent: true, response_action: action };
}

function closeSubmitted(
  stage: Stage,
  userId: string,
  viewId: string,
  answer: JsonObject | undefined,
): Submission {
  if (answer && Object.keys(answer).length > 0) {
    refuseAnswer(stage, WHERE, 'invalid_response', ['must be empty or have a response_action']);
  }
  const { world } = stage;
  world.views.remove(userId, viewId);
  world.changes.emit({ kind: 'view', user: userId, view: world.views.top(userId) });
  return { sent: true };
}

function showErrors(stage: Stage, view: View | undefined, errors: unknown): Submission {
  const entries = isObject(errors) ? Object.entries(errors) : [];
  if (entries.length === 0) refuseAnswer(stage, WHERE, 'invalid_response', ['/errors: must not be empty']);
  const inputs = new Set(
    view?.blocks.filter((block) => block.type === 'input').map((block) => block.block_id),
  );
  const unknown = entries.filter(([blockId]) => view && !inputs.has(blockId)).map(([blockId]) => blockId);
  if (unknown.length > 0) {
    refuseAnswer(
      stage,
      WHERE,
      'invalid_response',
      unknown.map((id) => `/errors/${id}: there is no input block ${id}`),
    );
  }
  const texts = Object.fromEntries(entries.map(([blockId, text]) => [blockId, String(text)]));
  return { sent: true, response_action: 'errors', errors: texts };
}

function replaceOrPush(
  stage: Stage,
  change: { userId: string; view: View; action: 'update' | 'push'; source: unknown },
): void {
  const { world } = stage;
  const { userId, view, action } = change;
  try {
    const source = assertView(world, change.source, 'modal');
    const shown = action === 'push' ? newView(world, source, view) : changedView(world, view, source);
    if (action === 'push') world.views.push(userId, shown);
    else world.views.replace(userId, shown);
    showView(world, userId, shown);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    refuseAnswer(stage, WHERE, error.code, error.details);
  }
}
