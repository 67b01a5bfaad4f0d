import { z } from 'zod';
import { cardBelow } from '../card-below';
import { decodeMeta } from '../decode-meta';
import { placeMeta } from '../place-meta';

const handOverMeta = placeMeta.extend({
  /** The learner whom it is about; null: chosen in the modal. */
  learnerId: z.uuid().nullable(),
  /** Her profile version, of which the modal shows the hints; 0: it shows none. */
  version: z.int().nonnegative(),
  card: cardBelow.optional(),
});

export type HandOverMeta = z.infer<typeof handOverMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeHandOverMeta(meta: HandOverMeta): string {
  return JSON.stringify(handOverMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeHandOverMeta(text: string): HandOverMeta | null {
  return decodeMeta(handOverMeta, text);
}
