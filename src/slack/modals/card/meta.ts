import { z } from 'zod';
import { locales } from '../../../domain/locale';
import { decodeMeta } from '../decode-meta';

const cardMeta = z.strictObject({
  /** The language in which the modal speaks. */
  locale: z.enum(locales),
  /** Where the modal was opened from: answers go there. */
  channelId: z.string().max(30).nullable(),
  /** Whose card or timeline it is; null while somebody is looked for. */
  learnerId: z.uuid().nullable(),
});

/** What the finder, the card and the timeline carry along unseen. */
export type CardMeta = z.infer<typeof cardMeta>;

/** For `private_metadata`. Throws when a part isn't what it should be. */
export function encodeCardMeta(meta: CardMeta): string {
  return JSON.stringify(cardMeta.parse(meta));
}

/** Reads `private_metadata`; null when another modal, or another version of Banso, wrote it. */
export function decodeCardMeta(text: string): CardMeta | null {
  return decodeMeta(cardMeta, text);
}
