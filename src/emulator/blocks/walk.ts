import { isObject, type JsonObject, objectsIn } from '../json';

/** An element that can be acted on, and where it stands. */
export interface PlacedElement {
  element: JsonObject;
  block: JsonObject;
  pointer: string;
}

/** The elements of one block: of a container's and a carousel's children too. */
export function elementsOf(block: JsonObject, pointer = ''): PlacedElement[] {
  const nested = ['child_blocks', ...(block.type === 'carousel' ? ['elements'] : [])];
  const children = nested.flatMap((name) =>
    objectsIn(block[name]).flatMap((child, index) => elementsOf(child, `${pointer}/${name}/${index}`)),
  );
  return [...ownElements(block, pointer), ...children];
}

function ownElements(block: JsonObject, pointer: string): PlacedElement[] {
  const single = ['accessory', 'element'].flatMap((name) => {
    const element = block[name];
    return isObject(element) ? [{ element, block, pointer: `${pointer}/${name}` }] : [];
  });
  const listName = block.type === 'card' ? 'actions' : 'elements';
  const holdsElements = ['actions', 'context_actions', 'card'].includes(String(block.type));
  const several = holdsElements ? objectsIn(block[listName]) : [];
  return [
    ...single,
    ...several.map((element, index) => ({ element, block, pointer: `${pointer}/${listName}/${index}` })),
  ];
}

export function allElements(blocks: readonly JsonObject[], pointer = ''): PlacedElement[] {
  return blocks.flatMap((block, index) => elementsOf(block, `${pointer}/${index}`));
}
