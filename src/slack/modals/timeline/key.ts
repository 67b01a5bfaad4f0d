import { z } from 'zod';
import { isLocalDate } from '../../../domain/dates';
import type { TimelineKey } from '../../../domain/timeline';

const key = z.strictObject({
  on: z.string().refine(isLocalDate),
  at: z
    .string()
    .max(40)
    .regex(/^[\d\-+:. ]+$/),
  id: z.uuid(),
});

/** For a page's button. */
export function encodeKey(from: TimelineKey): string {
  return JSON.stringify(key.parse(from));
}

/** @throws {z.ZodError} when a button carries something else, as only a forged request does. */
export function decodeKey(text: string | undefined): TimelineKey {
  return key.parse(JSON.parse(text ?? ''));
}
