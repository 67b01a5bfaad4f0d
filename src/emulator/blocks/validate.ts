import { isObject, objectsIn } from '../json';
import { blockRules } from './blocks';
import { plainText } from './objects';
import { boolean, list, literal, object, type Problem, problem, type Rule, text, typed } from './rules';
import { MOST_BLOCKS, SURFACES, type Surface } from './surfaces';
import { checkUniqueness } from './uniqueness';

/** Checks the blocks of a surface against Slack's rules. `pointer` is where they stand. */
export function checkBlocks(blocks: unknown, surface: Surface, pointer: string): Problem[] {
  const allowed = typed(rulesFor(surface));
  // An empty list is fine: it takes a message's blocks away.
  return [
    ...list(allowed, MOST_BLOCKS[surface], 0)(blocks, pointer),
    ...checkUniqueness(blocks, pointer),
    ...oneTable(blocks, surface, pointer),
  ];
}

function rulesFor(surface: Surface): Record<string, Rule> {
  return Object.fromEntries(Object.entries(blockRules).filter(([type]) => SURFACES[type]?.includes(surface)));
}

function oneTable(blocks: unknown, surface: Surface, pointer: string): Problem[] {
  if (surface !== 'message') return [];
  const tables = objectsIn(blocks).filter(({ type }) => type === 'table' || type === 'data_table');
  return tables.length > 1 ? problem(pointer, 'only one table allowed') : [];
}

const LONGEST_TITLE = 24;

const viewFields = { private_metadata: text(3000, 0), callback_id: text(255, 0), external_id: text(255, 0) };

const modal: Rule = object(
  { title: plainText(LONGEST_TITLE), blocks: (value, pointer) => checkBlocks(value, 'modal', pointer) },
  {
    ...viewFields,
    submit: plainText(LONGEST_TITLE),
    close: plainText(LONGEST_TITLE),
    clear_on_close: boolean,
    notify_on_close: boolean,
  },
  (view, pointer) =>
    view.submit === undefined && objectsIn(view.blocks).some((block) => block.type === 'input')
      ? problem(`${pointer}/submit`, 'must be provided when an `input` block is present')
      : [],
);

const home: Rule = object({ blocks: (value, pointer) => checkBlocks(value, 'home', pointer) }, viewFields);

/** Checks a view that an app hands over; `type` is what this place takes. */
export function checkView(view: unknown, type: 'modal' | 'home', pointer = '/view'): Problem[] {
  if (!isObject(view)) return problem(pointer, 'must provide an object');
  if (view.type === undefined) return problem(pointer, 'missing required field: type');
  const wrongType = literal(type)(view.type, `${pointer}/type`);
  return wrongType.length > 0 ? wrongType : (type === 'modal' ? modal : home)(view, pointer);
}

/** A problem as Slack words it in `response_metadata.messages`. */
export function wording({ pointer, message }: Problem): string {
  return `[ERROR] ${message} [json-pointer:${pointer}]`;
}
