import { z } from 'zod';
import { isLocalDate } from '../../../domain/dates';

const checkInMeta = z.strictObject({
  /** Where the modal was opened from: answers go there. Null: no conversation, as with the global shortcut. */
  channelId: z.string().max(30).nullable(),
  source: z.enum(['command', 'shortcut', 'reminder', 'digest']),
  /** The program's local date when the modal was opened. */
  today: z.string().refine(isLocalDate),
  /** The learner whom the modal shows. */
  learnerId: z.uuid().nullable(),
  correcting: z.strictObject({ checkInId: z.uuid(), version: z.int().positive() }).nullable(),
  /** The message that is logged. */
  permalink: z.string().max(500).nullable(),
});

/** What the check-in modal carries along unseen. Far below the 3000 characters that Slack keeps. */
export type CheckInMeta = z.infer<typeof checkInMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeCheckInMeta(meta: CheckInMeta): string {
  return JSON.stringify(checkInMeta.parse(meta));
}

/** Reads `private_metadata`. Throws when it isn't what `encodeCheckInMeta` wrote. */
export function decodeCheckInMeta(text: string): CheckInMeta {
  return checkInMeta.parse(JSON.parse(text));
}
