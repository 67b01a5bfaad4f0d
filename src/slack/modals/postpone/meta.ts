import { z } from 'zod';
import { isLocalDate } from '../../../domain/dates';
import { locales } from '../../../domain/locale';
import { decodeMeta } from '../decode-meta';

const postponeMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  /** Where the button was pressed: the answer goes there. */
  channelId: z.string().max(30).nullable(),
  learnerId: z.uuid(),
  /** The program's local date when the modal was opened. */
  today: z.string().refine(isLocalDate),
});

/** What the postpone modal carries along unseen. */
export type PostponeMeta = z.infer<typeof postponeMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodePostponeMeta(meta: PostponeMeta): string {
  return JSON.stringify(postponeMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodePostponeMeta(text: string): PostponeMeta | null {
  return decodeMeta(postponeMeta, text);
}
