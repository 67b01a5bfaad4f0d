import type { PlacedElement } from '../blocks/walk';
import { isObject, type JsonObject } from '../json';
import type { SlackFile } from '../state/records';
import type { Place } from './places';

/** What one person can choose beyond what an element says: options that the app suggested, files that she uploaded. */
export class Offers {
  #byElement = new Map<string, JsonObject[]>();

  constructor(private readonly files: () => SlackFile[]) {}

  of(placed: PlacedElement): readonly JsonObject[] {
    if (placed.element.type === 'file_input') return this.files().map((file) => ({ ...file }));
    return this.#byElement.get(keyOf(placed)) ?? [];
  }

  add(placed: PlacedElement, options: JsonObject[]): void {
    this.#byElement.set(keyOf(placed), [...this.of(placed), ...options]);
  }
}

/** What can be chosen beyond what the element says; what is chosen already may have been offered before a restart. */
export function offeredIn(place: Place, placed: PlacedElement, offers: Offers): JsonObject[] {
  const { block, element } = placed;
  const chosen = place.values[String(block.block_id)]?.[String(element.action_id)] ?? {};
  return [...offers.of(placed), ...[chosen.selected_option, chosen.selected_options].flat().filter(isObject)];
}

function keyOf({ block, element }: PlacedElement): string {
  return `${String(block.block_id)} ${String(element.action_id)}`;
}
