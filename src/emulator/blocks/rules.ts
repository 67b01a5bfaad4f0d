import { isObject, type JsonObject } from '../json';

/** One refusal: where (a JSON pointer) and what was expected, in Slack's words. */
export interface Problem {
  pointer: string;
  message: string;
}

/** Checks one value; an empty list means it is fine. */
export type Rule = (value: unknown, pointer: string) => Problem[];

/** A condition over a whole object, beyond its single fields. */
export type ObjectCheck = (value: JsonObject, pointer: string) => Problem[];

export function problem(pointer: string, message: string): Problem[] {
  return [{ pointer, message }];
}

/** A string of `min` to `max` characters. */
export function text(max: number, min = 1): Rule {
  return (value, pointer) => {
    if (typeof value !== 'string') return problem(pointer, 'must provide a string');
    if (value.length > max) return problem(pointer, `must be less than ${max + 1} characters`);
    if (value.length < min) return problem(pointer, `must be more than ${min - 1} characters`);
    return [];
  };
}

export const boolean: Rule = (value, pointer) =>
  typeof value === 'boolean' ? [] : problem(pointer, 'must provide a boolean');

export const anything: Rule = () => [];

export function integer(min: number, max: number): Rule {
  return (value, pointer) => {
    if (!Number.isInteger(value)) return problem(pointer, 'must provide an integer');
    const number = Number(value);
    if (number < min) return problem(pointer, `must be greater than or equal to ${min}`);
    return number > max ? problem(pointer, `must be less than or equal to ${max}`) : [];
  };
}

export const number: Rule = (value, pointer) =>
  typeof value === 'number' ? [] : problem(pointer, 'must provide a number');

export function literal(...allowed: (string | number)[]): Rule {
  return (value, pointer) =>
    allowed.some((one) => one === value) ? [] : problem(pointer, `must be one of: ${allowed.join(', ')}`);
}

/** A string of a certain form; `form` names it in the refusal. */
export function matching(pattern: RegExp, form: string): Rule {
  return (value, pointer) =>
    typeof value === 'string' && pattern.test(value) ? [] : problem(pointer, `must be ${form}`);
}

export function list(item: Rule, max: number, min = 1): Rule {
  return (value, pointer) => {
    if (!Array.isArray(value)) return problem(pointer, 'must provide an array');
    if (value.length > max) return problem(pointer, `no more than ${max} items allowed`);
    if (value.length < min) return problem(pointer, `no less than ${min} items allowed`);
    return value.flatMap((one, index) => item(one, `${pointer}/${index}`));
  };
}

/** An object with these fields and no others. `type` is always allowed: `typed` has looked at it. */
export function object(
  required: Record<string, Rule>,
  optional: Record<string, Rule> = {},
  ...checks: ObjectCheck[]
): Rule {
  const fields: Record<string, Rule> = { type: anything, ...required, ...optional };
  return (value, pointer) => {
    if (!isObject(value)) return problem(pointer, 'must provide an object');
    const missing = Object.keys(required).filter((name) => value[name] === undefined);
    return [
      ...missing.flatMap((name) => problem(pointer, `missing required field: ${name}`)),
      ...Object.entries(value).flatMap(([name, field]) => checkField(fields, name, field, pointer)),
      ...checks.flatMap((check) => check(value, pointer)),
    ];
  };
}

function checkField(fields: Record<string, Rule>, name: string, value: unknown, pointer: string): Problem[] {
  const rule = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!rule) return problem(pointer, `invalid additional property: ${name}`);
  return value === undefined ? [] : rule(value, `${pointer}/${name}`);
}

/** An object whose `type` chooses its rule. */
export function typed(rules: Record<string, Rule>): Rule {
  return (value, pointer) => {
    if (!isObject(value)) return problem(pointer, 'must provide an object');
    if (typeof value.type !== 'string') return problem(pointer, 'missing required field: type');
    const rule = Object.hasOwn(rules, value.type) ? rules[value.type] : undefined;
    return rule ? rule(value, pointer) : problem(`${pointer}/type`, `unsupported type: ${value.type}`);
  };
}

/** At least one of the named fields. */
export function someOf(...names: string[]): ObjectCheck {
  return (value, pointer) =>
    names.some((name) => value[name] !== undefined)
      ? []
      : problem(pointer, `must define either ${names.map((name) => `\`${name}\``).join(' or ')}`);
}
