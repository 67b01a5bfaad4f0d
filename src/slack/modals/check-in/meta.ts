import { z } from 'zod';
import { isLocalDate } from '../../../domain/dates';
import { locales } from '../../../domain/locale';
import { cardBelow } from '../card-below';
import { decodeMeta } from '../decode-meta';

const checkInMeta = z.strictObject({
  /** The language in which the modal speaks: whichever process reads it goes on in it. */
  locale: z.enum(locales),
  /** Where the modal was opened from: answers go there. Null: no conversation, as with the global shortcut. */
  channelId: z.string().max(30).nullable(),
  /** The program's local date when the modal was opened. */
  today: z.string().refine(isLocalDate),
  /** The learner whom the modal shows. */
  learnerId: z.uuid().nullable(),
  correcting: z.strictObject({ checkInId: z.uuid(), version: z.int().positive() }).nullable(),
  /** The message that is logged. */
  permalink: z.string().max(500).nullable(),
  /** Undefined: it was opened elsewhere than from a card. */
  card: cardBelow.optional(),
});

/** What the check-in modal carries along unseen. Far below the 3000 characters that Slack keeps. */
export type CheckInMeta = z.infer<typeof checkInMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeCheckInMeta(meta: CheckInMeta): string {
  return JSON.stringify(checkInMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeCheckInMeta(text: string): CheckInMeta | null {
  return decodeMeta(checkInMeta, text);
}
