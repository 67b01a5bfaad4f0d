import { randomUUID } from 'node:crypto';

/** A new row's id, where the code must know it before the database does. */
export function newId(): string {
  return randomUUID();
}
