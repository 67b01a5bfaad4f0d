import { newBlockId } from '../ids';
import { copy, type JsonObject, objectsIn } from '../json';
import type { Block } from '../state/records';
import { elementsOf } from './walk';

/** Blocks as Slack keeps them: whatever brought no block_id or action_id gets one. */
export function completeBlocks(blocks: unknown): Block[] {
  return objectsIn(copy(blocks)).map(completeBlock);
}

function completeBlock(block: JsonObject): Block {
  for (const { element } of elementsOf(block)) {
    if (element.type !== 'image') element.action_id ??= newBlockId();
  }
  return { ...block, type: String(block.type), block_id: String(block.block_id ?? newBlockId()) };
}
