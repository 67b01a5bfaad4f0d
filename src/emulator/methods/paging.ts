import { SlackError } from '../errors';
import type { JsonObject } from '../json';

const USUAL_LIMIT = 100;
const HIGHEST_LIMIT = 1000;

/**
 * One page of a list, as `limit` and `cursor` ask.
 * @throws SlackError `invalid_limit`, `invalid_cursor`
 */
export function page<T>(items: readonly T[], args: JsonObject): { items: T[]; nextCursor: string } {
  const limit = Number(args.limit ?? USUAL_LIMIT);
  if (!Number.isInteger(limit) || limit < 1 || limit > HIGHEST_LIMIT) throw new SlackError('invalid_limit');
  const start = offsetOf(args.cursor);
  const end = start + limit;
  return { items: items.slice(start, end), nextCursor: end < items.length ? cursorAt(end) : '' };
}

function cursorAt(offset: number): string {
  return Buffer.from(`next:${offset}`).toString('base64');
}

function offsetOf(cursor: unknown): number {
  if (cursor === undefined || cursor === '') return 0;
  const match = /^next:(\d+)$/.exec(Buffer.from(String(cursor), 'base64').toString());
  if (!match) throw new SlackError('invalid_cursor');
  return Number(match[1]);
}
