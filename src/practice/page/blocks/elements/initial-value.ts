import type { Json } from '../json';

/** What an element holds before anybody used it: each type has one field for it, `initial_option`, `initial_date`, … */
export function initialValue(element: Json): unknown {
  const field = Object.keys(element).find((name) => name.startsWith('initial_'));
  return field === undefined ? null : element[field];
}
