import { isDeepStrictEqual } from 'node:util';
import { type JsonObject, objectsIn } from '../json';
import { type ObjectCheck, type Problem, problem } from './rules';

/** All options of an element, of its groups as well. */
export function optionsOf(element: JsonObject): JsonObject[] {
  const grouped = objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options));
  return [...objectsIn(element.options), ...grouped];
}

/** Initial options must be among the options, alike in every field. */
export const initialAmongOptions: ObjectCheck = (element, pointer) => {
  const options = optionsOf(element);
  const isKnown = (initial: unknown) => options.some((one) => isDeepStrictEqual(one, initial));
  const single = element.initial_option;
  const problems: Problem[] = [];
  if (single !== undefined && !isKnown(single)) {
    problems.push(...problem(`${pointer}/initial_option`, 'must be one of the provided options'));
  }
  objectsIn(element.initial_options).forEach((initial, index) => {
    if (isKnown(initial)) return;
    problems.push(...problem(`${pointer}/initial_options/${index}`, 'must be one of the provided options'));
  });
  return problems;
};

export const optionsOrGroups: ObjectCheck = (element, pointer) =>
  (element.options === undefined) === (element.option_groups === undefined)
    ? problem(pointer, 'must define either `options` or `option_groups`')
    : [];

/** `min_value` ≤ `initial_value` ≤ `max_value`. */
export const numbersInOrder: ObjectCheck = (element, pointer) => {
  const at = (name: string, otherwise: number) => Number(element[name] ?? otherwise);
  const least = at('min_value', Number.NEGATIVE_INFINITY);
  const most = at('max_value', Number.POSITIVE_INFINITY);
  if (least > most) return problem(`${pointer}/min_value`, 'must not be greater than max_value');
  const initial = element.initial_value === undefined ? undefined : Number(element.initial_value);
  const outside = initial !== undefined && (initial < least || initial > most);
  return outside ? problem(`${pointer}/initial_value`, 'must be between min_value and max_value') : [];
};

/** `min_length` ≤ `max_length`, and an initial value that is not too long. */
export const lengthsInOrder: ObjectCheck = (element, pointer) => {
  const least = Number(element.min_length ?? 0);
  const most = Number(element.max_length ?? 3000);
  if (least > most) return problem(`${pointer}/min_length`, 'must not be greater than max_length');
  const initial = element.initial_value;
  return typeof initial === 'string' && initial.length > most
    ? problem(`${pointer}/initial_value`, `must be less than ${most + 1} characters`)
    : [];
};
