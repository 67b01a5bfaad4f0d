import { createHash, randomUUID } from 'node:crypto';

/** A new row's id, where the code must know it before the database does. */
export function newId(): string {
  return randomUUID();
}

/** The same id for the same text, always: what is asked for twice is then one row. (A UUID of version 8, RFC 9562.) */
export function idFor(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
