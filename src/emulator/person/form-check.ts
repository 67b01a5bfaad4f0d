import { isObject, type JsonObject } from '../json';
import { shapeOf } from '../state/element-state';
import type { Block, View } from '../state/records';

/** block_id → what Slack's own form check says before it sends anything. */
export type FormErrors = Record<string, string>;

/** The checks of Slack's client: required inputs, lengths, ranges, forms of text. */
export function checkForm(view: View): FormErrors {
  const errors = view.blocks
    .filter((block) => block.type === 'input')
    .map((block) => [block.block_id, checkInput(view, block)] as const)
    .filter(([, error]) => error !== undefined);
  return Object.fromEntries(errors.map(([blockId, error]) => [blockId, String(error)]));
}

function checkInput(view: View, block: Block): string | undefined {
  const element = isObject(block.element) ? block.element : {};
  const form = shapeOf(element);
  const state = view.state.values[block.block_id]?.[String(element.action_id)];
  const value = form && state ? state[form.field] : undefined;
  if (isEmpty(value)) return block.optional === true ? undefined : 'Please complete this required field.';
  return VALUE_CHECKS[String(element.type)]?.(element, String(value));
}

function isEmpty(value: unknown): boolean {
  const isBlank = typeof value === 'string' && value.trim() === '';
  return value === undefined || value === null || isBlank || (Array.isArray(value) && value.length === 0);
}

type ValueCheck = (element: JsonObject, value: string) => string | undefined;

const VALUE_CHECKS: Record<string, ValueCheck> = {
  plain_text_input: (element, value) => {
    const least = Number(element.min_length ?? 0);
    const most = Number(element.max_length ?? 3000);
    if (value.length < least) return `Must be at least ${least} characters.`;
    return value.length > most ? `Must be at most ${most} characters.` : undefined;
  },
  number_input: (element, value) => {
    const number = Number(value);
    if (Number.isNaN(number)) return 'Must be a number.';
    if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return 'Must be a whole number.';
    const least = Number(element.min_value ?? Number.NEGATIVE_INFINITY);
    const most = Number(element.max_value ?? Number.POSITIVE_INFINITY);
    if (number < least) return `Must be at least ${least}.`;
    return number > most ? `Must be at most ${most}.` : undefined;
  },
  email_text_input: (_element, value) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : 'Must be an email address.',
  url_text_input: (_element, value) => (URL.canParse(value) ? undefined : 'Must be a URL.'),
};
