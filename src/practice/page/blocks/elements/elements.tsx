import type { Block } from '../../../protocol';
import type { Texts } from '../../texts/en';
import { useWorkspace } from '../../workspace';
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
  const { t } = useWorkspace();
  return (
    <div className="elements">
      {elements.map((element, at) => (
        <Element
          key={textOf(element.action_id) || at}
          block={block}
          element={element}
          place={place}
          aria={{ 'aria-label': nameOf(element, beside, t) }}
        />
      ))}
    </div>
  );
}

function nameOf(element: Json, beside: string, t: Texts): string {
  const names = [textOf(element.accessibility_label), wordsOf(element.placeholder), beside];
  return names.find((name) => name !== '') ?? usualName(textOf(element.type), t);
}

/** What an element is called that nobody has named. */
function usualName(type: string, { elements }: Texts): string {
  switch (type) {
    case 'datepicker':
      return elements.date;
    case 'timepicker':
      return elements.time;
    case 'datetimepicker':
      return elements.dateTime;
    default:
      return elements.chooseOption;
  }
}
