import { type ReactNode, useMemo } from 'react';
import type { Block } from '../../protocol';
import { NotDrawn } from './cannot-draw';
import { Drawn } from './drawn';
import { Elements } from './elements/elements';
import { Field } from './field';
import { ImageNote, Video } from './image-note';
import { isRecord, recordsIn, textOf, wordsOf } from './json';
import type { Place } from './place';
import { Carousel, Container } from './several';
import { Table } from './table';

interface BlockProps {
  block: Block;
  place: Place;
}

/** What the library draws whole. */
const shown = new Set([
  'divider',
  'header',
  'context',
  'rich_text',
  'alert',
  'markdown',
  'plan',
  'task_card',
  'data_visualization',
]);

/** What only shows is left to the library; what is used, or what the library can't draw, is drawn here. */
export function BlockView({ block, place }: BlockProps): ReactNode {
  switch (block.type) {
    case 'section':
      return isRecord(block.accessory) ? (
        <SectionBeside block={block} place={place} />
      ) : (
        <Drawn block={block} />
      );
    case 'actions':
    case 'context_actions':
      return <Elements block={block} elements={recordsIn(block.elements)} place={place} />;
    case 'input':
      return <Field block={block} place={place} />;
    case 'card':
      return <Card block={block} place={place} />;
    case 'carousel':
      return <Carousel block={block} place={place} />;
    case 'container':
      return <Container block={block} place={place} />;
    case 'table':
    case 'data_table':
      return <Table block={block} />;
    case 'image':
      return <ImageNote alt={textOf(block.alt_text)} title={wordsOf(block.title)} />;
    case 'video':
      return <Video block={block} />;
    default:
      return shown.has(block.type) ? <Drawn block={block} /> : <NotDrawn type={block.type} />;
  }
}

function SectionBeside({ block, place }: BlockProps) {
  const rest = useWithout(block, 'accessory');
  const accessory = [block.accessory].filter(isRecord);
  return (
    <div className="section-beside">
      <div className="section-text">
        <Drawn block={rest} />
      </div>
      <Elements block={block} elements={accessory} place={place} beside={wordsOf(block.text)} />
    </div>
  );
}

function Card({ block, place }: BlockProps) {
  const rest = useWithout(block, 'actions', 'hero_image', 'icon');
  const image = isRecord(block.hero_image) ? textOf(block.hero_image.alt_text) : '';
  const actions = recordsIn(block.actions);
  return (
    <div className="card">
      {image !== '' && <ImageNote alt={image} />}
      <Drawn block={rest} />
      {actions.length > 0 && (
        <Elements block={block} elements={actions} place={place} beside={wordsOf(block.title)} />
      )}
    </div>
  );
}

/** The same block as long as its source is the same: the library draws it anew for every other one. */
function useWithout(block: Block, ...names: string[]): Block {
  const key = names.join();
  return useMemo(() => {
    const left = Object.entries(block).filter(([name]) => !key.split(',').includes(name));
    return Object.fromEntries(left) as Block;
  }, [block, key]);
}
