import { isObject, type JsonObject } from '../json';
import { shapeOf } from '../state/element-state';
import type { Block, View } from '../state/records';
import { type FormWords, formWords } from './form-words';

/** block_id → what Slack's own form check says before it sends anything. */
export type FormErrors = Record<string, string>;

/** The checks of Slack's client: required inputs, lengths, ranges, forms of text; in the language of this locale. */
export function checkForm(view: View, locale: string): FormErrors {
  const words = formWords(locale);
  const errors = view.blocks
    .filter((block) => block.type === 'input')
    .map((block) => [block.block_id, checkInput(view, block, words)] as const)
    .filter(([, error]) => error !== undefined);
  return Object.fromEntries(errors.map(([blockId, error]) => [blockId, String(error)]));
}

function checkInput(view: View, block: Block, words: FormWords): string | undefined {
  const element = isObject(block.element) ? block.element : {};
  const form = shapeOf(element);
  const state = view.state.values[block.block_id]?.[String(element.action_id)];
  const value = form && state ? state[form.field] : undefined;
  if (isEmpty(value)) return block.optional === true ? undefined : words.required;
  return VALUE_CHECKS[String(element.type)]?.(element, String(value), words);
}

function isEmpty(value: unknown): boolean {
  const isBlank = typeof value === 'string' && value.trim() === '';
  return value === undefined || value === null || isBlank || (Array.isArray(value) && value.length === 0);
}

type ValueCheck = (element: JsonObject, value: string, words: FormWords) => string | undefined;

const VALUE_CHECKS: Record<string, ValueCheck> = {
  plain_text_input: (element, value, words) => {
    const least = Number(element.min_length ?? 0);
    const most = Number(element.max_length ?? 3000);
    if (value.length < least) return words.tooShort(least);
    return value.length > most ? words.tooLong(most) : undefined;
  },
  number_input: (element, value, words) => {
    const number = Number(value);
    if (Number.isNaN(number)) return words.noNumber;
    if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return words.noWholeNumber;
    const least = Number(element.min_value ?? Number.NEGATIVE_INFINITY);
    const most = Number(element.max_value ?? Number.POSITIVE_INFINITY);
    if (number < least) return words.tooSmall(least);
    return number > most ? words.tooLarge(most) : undefined;
  },
  email_text_input: (_element, value, words) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : words.noEmail,
  url_text_input: (_element, value, words) => (URL.canParse(value) ? undefined : words.noUrl),
};
