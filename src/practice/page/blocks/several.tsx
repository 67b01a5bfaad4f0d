import { type ReactNode, useId, useMemo } from 'react';
import type { Block } from '../../protocol';
import { Blocks } from './blocks';
import { Drawn } from './drawn';
import { isRecord, type Json, recordsIn, wordsOf } from './json';
import type { Place } from './place';

interface SeveralProps {
  block: Block;
  place: Place;
}

/** Blocks under a title, which may fold them. */
export function Container({ block, place }: SeveralProps) {
  const id = useId();
  const children = <Blocks blocks={useBlocksIn(block, 'child_blocks')} place={place} />;
  if (block.is_collapsible === true) {
    return (
      <details className="container" open={block.default_collapsed !== true}>
        <summary>
          <Title block={block} />
        </summary>
        {children}
      </details>
    );
  }
  return (
    <section className="container" aria-labelledby={id}>
      <div id={id}>
        <Title block={block} />
      </div>
      {children}
    </section>
  );
}

function Title({ block }: { block: Json }): ReactNode {
  const { title, subtitle, rich_text_title: rich } = block;
  return (
    <div className="container-title">
      {isRecord(rich) ? <Drawn block={rich} /> : <strong>{wordsOf(title)}</strong>}
      {isRecord(subtitle) && <small>{wordsOf(subtitle)}</small>}
    </div>
  );
}

/** Cards in a row, which scrolls where there is no room. */
export function Carousel({ block, place }: SeveralProps) {
  return (
    <div className="carousel">
      <Blocks blocks={useBlocksIn(block, 'elements')} place={place} />
    </div>
  );
}

/** The blocks in a block; one without an id is called by where it stands. */
function useBlocksIn(block: Block, name: string): Block[] {
  return useMemo(
    () =>
      recordsIn(block[name]).map((child, at) => ({
        ...child,
        type: String(child.type),
        block_id: String(child.block_id ?? `${block.block_id} ${at}`),
      })),
    [block, name],
  );
}
