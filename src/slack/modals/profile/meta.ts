import { z } from 'zod';
import { isLocalDate } from '../../../domain/dates';
import { locales } from '../../../domain/locale';
import { cardBelow } from '../card-below';
import { decodeMeta } from '../decode-meta';

const profileMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  /** Where the modal was opened from: the answer goes there. */
  channelId: z.string().max(30).nullable(),
  card: cardBelow.optional(),
  /** Of somebody who is added: the id that she will have, so that submitting twice adds her once. */
  learnerId: z.uuid(),
  programId: z.uuid(),
  /** The profile version that the modal shows; 0 while somebody is added. */
  version: z.int().nonnegative(),
  today: z.string().refine(isLocalDate),
});

/** What the modal that edits or adds a learner carries along unseen. */
export type ProfileMeta = z.infer<typeof profileMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeProfileMeta(meta: ProfileMeta): string {
  return JSON.stringify(profileMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeProfileMeta(text: string): ProfileMeta | null {
  return decodeMeta(profileMeta, text);
}
