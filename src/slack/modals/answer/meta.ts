import { z } from 'zod';
import { locales } from '../../../domain/locale';
import { decodeMeta } from '../decode-meta';

const answerMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  /** Where the button was pressed: the confirmation goes there. */
  channelId: z.string().max(30).nullable(),
  checkInId: z.uuid(),
});

/** What the answer modal carries along unseen. */
export type AnswerMeta = z.infer<typeof answerMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeAnswerMeta(meta: AnswerMeta): string {
  return JSON.stringify(answerMeta.parse(meta));
}

/** Reads `private_metadata`; null when another version of Banso wrote it. */
export function decodeAnswerMeta(text: string): AnswerMeta | null {
  return decodeMeta(answerMeta, text);
}
