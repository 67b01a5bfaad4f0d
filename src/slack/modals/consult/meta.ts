import { z } from 'zod';
import { cardBelow } from '../card-below';
import { decodeMeta } from '../decode-meta';
import { placeMeta } from '../place-meta';

const consultMeta = placeMeta.extend({
  /** The learner whom the modal shows. */
  learnerId: z.uuid().nullable(),
  /** The question is to join one that hides her name: it stays hidden should that one be closed meanwhile. */
  hides: z.boolean().optional(),
  card: cardBelow.optional(),
});

export type ConsultMeta = z.infer<typeof consultMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeConsultMeta(meta: ConsultMeta): string {
  return JSON.stringify(consultMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeConsultMeta(text: string): ConsultMeta | null {
  return decodeMeta(consultMeta, text);
}
