import { type JsonObject, objectsIn } from '../json';
import { type Problem, problem } from './rules';
import { allElements, elementsOf } from './walk';

/** block_id is unique on the surface, action_id in its block, and one element at most takes the focus. */
export function checkUniqueness(blocks: unknown, pointer: string): Problem[] {
  const list = objectsIn(blocks);
  const blockIds = list.map((block, index) => ({
    id: block.block_id,
    pointer: `${pointer}/${index}/block_id`,
  }));
  return [
    ...repeated(blockIds, 'block_id', 'block'),
    ...list.flatMap((block, index) => repeatedActionIds(block, `${pointer}/${index}`)),
    ...severalFocused(list, pointer),
  ];
}

function repeatedActionIds(block: JsonObject, pointer: string): Problem[] {
  const ids = elementsOf(block, pointer).map((placed) => ({
    id: placed.element.action_id,
    pointer: `${placed.pointer}/action_id`,
  }));
  return repeated(ids, 'action_id', 'element');
}

function repeated(entries: { id: unknown; pointer: string }[], field: string, owner: string): Problem[] {
  const seen = new Set<unknown>();
  return entries.flatMap((entry) => {
    if (entry.id === undefined) return [];
    if (seen.has(entry.id)) {
      return problem(entry.pointer, `\`${field}\` "${String(entry.id)}" already exists for another ${owner}`);
    }
    seen.add(entry.id);
    return [];
  });
}

function severalFocused(blocks: JsonObject[], pointer: string): Problem[] {
  const focused = allElements(blocks, pointer).filter(({ element }) => element.focus_on_load === true);
  return focused
    .slice(1)
    .flatMap((placed) => problem(`${placed.pointer}/focus_on_load`, 'only one element may take the focus'));
}
