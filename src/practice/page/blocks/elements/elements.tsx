import type { Block } from '../../../protocol';
import { type Json, textOf, wordsOf } from '../json';
import type { Place } from '../place';
import { Element } from './element';

interface ElementsProps {
  block: Block;
  elements: readonly Json[];
  place: Place;
  /** What stands beside them: it names what has no words of its own. */
  beside?: string;
}

/** A row of elements. */
export function Elements({ block, elements, place, beside = '' }: ElementsProps) {
  return (
    <div className="elements">
      {elements.map((element, at) => (
        <Element
          key={textOf(element.action_id) || at}
          block={block}
          element={element}
          place={place}
          aria={{ 'aria-label': nameOf(element, beside) }}
        />
      ))}
    </div>
  );
}

function nameOf(element: Json, beside: string): string | undefined {
  const names = [textOf(element.accessibility_label), wordsOf(element.placeholder), beside];
  return names.find((name) => name !== '');
}
