import { z } from 'zod';
import { isLocalDate } from '../../../domain/dates';

const postponeMeta = z.strictObject({
  /** Where the button was pressed: the answer goes there. */
  channelId: z.string().max(30).nullable(),
  learnerId: z.uuid(),
  /** The list that the button stood in. */
  deliveryId: z.uuid().nullable(),
  /** The program's local date when the modal was opened. */
  today: z.string().refine(isLocalDate),
});

/** What the postpone modal carries along unseen. */
export type PostponeMeta = z.infer<typeof postponeMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodePostponeMeta(meta: PostponeMeta): string {
  return JSON.stringify(postponeMeta.parse(meta));
}

/** Reads `private_metadata`. Throws when it isn't what `encodePostponeMeta` wrote. */
export function decodePostponeMeta(text: string): PostponeMeta {
  return postponeMeta.parse(JSON.parse(text));
}
