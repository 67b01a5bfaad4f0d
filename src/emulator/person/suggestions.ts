import { optionsOf } from '../blocks/choices';
import { suggestions } from '../blocks/objects';
import { readable } from '../blocks/refusal';
import { NotPossible } from '../errors';
import type { JsonObject } from '../json';
import type { Offers } from './offers';
import { interactionBase } from './payloads';
import { findElement, placeOf, type Target } from './places';
import { deliver, refuseAnswer, type Stage } from './stage';

/** How many characters Slack waits for when the element does not say. */
const USUAL_MINIMUM = 3;

/**
 * Types into an external select.
 * @returns the options the app offers
 * @throws NotPossible when the query is too short for Slack to ask the app
 */
export async function typeQuery(
  stage: Stage,
  userId: string,
  typed: { actionId: string; query: string; blockId?: string | undefined; target: Target },
  offers: Offers,
): Promise<JsonObject[]> {
  const { world } = stage;
  const place = placeOf(world, userId, typed.target);
  const placed = findElement(place, typed.actionId, typed);
  const { element, block } = placed;
  if (!String(element.type).endsWith('external_select')) {
    throw new NotPossible(`${typed.actionId} is no external select`);
  }
  const minimum = Number(element.min_query_length ?? USUAL_MINIMUM);
  if (typed.query.length < minimum) {
    throw new NotPossible(`Slack asks the app from ${minimum} characters on, and got "${typed.query}"`);
  }
  const payload = {
    type: 'block_suggestion',
    ...interactionBase(world, userId),
    ...place.payload(),
    action_id: typed.actionId,
    block_id: block.block_id,
    value: typed.query,
  };
  const answer = (await deliver(stage, { kind: 'interactive', payload })) ?? {};
  const problems = suggestions(answer, '');
  if (problems.length > 0) refuseAnswer(stage, 'block_suggestion', 'invalid_options', problems.map(readable));
  const options = optionsOf(answer);
  offers.add(placed, options);
  return options;
}
