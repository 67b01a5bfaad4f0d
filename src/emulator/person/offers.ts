import type { PlacedElement } from '../blocks/walk';
import type { JsonObject } from '../json';

/** The options an app has suggested to one person, by element. */
export class Offers {
  #byElement = new Map<string, JsonObject[]>();

  of(placed: PlacedElement): readonly JsonObject[] {
    return this.#byElement.get(keyOf(placed)) ?? [];
  }

  add(placed: PlacedElement, options: JsonObject[]): void {
    this.#byElement.set(keyOf(placed), [...this.of(placed), ...options]);
  }
}

function keyOf({ block, element }: PlacedElement): string {
  return `${String(block.block_id)} ${String(element.action_id)}`;
}
