import { allElements } from '../blocks/walk';
import { shapeOf } from '../state/element-state';
import type { World } from '../state/world';
import { keepValue } from './actions';
import { chosenValue } from './choosing';
import { type Offers, offeredIn } from './offers';
import { placeOf } from './places';

/**
 * Keeps values in the modal on top without telling the app. An element that a redraw removed is ignored.
 * @throws NotPossible for something an element does not offer, or when no modal is open; then nothing is kept
 */
export function enterValues(
  world: World,
  userId: string,
  values: Record<string, Record<string, unknown>>,
  offers: Offers,
): void {
  const place = placeOf(world, userId, 'modal');
  const entered = allElements(place.blocks).flatMap((placed) => {
    const { element, block } = placed;
    const choice = values[String(block.block_id)]?.[String(element.action_id)];
    if (choice === undefined || !shapeOf(element)) return [];
    return [{ placed, value: chosenValue(element, choice, offeredIn(place, placed, offers)) }];
  });
  for (const { placed, value } of entered) keepValue(place, placed, value);
}
