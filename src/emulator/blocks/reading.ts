import { isObject, type JsonObject, objectsIn } from '../json';

/** Fields whose text a person reads, in the order in which Slack shows them. */
const SHOWN_FIELDS = [
  'title',
  'subtitle',
  'label',
  'text',
  'body',
  'fields',
  'accessory',
  'element',
  'elements',
  'child_blocks',
  'rows',
  'actions',
  'hint',
];
const PRESSED = new Set(['button', 'icon_button', 'workflow_button']);

/** Blocks as a person reads them, a line for each block; a button is `[its text]`, a menu `[…]`. */
export function readableText(blocks: readonly JsonObject[] = []): string {
  return blocks
    .map((block) => (block.type === 'divider' ? '----' : partsOf(block).join(' ')))
    .filter((line) => line !== '')
    .join('\n');
}

function partsOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (!isObject(value)) return [];
  if (value.type === 'overflow') return ['[…]'];
  if (value.type === 'image') return [`(${String(value.alt_text)})`];
  const shown = SHOWN_FIELDS.flatMap((name) => partsOf(value[name]));
  const choice = [value.initial_option, ...objectsIn(value.initial_options)].flatMap(partsOf);
  const parts = [...shown, ...choice, ...partsOf(value.placeholder)];
  return PRESSED.has(String(value.type)) ? [`[${parts.join(' ')}]`] : parts;
}
