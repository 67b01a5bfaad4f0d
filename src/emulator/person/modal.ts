import { allElements } from '../blocks/walk';
import { NotPossible } from '../errors';
import type { JsonObject } from '../json';
import { stateOf } from '../state/element-state';
import type { View } from '../state/records';
import type { World } from '../state/world';
import { setElement } from './actions';
import { checkForm } from './form-check';
import type { Offers } from './offers';
import { activeUser, interactionBase, viewReference } from './payloads';
import { placeOf } from './places';
import { deliver, type Stage } from './stage';
import type { Submission } from './submission';
import { applyResponse } from './view-response';

/** The modal the person sees. @throws NotPossible when there is none */
function openModal(world: World, userId: string): View {
  const view = world.views.top(userId);
  if (!view) throw new NotPossible(`${userId} has no modal open`);
  return view;
}

/** Fills elements by block_id (or `block_id.action_id` where a block holds several). */
export async function fillModal(
  stage: Stage,
  userId: string,
  values: Record<string, unknown>,
  offers: Offers,
): Promise<void> {
  for (const [key, choice] of Object.entries(values)) {
    // The view is looked up for each value: the app may have changed it meanwhile.
    const place = placeOf(stage.world, userId, 'modal');
    const placed = allElements(place.blocks).filter(
      ({ block, element }) => key === block.block_id || key === `${block.block_id}.${element.action_id}`,
    );
    const [found, other] = placed;
    if (!found) {
      const there = place.blocks.map((block) => block.block_id).join(', ');
      throw new NotPossible(`the modal has no element in ${key}; its blocks are: ${there}`);
    }
    if (other) throw new NotPossible(`the block ${key} has several elements: write block_id.action_id`);
    await setElement(stage, userId, place, { placed: found, choice }, offers);
  }
}

/** Presses submit `times` times at once: the same view_submission, delivered concurrently. */
export async function submitModal(stage: Stage, userId: string, times: number): Promise<Submission[]> {
  const { world } = stage;
  const view = openModal(world, userId);
  if (!view.submit) throw new NotPossible('the modal has no submit button');
  const errors = checkForm(view, activeUser(world, userId).locale);
  if (Object.keys(errors).length > 0) return Array(times).fill({ sent: false, errors });
  const payload: JsonObject = {
    type: 'view_submission',
    ...interactionBase(world, userId),
    trigger_id: world.triggers.issue(userId, world.clock.now(), view.id),
    view: viewReference(view),
    response_urls: [],
  };
  const presses = Array.from({ length: times }, async () => {
    const answer = await deliver(stage, { kind: 'interactive', payload });
    return applyResponse(stage, userId, view.id, answer);
  });
  return Promise.all(presses);
}

/** Closes the modal by its close button or the cross; the typed values are lost. */
export async function closeModal(stage: Stage, userId: string): Promise<void> {
  const { world } = stage;
  const top = openModal(world, userId);
  const closing = top.clear_on_close ? [...world.views.stack(userId)].reverse() : [top];
  for (const view of closing) world.views.remove(userId, view.id);
  world.changes.emit({ kind: 'view', user: userId, view: world.views.top(userId) });
  for (const view of closing.filter((one) => one.notify_on_close)) {
    const payload = {
      type: 'view_closed',
      ...interactionBase(world, userId),
      view: { ...viewReference(view), state: { values: stateOf(view.blocks) } },
      is_cleared: top.clear_on_close,
    };
    await deliver(stage, { kind: 'interactive', payload });
  }
}
