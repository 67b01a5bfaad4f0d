import type { Block } from '../../protocol';
import { BlockView } from './block-view';
import { CannotDraw } from './cannot-draw';
import type { Place } from './place';
import './blocks.css';

interface BlocksProps {
  blocks: readonly Block[];
  place: Place;
}

/** Blocks of a message, modal or Home, with elements that work. One that can't be drawn leaves the others alone. */
export function Blocks({ blocks, place }: BlocksProps) {
  return (
    <div className={`blocks blocks-${place.surface}`}>
      {blocks.map((block) => (
        <CannotDraw key={block.block_id} type={block.type}>
          <BlockView block={block} place={place} />
        </CannotDraw>
      ))}
    </div>
  );
}
